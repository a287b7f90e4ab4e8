//! The faults: what a provider, or a proxy in front of it, does with an order.

use std::sync::LazyLock;

use domain_errors::Retry;

use crate::provider::{Play, answer};

/// A fault, and the advice of its failure.
pub(super) struct Fault {
    pub(super) about: String,
    pub(super) play: Play,
    pub(super) retry: Retry,
}

impl Fault {
    fn new(about: impl Into<String>, play: Play, retry: Retry) -> Self {
        Self { about: about.into(), play, retry }
    }
}

const PAGE: &str = "<!DOCTYPE html><html><body><h1>Be back soon</h1></body></html>";

/// A chunk of a body of `transfer-encoding: chunked`.
static CHUNK: LazyLock<String> = LazyLock::new(|| format!("10000\r\n{}\r\n", " ".repeat(0x10000)));

/// Values of `Retry-After`, and the seconds that they ask for.
const DELAYS: &[(&[&str], Option<u32>)] = &[
    (&[], None),
    (&["0"], Some(0)),
    (&["1"], Some(1)),
    (&["0.3"], Some(1)),
    (&["5"], Some(5)),
    (&["6"], Some(6)),
    (&["60"], Some(60)),
    (&["1", "3600"], Some(3600)),
    (&["Sun, 06 Nov 1994 08:49:30 GMT"], Some(0)),
    (&["Sun, 06 Nov 1994 08:49:39 GMT"], Some(2)),
    (&["Sunday, 06-Nov-94 08:50:37 GMT"], Some(60)),
    (&["Fri, 31 Dec 9999 23:59:59 GMT"], Some(u32::MAX)),
    (&["99999999999999999999999999"], Some(u32::MAX)),
    (&["soon"], Some(u32::MAX)),
    (&["-1"], Some(u32::MAX)),
    (&[""], Some(u32::MAX)),
];

/// Returns answers of busy providers and proxies: 429 and 503 with every kind of `Retry-After`.
fn busy() -> impl Iterator<Item = Fault> {
    let statuses = [429, 503].into_iter();
    let pages = statuses.flat_map(|status| ["", PAGE, "{}"].map(|body| (status, body)));
    pages.flat_map(|(status, body)| {
        DELAYS.iter().map(move |(values, seconds)| {
            let headers: Vec<_> = values.iter().map(|value| ("Retry-After", *value)).collect();
            Fault::new(
                format!("{status} {values:?} {body}"),
                Play::Write(answer(status, &headers, body)),
                Retry::Later { after_seconds: *seconds },
            )
        })
    })
}

/// Returns answers without `Date`. The dates in them are relative to the clock of the gateway.
fn busy_without_a_clock() -> impl Iterator<Item = Fault> {
    let dates = [("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", u32::MAX)];
    dates.into_iter().map(|(date, seconds)| {
        let head = format!("HTTP/1.1 503 \r\nretry-after: {date}\r\ncontent-length: 0\r\n\r\n");
        let retry = Retry::Later { after_seconds: Some(seconds) };
        Fault::new(format!("503, {date}, without a clock"), Play::Write(head.into()), retry)
    })
}

/// Returns answers that leave the result of the order open.
fn unknown() -> impl Iterator<Item = Fault> {
    let pages = [500, 502, 504, 408, 409, 499, 599, 200, 302].into_iter().flat_map(|status| {
        ["", PAGE].map(|body| {
            let headers = [("content-type", "text/html"), ("location", "/login")];
            let play = Play::Write(answer(status, &headers, body));
            Fault::new(format!("{status} {body}"), play, Retry::Query)
        })
    });
    let empty = b"HTTP/1.1 204 \r\nconnection: close\r\n\r\n".to_vec();
    pages.chain([Fault::new("204", Play::Write(empty), Retry::Query)])
}

/// Returns connections that break.
fn broken(success: &str) -> impl Iterator<Item = Fault> {
    let whole = answer(200, &[], success);
    let body_at = whole.len() - success.len();
    let cut = |at: usize| whole.get(..at).unwrap_or_default().to_vec();
    let endless = b"HTTP/1.1 200 \r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    let [in_head, in_body, last] = [cut(20), cut(body_at + 3), cut(whole.len() - 1)];
    let plays = [
        ("hangs up before the answer", Play::Write(Vec::new())),
        ("resets before the answer", Play::Reset(Vec::new())),
        ("hangs up within the head", Play::Write(in_head.clone())),
        ("resets within the head", Play::Reset(in_head)),
        ("hangs up before the body", Play::Write(cut(body_at))),
        ("hangs up within the body", Play::Write(in_body.clone())),
        ("resets within the body", Play::Reset(in_body)),
        ("hangs up before the last byte", Play::Write(last)),
        (
            "is cut off, and whole for HTTP",
            Play::Write(answer(200, &[], &success[..success.len() / 2])),
        ),
        ("has an endless body", Play::Endless(endless.clone(), CHUNK.as_bytes())),
        (
            "has an endless chunk",
            Play::Endless([&endless[..], b"ffffffff\r\n"].concat(), CHUNK.as_bytes()),
        ),
        ("has an endless head", Play::Endless(b"HTTP/1.1 200 \r\n".to_vec(), b"x: y\r\n")),
        ("is not HTTP", Play::Write(b"220 smtp.example ready\r\n".to_vec())),
        ("says only to continue", Play::Write(b"HTTP/1.1 100 Continue\r\n\r\n".to_vec())),
        (
            "has two lengths",
            Play::Write(
                b"HTTP/1.1 200 \r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}".to_vec(),
            ),
        ),
    ];
    plays.into_iter().map(|(about, play)| Fault::new(about, play, Retry::Query))
}

/// Returns answers that never end, so that the gateway has to stop waiting.
pub(super) fn slow() -> Vec<Fault> {
    let plays = [
        ("never answers", b"".to_vec()),
        ("stops within the head", b"HTTP/1.1 200 \r\ncontent-".to_vec()),
        ("stops within the body", b"HTTP/1.1 200 \r\ncontent-length: 99\r\n\r\n{".to_vec()),
    ];
    plays.map(|(about, start)| Fault::new(about, Play::Hang(start), Retry::Query)).into()
}

/// Returns all faults whose answers end. `inside` has bodies with status 200 that are not a success.
pub(super) fn quick(success: &str, inside: &[(&str, Retry)]) -> Vec<Fault> {
    let inside = inside
        .iter()
        .map(|(body, retry)| Fault::new(*body, Play::Write(answer(200, &[], body)), *retry));
    let moved =
        Fault::new("302 with a success", Play::Write(answer(302, &[], success)), Retry::Query);
    busy()
        .chain(busy_without_a_clock())
        .chain(unknown())
        .chain(broken(success))
        .chain(inside)
        .chain([moved])
        .collect()
}
