//! A headless Chromium, controlled over its debugging pipe: JSON messages, each followed by a NUL.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// The time limit for anything a test waits for.
pub(crate) const LIMIT: Duration = Duration::from_secs(60);

const OPTIONS: [&str; 11] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    "about:blank",
];

const CHOICE: &str = "`CHROME` names one, and `cargo xtask test` finds or installs it";

/// `$CHROME`, which `cargo xtask test` sets to the one that it found or installed.
fn program() -> OsString {
    let chosen = env::var_os("CHROME").filter(|chosen| !chosen.is_empty());
    chosen.unwrap_or_else(|| "chromium".into())
}

pub(crate) struct Chromium {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    last_id: u64,
    /// The events of all pages.
    events: Vec<Value>,
    _profile: tempfile::TempDir,
}

impl Chromium {
    /// Starts one with a new profile.
    pub(crate) fn start() -> Self {
        let profile = tempfile::tempdir().unwrap();
        // Chromium listens on the file descriptors 3 and 4, which only a shell can give it.
        let script = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";
        let mut child = Command::new("sh")
            .args(["-c", script])
            .arg(program())
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .args(OPTIONS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let to = child.stdin.take();
        let messages = BufReader::new(child.stdout.take().unwrap()).split(0);
        let (sender, from) = channel();
        std::thread::spawn(move || {
            for message in messages.map_while(Result::ok) {
                let message = serde_json::from_slice(&message).unwrap();
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self { child, to, from, last_id: 0, events: Vec::new(), _profile: profile }
    }

    /// Calls a method and waits for its result, or for the error.
    pub(crate) fn call(
        &mut self,
        session: &str,
        method: &str,
        params: &Value,
    ) -> Result<Value, String> {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = session.into();
        }
        let to = self.to.as_mut().unwrap();
        let message = message.to_string() + "\0";
        let sent = to.write_all(message.as_bytes()).and_then(|()| to.flush());
        sent.unwrap_or_else(|error| panic!("no Chromium runs: {error}; {CHOICE}"));
        loop {
            let message = self.receive(method);
            if message["id"] == id {
                let problem = &message["error"];
                if problem.is_null() {
                    return Ok(message["result"].clone());
                }
                return Err(format!("{method}: {problem}"));
            }
        }
    }

    /// Waits for an event of a page.
    pub(crate) fn wait_for(&mut self, session: &str, method: &str) {
        let is_wanted = |event: &Value| event["sessionId"] == session && event["method"] == method;
        loop {
            if let Some(index) = self.events.iter().position(is_wanted) {
                self.events.remove(index);
                return;
            }
            self.receive(method);
        }
    }

    /// Takes the events of a page so far.
    pub(crate) fn events(&mut self, session: &str) -> Vec<Value> {
        let is_own = |event: &mut Value| event["sessionId"] == session;
        self.events.extract_if(.., is_own).collect()
    }

    fn receive(&mut self, what: &str) -> Value {
        let message = self.from.recv_timeout(LIMIT);
        let message = message.unwrap_or_else(|error| {
            panic!("no answer to {what}: {error}; does a Chromium run? {CHOICE}");
        });
        if message["id"].is_null() {
            self.events.push(message.clone());
        }
        message
    }
}

/// It ends when its pipe does.
impl Drop for Chromium {
    fn drop(&mut self) {
        self.to = None;
        let _ = self.child.wait();
    }
}
