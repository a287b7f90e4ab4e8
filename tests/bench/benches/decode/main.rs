//! Reading responses, against readers that a person would write for one provider.
#![allow(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a measurement that cannot be made should stop"
)]

mod bodies;
mod by_hand;

use std::fmt::Debug;
use std::hint::black_box;

use domain_errors::{CatalogCode, CatalogError, Input, decode, domains, wapi, wix};
use errcat::rt::wire::{Template, fit};
use errcat_bench::{Random, compare, fastest, ratio, value};
use quick_xml::Reader;
use quick_xml::events::Event;

fn main() {
    errors();
    slots();
    templates();
    allocations();
    long_bodies();
}

/// Compares ours with a peer, on bodies that are newly drawn for each timing.
fn against(
    name: &str,
    bodies: &[String],
    ours: impl Fn(&[u8]) -> usize,
    peer: impl Fn(&[u8]) -> usize,
    goal: f64,
) {
    let draw = |random: &mut Random| random.below(bodies.len());
    let ours = |index: usize| ours(bodies[index].as_bytes());
    let peer = |index: usize| peer(bodies[index].as_bytes());
    ratio(name, compare(draw, ours, peer), " ns", goal);
}

/// Reads bodies into typed errors, as a service does.
fn errors() {
    to_error("Wix", &bodies::wix(), &bodies::WIX_OTHERS, by_hand::wix);
    to_error("WAPI", &bodies::wapi(), &bodies::WAPI_OTHERS, by_hand::wapi);
    to_error("Domains Service", &bodies::domains(), &bodies::DOMAINS_OTHERS, by_hand::domains);
    to_error("WAPI in XML", &bodies::wapi_xml(), &[], by_hand::wapi_xml);
}

fn to_error<E: CatalogError + Debug + PartialEq>(
    name: &str,
    bodies: &[String],
    others: &[&str],
    by_hand: impl Fn(&[u8]) -> E,
) {
    for body in bodies.iter().map(String::as_str).chain(others.iter().copied()) {
        let body = body.as_bytes();
        assert_eq!(decode::<E>(Input::new(body)).error(), Some(&by_hand(body)), "the same error");
    }
    let by_hand = |body: &[u8]| usize::from(by_hand(body).code().is_some());
    against(&format!("{name}, to the error / by hand"), bodies, typed::<E>, by_hand, 0.8);
}

fn typed<E: CatalogError>(body: &[u8]) -> usize {
    usize::from(decode::<E>(Input::new(body)).error().is_some())
}

/// Reads bodies into the slots of their envelopes, without asking what the code means.
fn slots() {
    let wix = slots_of::<wix::Error>;
    against("Wix, slots / serde_json::Value", &bodies::wix(), wix, json_value, 0.45);
    let wapi = slots_of::<wapi::Error>;
    against("WAPI, slots / serde_json::Value", &bodies::wapi(), wapi, json_value, 0.45);
    let domains = slots_of::<domains::Error>;
    let bodies = bodies::domains();
    against("Domains Service, slots / serde_json::Value", &bodies, domains, json_value, 0.45);
    against("WAPI in XML, slots / loop over events", &bodies::wapi_xml(), wapi, xml_events, 1.1);
}

fn slots_of<E: CatalogError>(body: &[u8]) -> usize {
    let raw = errcat::rt::wire::read(&Input::new(body), E::Code::TABLES.spec);
    raw.code.as_deref().map_or(0, str::len)
}

fn json_value(body: &[u8]) -> usize {
    let value: serde_json::Value = serde_json::from_slice(body).expect("JSON");
    usize::from(value.is_object())
}

fn xml_events(body: &[u8]) -> usize {
    let mut reader = Reader::from_str(std::str::from_utf8(body).expect("UTF-8"));
    let mut length = 0;
    loop {
        match reader.read_event().expect("XML") {
            Event::Eof => return length,
            Event::Text(text) => length += text.len(),
            _ => {}
        }
    }
}

fn templates() {
    let one = "Domain `<domainName>` is Wix restricted.";
    let texts: Vec<String> =
        (0..64).map(|index| format!("Domain `shop-{index}.cz` is Wix restricted.")).collect();
    let regex = regex::Regex::new("^Domain `?(.+?)`? is Wix restricted\\.$").expect("a regex");
    template("template with one parameter / regex", one, &regex, &texts, 0.06);
    let three = "Moved from <from> to <to> by <who>";
    let texts: Vec<String> =
        (0..64).map(|index| format!("Moved from a{index}.cz to b{index}.eu by c{index}")).collect();
    let regex = regex::Regex::new("^Moved from (.+?) to (.+?) by (.+)$").expect("a regex");
    template("template with three parameters / regex", three, &regex, &texts, 0.2);
}

/// Compares two readers of messages. Both are prepared before: generated code has its templates
/// taken apart.
fn template(name: &str, template: &str, regex: &regex::Regex, texts: &[String], goal: f64) {
    let Template { start, params } = Template::of(template);
    let params: Vec<(&str, &str)> = params.collect();
    let ours = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let template = Template { start, params: params.iter().copied() };
        let fit = fit(template, text).expect("it fits");
        fit.values.iter().map(|(_, place)| place.len()).sum()
    };
    let peer = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        let found = regex.captures(text).expect("it fits");
        found.iter().skip(1).flatten().map(|value| value.len()).sum()
    };
    against(name, texts, ours, peer, goal);
}

/// Counts allocations beyond the texts that the error itself holds.
fn allocations() {
    let count = |name: &str, own: u64, read: fn(&[u8]) -> usize, body: &str| {
        let info = allocation_counter::measure(|| {
            black_box(read(body.as_bytes()));
        });
        let beyond = info.count_total as f64 - own as f64;
        value(&format!("{name}: allocations beyond the error's own"), beyond, "", 0.0);
    };
    count("Wix", 1, typed::<wix::Error>, &bodies::wix()[0]);
    count("WAPI", 0, typed::<wapi::Error>, &bodies::wapi()[0]);
    count("Domains Service", 0, typed::<domains::Error>, &bodies::domains()[0]);
    count("WAPI in XML", 0, typed::<wapi::Error>, &bodies::wapi_xml()[0]);
    // The error's own: its message, its list, and three texts of the violation.
    count("Wix, a violation", 5, typed::<wix::Error>, bodies::VIOLATION);
}

/// Ten times the bytes take ten times as long.
fn long_bodies() {
    for (name, long) in bodies::LONG {
        let [one, ten] = [1_000_000, 10_000_000].map(|bytes| long.body(bytes));
        let read = |body: &str| {
            let body = body.as_bytes();
            black_box(typed::<wapi::Error>(body) + typed::<domains::Error>(body));
        };
        let [one, ten] = fastest(7, [&|| read(&one), &|| read(&ten)]);
        value(&format!("10 MB / 1 MB (linear is 10): {name}"), ten / one, "", 12.0);
    }
}
