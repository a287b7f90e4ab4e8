//! How fast responses are read, against readers that a person would write for one provider.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a measurement that cannot be made should stop; it prints what it measured"
)]

mod bodies;
#[path = "../lookup/timing.rs"]
#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod timing;

use std::time::Instant;

use bodies::{Domains, Wapi, Wix};
use domain_errors::{Input, domains, wapi, wix};
use errcat::table::{Piece, pieces};
use errcat::wire::fit;
use quick_xml::Reader;
use quick_xml::events::Event;
use timing::{Random, compare, goal, row};

fn main() {
    println!("{:<58} {:>8} {:>8} {:>7}", "reading", "ours ns", "other ns", "ratio");
    json();
    xml();
    templates();
    allocations();
    long();
}

/// Ours against one other, on bodies that are drawn anew for each timing.
fn against(
    what: &str,
    bodies: &[String],
    ours: impl Fn(&[u8]) -> usize,
    other: impl Fn(&[u8]) -> usize,
    most: f64,
) {
    let draw = |random: &mut Random| random.below(bodies.len());
    let read = |index: usize| ours(bodies[index].as_bytes());
    let others = |index: usize| other(bodies[index].as_bytes());
    row(what, compare(draw, read, others), most);
}

fn of_wix(body: &[u8]) -> usize {
    usize::from(wix::decode(&Input::new(body)).error().is_some())
}

fn of_wapi(body: &[u8]) -> usize {
    usize::from(wapi::decode(&Input::new(body)).error().is_some())
}

fn of_domains(body: &[u8]) -> usize {
    usize::from(domains::decode(&Input::new(body)).error().is_some())
}

fn value(body: &[u8]) -> usize {
    let value: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    usize::from(value.is_object())
}

fn json() {
    let (wix, wapi, domains) = (bodies::wix(), bodies::wapi(), bodies::domains());
    let by_hand = |body: &[u8]| serde_json::from_slice::<Wix<'_>>(body).expect("Wix").length();
    against("Wix / borrowed struct", &wix, of_wix, by_hand, 1.0);
    against("Wix / serde_json::Value", &wix, of_wix, value, 0.45);
    let by_hand = |body: &[u8]| serde_json::from_slice::<Wapi<'_>>(body).expect("WAPI").length();
    against("WAPI / borrowed struct", &wapi, of_wapi, by_hand, 1.0);
    against("WAPI / serde_json::Value", &wapi, of_wapi, value, 0.45);
    let by_hand =
        |body: &[u8]| serde_json::from_slice::<Domains<'_>>(body).expect("Domains").length();
    against("Domains Service / borrowed struct", &domains, of_domains, by_hand, 1.0);
    against("Domains Service / serde_json::Value", &domains, of_domains, value, 0.45);
}

fn xml() {
    let events = |body: &[u8]| {
        let text = std::str::from_utf8(body).expect("UTF-8");
        let mut reader = Reader::from_str(text);
        let mut length = 0;
        loop {
            match reader.read_event().expect("XML") {
                Event::Eof => return length,
                Event::Text(text) => length += text.len(),
                _ => {}
            }
        }
    };
    against("WAPI in XML / bare loop over events", &bodies::wapi_xml(), of_wapi, events, 1.1);
}

fn templates() {
    let one = "Domain `<domainName>` is Wix restricted.";
    let texts: Vec<String> =
        (0..64).map(|index| format!("Domain `shop-{index}.cz` is Wix restricted.")).collect();
    let regex = regex::Regex::new("^Domain `?(.+?)`? is Wix restricted\\.$").expect("a regex");
    template("one parameter / regex", one, &regex, &texts, 0.06);
    let three = "Moved from <from> to <to> by <who>";
    let texts: Vec<String> =
        (0..64).map(|index| format!("Moved from a{index}.cz to b{index}.eu by c{index}")).collect();
    let regex = regex::Regex::new("^Moved from (.+?) to (.+?) by (.+)$").expect("a regex");
    template("three parameters / regex", three, &regex, &texts, 0.2);
}

/// Both are prepared before: generated code has templates in pieces.
fn template(what: &str, template: &str, regex: &regex::Regex, texts: &[String], most: f64) {
    let parts: Vec<Piece<'_>> = pieces(template).collect();
    let ours = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let fit = fit(parts.iter().copied(), text).expect("it fits");
        fit.values.iter().map(|(_, place)| place.len()).sum()
    };
    let other = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let found = regex.captures(text).expect("it fits");
        found.iter().skip(1).flatten().map(|value| value.len()).sum()
    };
    against(what, texts, ours, other, most);
}

/// Allocations beyond the strings that the error itself holds.
fn allocations() {
    let count = |what: &str, own: u64, read: &dyn Fn() -> usize| {
        let info = allocation_counter::measure(|| {
            std::hint::black_box(read());
        });
        let beyond = info.count_total as f64 - own as f64;
        goal(&format!("allocations beyond the error's own: {what}"), beyond, 0.0);
    };
    let (wix, wapi) = (bodies::wix(), bodies::wapi());
    let (domains, xml) = (bodies::domains(), bodies::wapi_xml());
    count("Wix", 1, &|| of_wix(wix[0].as_bytes()));
    count("WAPI", 0, &|| of_wapi(wapi[0].as_bytes()));
    count("Domains Service", 0, &|| of_domains(domains[0].as_bytes()));
    count("WAPI in XML", 0, &|| of_wapi(xml[0].as_bytes()));
}

/// Ten times the bytes take ten times as long.
fn long() {
    for (what, body) in bodies::LONG {
        let [one, ten] = [1_000_000, 10_000_000].map(|bytes| {
            let body = body.of(bytes);
            (0..7).map(|_| seconds(&body)).fold(f64::INFINITY, f64::min)
        });
        goal(&format!("10 MB / 1 MB: {what}"), ten / one, 12.0);
    }
}

fn seconds(body: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(of_wapi(body.as_bytes()) + of_domains(body.as_bytes()));
    start.elapsed().as_secs_f64()
}
