//! A server that counts what it is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<AtomicUsize>,
}

impl Server {
    /// Starts a server that writes these bytes for every request, and closes the connection.
    pub(crate) async fn new(response: impl Into<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/?secret", listener.local_addr().unwrap());
        let requests = Arc::<AtomicUsize>::default();
        let (response, counted) = (response.into(), Arc::clone(&requests));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                // A client that has enough closes the connection.
                answer(stream, &response).await.unwrap_or_default();
            }
        });
        Self { url, requests }
    }

    /// Starts a server that answers with a status, other headers and a body.
    pub(crate) async fn with(status: u16, headers: &str, body: &str) -> Self {
        let length = body.len();
        let head = format!("HTTP/1.1 {status} \r\nContent-Length: {length}\r\n{headers}\r\n");
        Self::new(head + body).await
    }

    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

/// Reads the head of a request and writes a response.
async fn answer(mut stream: TcpStream, response: &[u8]) -> std::io::Result<()> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    stream.write_all(response).await
}

/// Returns an address that refuses connections.
pub(crate) async fn refusing() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}/?secret", listener.local_addr().unwrap())
}
