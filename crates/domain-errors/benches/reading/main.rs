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
use domain_errors::{CatalogError, Input, decode, domains, wapi, wix};
use errcat::rt::wire::{Template, fit};
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

/// From the bytes to the slots of the envelope.
fn slots<E: CatalogError>(body: &[u8]) -> usize {
    let raw = errcat::rt::wire::read(&Input::new(body), &E::SPEC);
    raw.code.as_deref().map_or(0, str::len)
}

/// From the bytes to the typed error, which a struct by hand does not have.
fn typed<E: CatalogError>(body: &[u8]) -> usize {
    usize::from(decode::<E>(&Input::new(body)).error().is_some())
}

fn value(body: &[u8]) -> usize {
    let value: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    usize::from(value.is_object())
}

fn json() {
    let wix = |body: &[u8]| serde_json::from_slice::<Wix<'_>>(body).expect("Wix").length();
    let wapi = |body: &[u8]| serde_json::from_slice::<Wapi<'_>>(body).expect("WAPI").length();
    let domains =
        |body: &[u8]| serde_json::from_slice::<Domains<'_>>(body).expect("Domains").length();
    json_of::<wix::Error>("Wix", &bodies::wix(), wix);
    json_of::<wapi::Error>("WAPI", &bodies::wapi(), wapi);
    json_of::<domains::Error>("Domains Service", &bodies::domains(), domains);
}

fn json_of<E: CatalogError>(name: &str, bodies: &[String], by_hand: impl Fn(&[u8]) -> usize) {
    against(&format!("{name}, read / borrowed struct"), bodies, slots::<E>, &by_hand, 1.0);
    against(&format!("{name}, read / serde_json::Value"), bodies, slots::<E>, value, 0.45);
    against(&format!("{name}, to the error / borrowed struct"), bodies, typed::<E>, by_hand, 1.0);
    against(&format!("{name}, to the error / serde_json::Value"), bodies, typed::<E>, value, 0.45);
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
    let bodies = bodies::wapi_xml();
    let read = slots::<wapi::Error>;
    against("WAPI in XML, read / bare loop over events", &bodies, read, events, 1.1);
    let typed = typed::<wapi::Error>;
    against("WAPI in XML, to the error / bare loop over events", &bodies, typed, events, 1.1);
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

/// Both are prepared before: generated code has its templates taken apart.
fn template(what: &str, template: &str, regex: &regex::Regex, texts: &[String], most: f64) {
    let Template { start, params } = Template::of(template);
    let params: Vec<(&str, &str)> = params.collect();
    let ours = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let template = Template { start, params: params.iter().copied() };
        let fit = fit(template, text).expect("it fits");
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
    let violation = bodies::VIOLATION.as_bytes();
    count("Wix", 1, &|| typed::<wix::Error>(wix[0].as_bytes()));
    count("WAPI", 0, &|| typed::<wapi::Error>(wapi[0].as_bytes()));
    count("Domains Service", 0, &|| typed::<domains::Error>(domains[0].as_bytes()));
    count("WAPI in XML", 0, &|| typed::<wapi::Error>(xml[0].as_bytes()));
    // Its message, its list, and three texts of the violation.
    count("Wix, a violation", 5, &|| typed::<wix::Error>(violation));
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
    let read = typed::<wapi::Error>(body.as_bytes()) + typed::<domains::Error>(body.as_bytes());
    std::hint::black_box(read);
    start.elapsed().as_secs_f64()
}
