//! Takes declared envelopes; hands out the pointers of all slots as a tree, so that the reader of
//! responses finds everything in one pass.

use errcat::rt::wire::{
    Envelope as Form, EnvelopeKind, Format, MAX_PATHS, Node, Paths, Slot, Spec, Wanted,
};

use crate::catalog::{self, Catalog, Envelope, EnvelopeFormat, KnownStatus, tokens};
use crate::{BrokenLaw, Law};

/// The token for every item of a list.
const EACH: &str = "*";

/// Passes the specification of a catalog's responses to `work`.
pub fn with_spec<T>(catalog: &Catalog, work: impl FnOnce(&Spec<'_>) -> T) -> Result<T, BrokenLaw> {
    let plans: Vec<Plan<'_>> = catalog.envelopes.iter().map(Plan::of).collect();
    let trees = [Format::Json, Format::Xml].map(|format| Tree::of(&plans, format));
    let [json, xml] = &trees;
    let too_many = || BrokenLaw::new(Law::TooLarge, &catalog.id);
    let [json_nodes, xml_nodes] = [json.nodes(), xml.nodes()];
    let (json_nodes, xml_nodes) =
        (json_nodes.ok_or_else(too_many)?, xml_nodes.ok_or_else(too_many)?);
    let lists: Vec<Lists<'_>> = plans
        .iter()
        .map(|plan| plan.lists(if plan.format == Format::Json { json } else { xml }))
        .collect::<Result<_, _>>()?;
    let envelopes: Vec<Form<'_>> = plans
        .iter()
        .zip(&lists)
        .map(|(plan, lists)| Form {
            id: &plan.envelope.id,
            kind: plan.envelope.kind,
            format: plan.format,
            namespace: plan.envelope.namespace.as_deref(),
            http: plan.envelope.http,
            outcome: plan.envelope.outcome,
            counts: plan.envelope.counts,
            statuses: &plan.envelope.statuses,
            when: &lists.when,
            slots: &lists.slots,
            headers: &lists.headers,
        })
        .collect();
    let booleans = ["true", "false"].iter().any(|code| catalog.code(code).is_some());
    let statuses: Vec<(u16, &str)> = catalog.statuses.iter().filter_map(code_of).collect();
    Ok(work(&Spec {
        envelopes: &envelopes,
        json: Paths { nodes: &json_nodes },
        xml: Paths { nodes: &xml_nodes },
        statuses: &statuses,
        booleans,
    }))
}

/// Returns a status with the code that a response without a code has, if it has one.
fn code_of(status: &KnownStatus) -> Option<(u16, &str)> {
    Some((status.http.get(), status.code.as_deref()?))
}

/// Returns the number of different paths in the format that has more of them.
pub(crate) fn path_count(envelopes: &[Envelope]) -> usize {
    let plans: Vec<Plan<'_>> = envelopes.iter().map(Plan::of).collect();
    let counts = [Format::Json, Format::Xml].map(|format| Tree::of(&plans, format).paths.len());
    counts.into_iter().max().unwrap_or(0)
}

/// Returns the envelopes that are never tried, each with an earlier one that takes all of its bodies.
pub(crate) fn shadowed(envelopes: &[Envelope]) -> Vec<(usize, usize)> {
    let plans: Vec<Plan<'_>> = envelopes.iter().map(Plan::of).collect();
    let first = |(number, later): (usize, &Plan<'_>)| {
        let first = plans.iter().take(number).position(|earlier| earlier.shadows(later))?;
        Some((number, first))
    };
    plans.iter().enumerate().filter_map(first).collect()
}

/// An envelope with the full path of each slot.
struct Plan<'a> {
    envelope: &'a Envelope,
    format: Format,
    slots: Vec<(Slot<'a>, Vec<String>)>,
    when: Vec<(Vec<String>, Vec<Wanted<'a>>)>,
}

/// The parts of an envelope that refer to paths by number.
struct Lists<'a> {
    when: Vec<(u8, &'a [Wanted<'a>])>,
    slots: Vec<(Slot<'a>, u8)>,
    headers: Vec<(Slot<'a>, &'a str)>,
}

impl<'a> Plan<'a> {
    fn of(envelope: &'a Envelope) -> Self {
        let format = match envelope.format {
            EnvelopeFormat::Json => Format::Json,
            EnvelopeFormat::Xml => Format::Xml,
        };
        let mut root: Vec<String> = Vec::new();
        if let Some(each) = &envelope.each {
            root.extend(tokens(each));
            root.push(EACH.to_owned());
        }
        let places = |slot: &catalog::Slot| -> Vec<Vec<String>> {
            let below =
                slot.paths.iter().map(|path| root.iter().cloned().chain(tokens(path)).collect());
            below.chain(slot.shared.iter().map(|path| tokens(path).collect())).collect()
        };
        let lists = envelope.slots.iter().filter(|slot| slot.slot == "violations");
        let lists: Vec<Vec<String>> = lists.flat_map(places).collect();
        // An item can be a text by itself, unless its text is in one of its members.
        let texts = || lists.iter().map(|list| (Slot::ViolationDescription, item(list, "")));
        let has_description =
            envelope.slots.iter().any(|slot| slot.slot == "violation-description");
        let mut slots = Vec::new();
        for slot in &envelope.slots {
            match Slot::from_name(&slot.slot) {
                kind
                @ (Slot::ViolationField | Slot::ViolationDescription | Slot::ViolationRule) => {
                    let items = slot
                        .paths
                        .iter()
                        .flat_map(|path| lists.iter().map(move |list| item(list, path)));
                    slots.extend(items.map(|path| (kind, path)));
                    if kind == Slot::ViolationDescription {
                        slots.extend(texts());
                    }
                }
                Slot::Other("violations") if has_description => {}
                Slot::Other("violations") => slots.extend(texts()),
                kind => slots.extend(places(slot).into_iter().map(|path| (kind, path))),
            }
        }
        for param in &envelope.params {
            slots.extend(places(param).into_iter().map(|path| (Slot::Param(&param.slot), path)));
        }
        let when = envelope.when.iter();
        let when =
            when.map(|one| (tokens(&one.path).collect(), one.any.iter().map(wanted).collect()));
        let when = when.collect();
        Self { envelope, format, slots, when }
    }

    /// Returns whether it takes every body of a later one.
    fn shadows(&self, later: &Self) -> bool {
        let (one, other) = (self.envelope, later.envelope);
        let has_all_values = |(path, any): &(Vec<String>, Vec<Wanted<'_>>)| {
            let is_within = |(other, some): &(Vec<String>, Vec<Wanted<'_>>)| {
                other == path && some.iter().all(|wanted| any.contains(wanted))
            };
            later.when.iter().any(is_within)
        };
        let is_in = |(first, last): &(u16, u16)| {
            one.statuses.iter().any(|(start, end)| start <= first && last <= end)
        };
        let has_statuses = one.statuses.is_empty()
            || !other.statuses.is_empty() && other.statuses.iter().all(is_in);
        let is_as_wide = one.format == other.format
            && (one.namespace.is_none() || one.namespace == other.namespace)
            && self.when.iter().all(has_all_values)
            && has_statuses;
        if is_as_wide && self.needs_no_slots() {
            return true;
        }
        let is_decisive = |slot: Slot<'_>| match other.kind {
            EnvelopeKind::Application => slot == Slot::Code,
            EnvelopeKind::Validation => matches!(
                slot,
                Slot::ViolationField | Slot::ViolationDescription | Slot::ViolationRule
            ),
            EnvelopeKind::System => matches!(slot, Slot::SystemCode | Slot::Message),
        };
        let mut decisive = later.slots.iter().filter(|(slot, _)| is_decisive(*slot)).peekable();
        let has_all = |(slot, path): &(Slot<'_>, Vec<String>)| {
            self.slots
                .iter()
                .any(|(other, one)| is_decisive(*slot) && is_decisive(*other) && one == path)
        };
        let is_of_kind = one.kind == other.kind && !later.needs_no_slots();
        is_as_wide && is_of_kind && decisive.peek().is_some() && decisive.all(has_all)
    }

    /// Returns whether its conditions alone decide whether a body has it.
    fn needs_no_slots(&self) -> bool {
        let is_conditional = !(self.when.is_empty() && self.envelope.statuses.is_empty());
        self.envelope.outcome.is_some() && is_conditional
    }

    fn paths(&self) -> impl Iterator<Item = &[String]> {
        let when = self.when.iter().map(|(path, _)| path.as_slice());
        self.slots.iter().map(|(_, path)| path.as_slice()).chain(when)
    }

    fn lists<'l>(&'l self, tree: &Tree<'_>) -> Result<Lists<'l>, BrokenLaw> {
        let headers = self.envelope.headers.iter().flat_map(|slot| {
            slot.paths.iter().map(|name| (Slot::from_name(&slot.slot), name.as_str()))
        });
        let number = |path: &[String]| {
            let too_many = || BrokenLaw::new(Law::TooLarge, &self.envelope.id);
            tree.number(path).ok_or_else(too_many)
        };
        let when = self.when.iter().map(|(path, any)| Ok((number(path)?, any.as_slice())));
        let slots = self.slots.iter().map(|(slot, path)| Ok((*slot, number(path)?)));
        Ok(Lists {
            when: when.collect::<Result<_, _>>()?,
            slots: slots.collect::<Result<_, _>>()?,
            headers: headers.collect(),
        })
    }
}

fn wanted(wanted: &catalog::Wanted) -> Wanted<'_> {
    match wanted {
        catalog::Wanted::Text(text) => Wanted::Text(text),
        catalog::Wanted::Plain(plain) => Wanted::Plain(plain),
        catalog::Wanted::Present => Wanted::Present,
        catalog::Wanted::Absent => Wanted::Absent,
    }
}

/// Returns the path to a place in each item of a list.
fn item(list: &[String], pointer: &str) -> Vec<String> {
    list.iter().cloned().chain([EACH.to_owned()]).chain(tokens(pointer)).collect()
}

/// All paths of one format.
struct Tree<'p> {
    /// Each different path; its index is its number.
    paths: Vec<&'p [String]>,
    /// Every prefix of a path, the shortest first, so that children are adjacent.
    places: Vec<&'p [String]>,
}

impl<'p> Tree<'p> {
    fn of(plans: &'p [Plan<'_>], format: Format) -> Self {
        let of_format = plans.iter().filter(|plan| plan.format == format);
        let mut paths: Vec<&[String]> = of_format.flat_map(Plan::paths).collect();
        paths.sort_unstable();
        paths.dedup();
        let starts =
            paths.iter().flat_map(|path| (0..=path.len()).filter_map(|end| path.get(..end)));
        let mut places: Vec<&[String]> = starts.collect();
        places.sort_unstable_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        places.dedup();
        Self { paths, places }
    }

    fn number(&self, path: &[String]) -> Option<u8> {
        let number = self.paths.binary_search(&path).ok()?;
        u8::try_from(number).ok().filter(|number| usize::from(*number) < MAX_PATHS)
    }

    /// Returns the nodes, the root first. `None` if there are more than the tables can hold.
    fn nodes(&self) -> Option<Vec<Node<'p>>> {
        let node = |place: &&'p [String]| {
            let is_child =
                |other: &&[String]| other.split_last().is_some_and(|(_, parent)| parent == *place);
            let first = self.places.iter().position(is_child).unwrap_or(0);
            let count = self.places.iter().filter(|other| is_child(other)).count();
            let path = match self.paths.binary_search(place) {
                Ok(path) => u8::try_from(path).ok()?.checked_add(1)?,
                Err(_) => 0,
            };
            Some(Node {
                name: place.last().map_or("", String::as_str),
                first: u16::try_from(first).ok()?,
                count: u16::try_from(count).ok()?,
                path,
            })
        };
        self.places.iter().map(node).collect()
    }
}
