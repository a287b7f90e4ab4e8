//! A provider that can break a connection at any point.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use percent_encoding::percent_decode;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::service::{Action, Addresses};
use crate::upstreams::StandIn;
use crate::upstreams::wix::Wix;

/// A reaction of the provider to a request.
#[derive(Debug, Clone)]
pub(crate) enum Play {
    /// Writes these bytes and closes the connection.
    Write(Vec<u8>),
    /// Writes these bytes and resets the connection.
    Reset(Vec<u8>),
    /// Writes these bytes and then nothing.
    Hang(Vec<u8>),
    /// Writes these bytes, and then the others until nobody reads them anymore.
    Endless(Vec<u8>, &'static [u8]),
    /// Writes these bytes once it is released.
    Hold(Vec<u8>),
}

/// The domain in answers that are written once for many domains, whose names are as long.
pub(crate) const NAME: &str = "name00000.example";

impl Play {
    /// Returns the same reaction for another domain.
    pub(crate) fn about(&self, name: &str) -> Self {
        let about = |bytes: &Vec<u8>| {
            String::from_utf8(bytes.clone()).unwrap().replace(NAME, name).into_bytes()
        };
        match self {
            Self::Write(bytes) => Self::Write(about(bytes)),
            other => other.clone(),
        }
    }
}

/// The reactions to an order for a domain, and to lookups of it.
#[derive(Debug, Clone)]
pub(crate) struct Role {
    pub(crate) register: Play,
    pub(crate) look: Play,
}

/// The provider, which plays all three.
#[derive(Clone)]
pub(crate) struct Provider(Arc<Inner>);

struct Inner {
    address: SocketAddr,
    roles: Mutex<HashMap<String, Role>>,
    received: Mutex<HashMap<(Action, String), u32>>,
    arrived: Notify,
    released: CancellationToken,
}

impl Provider {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let provider = Self(Arc::new(Inner {
            address: listener.local_addr().unwrap(),
            roles: Mutex::default(),
            received: Mutex::default(),
            arrived: Notify::new(),
            released: CancellationToken::new(),
        }));
        let own = provider.clone();
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(own.clone().serve(stream));
            }
        });
        provider
    }

    pub(crate) fn addresses(&self) -> Addresses {
        let address = format!("http://{}", self.0.address);
        Addresses { domains: address.clone(), wapi: address.clone(), wix: address }
    }

    /// Sets the reactions to requests about a domain.
    pub(crate) fn assign(&self, name: &str, role: Role) {
        self.0.roles.lock().unwrap().insert(name.to_owned(), role);
    }

    /// Returns how often the provider was asked to register a domain, and to look it up.
    pub(crate) fn received(&self, name: &str) -> (u32, u32) {
        let received = self.0.received.lock().unwrap();
        let count = |action| received.get(&(action, name.to_owned())).copied().unwrap_or_default();
        (count(Action::Register), count(Action::Look))
    }

    /// Waits until the provider has received this many requests.
    pub(crate) async fn has_received(&self, requests: u32) {
        loop {
            let arrived = self.0.arrived.notified();
            if self.0.received.lock().unwrap().values().sum::<u32>() >= requests {
                return;
            }
            arrived.await;
        }
    }

    /// Sends the answers that are held.
    pub(crate) fn release(&self) {
        self.0.released.cancel();
    }

    async fn serve(self, mut stream: TcpStream) {
        let Some(request) = request(&mut stream).await else { return };
        let text = percent_decode(&request).decode_utf8_lossy();
        let is_look = text.starts_with("GET ") || text.contains("domain-info");
        let action = if is_look { Action::Look } else { Action::Register };
        let name = name_in(&text);
        *self.0.received.lock().unwrap().entry((action, name.clone())).or_default() += 1;
        self.0.arrived.notify_waiters();
        let Role { register, look } = self.0.roles.lock().unwrap().get(&name).unwrap().clone();
        self.play(stream, if is_look { look } else { register }).await;
    }

    /// Reacts to a request. The gateway may hang up meanwhile.
    async fn play(&self, mut stream: TcpStream, play: Play) {
        match play {
            Play::Write(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.shutdown().await;
            }
            Play::Reset(bytes) => {
                let _ = stream.write_all(&bytes).await;
                stream.set_zero_linger().unwrap();
            }
            Play::Hang(bytes) => {
                let _ = stream.write_all(&bytes).await;
                let _ = stream.read(&mut [0]).await;
            }
            Play::Endless(bytes, more) => {
                let _ = stream.write_all(&bytes).await;
                while stream.write_all(more).await.is_ok() {}
            }
            Play::Hold(bytes) => {
                self.0.released.cancelled().await;
                let _ = stream.write_all(&bytes).await;
            }
        }
    }
}

/// Reads a request to its end.
async fn request(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    loop {
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&request).to_ascii_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .split("content-length: ")
            .nth(1)
            .map_or("0", |rest| rest.split("\r\n").next().unwrap_or_default());
        if body.len() >= length.parse().unwrap() {
            return Some(request);
        }
    }
}

/// Returns the name of the domain that a request is about: letters and digits, and `.example`.
fn name_in(text: &str) -> String {
    let end = text.find(".example").unwrap() + ".example".len();
    let (before, _) = text.split_at(end);
    let is_outside = |c: char| !c.is_ascii_alphanumeric() && c != '.';
    before.rsplit(is_outside).next().unwrap().to_owned()
}

/// Returns the bytes of an answer.
pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Vec<u8> {
    let headers: Vec<_> =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    let length = body.len();
    format!(
        "HTTP/1.1 {status} \r\ndate: {NOW}\r\n{headers}connection: close\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

/// Returns the answer of Wix to an order that it has carried out.
pub(crate) fn success(name: &str) -> Vec<u8> {
    answer(200, &[], Wix.success(Action::Register, name).response.body())
}

/// The date of every answer.
const NOW: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
