//! Takes declared envelopes; hands out the pointers of all slots as a tree, so that the reader of
//! responses finds everything in one pass.

use errcat::rt::wire::{
    Envelope as Form, EnvelopeKind, Format, MAX_PATHS, Node, Paths, Slot, Spec, Wanted,
};

use crate::catalog::{self, Catalog, Envelope, KnownStatus, tokens};
use crate::{BrokenLaw, Law};

/// The token for every item of a list.
const EACH: &str = "*";

/// Passes the specification of a catalog's responses to `work`.
pub fn with_spec<T>(catalog: &Catalog, work: impl FnOnce(&Spec<'_>) -> T) -> Result<T, BrokenLaw> {
    let with_codes = |spec: &Spec<'_>| {
        let booleans = ["true", "false"].iter().any(|code| catalog.code(code).is_some());
        let statuses: Vec<(u16, &str)> = catalog.statuses.iter().filter_map(code_of).collect();
        work(&Spec { statuses: &statuses, booleans, ..*spec })
    };
    let spec = with_forms(&catalog.envelopes, with_codes);
    spec.ok_or_else(|| BrokenLaw::new(Law::TooLarge, &catalog.id))
}

/// Returns a status with the code that a response without a code has, if it has one.
fn code_of(status: &KnownStatus) -> Option<(u16, &str)> {
    Some((status.http.get(), status.code.as_deref()?))
}

/// Passes envelopes to `work`. Returns `None` if they have too many paths.
fn with_forms<T>(envelopes: &[Envelope], work: impl FnOnce(&Spec<'_>) -> T) -> Option<T> {
    let plans: Vec<Plan<'_>> = envelopes.iter().map(Plan::of).collect();
    let trees = [Format::Json, Format::Xml].map(|format| (format, Tree::of(&plans, format)));
    let numbered = plans.iter().zip(envelopes).map(|(plan, envelope)| {
        let (_, tree) = trees.iter().find(|(format, _)| *format == envelope.format)?;
        let when = plan.when.iter().map(|(path, any)| Some((tree.number(path)?, any.as_slice())));
        let slots = plan.slots.iter().map(|(slot, path)| Some((*slot, tree.number(path)?)));
        Some((when.collect::<Option<Vec<_>>>()?, slots.collect::<Option<Vec<_>>>()?))
    });
    let numbered: Vec<_> = numbered.collect::<Option<_>>()?;
    let forms = plans.iter().zip(envelopes).zip(&numbered);
    let forms = forms.map(|((plan, envelope), (when, slots))| Form {
        id: &envelope.id,
        kind: envelope.kind,
        format: envelope.format,
        namespace: envelope.namespace.as_deref(),
        http: envelope.http,
        outcome: envelope.outcome,
        counts: envelope.counts,
        statuses: &envelope.statuses,
        when,
        slots,
        headers: &plan.headers,
    });
    let forms: Vec<Form<'_>> = forms.collect();
    let [(_, json), (_, xml)] = &trees;
    let (json, xml) = (json.nodes()?, xml.nodes()?);
    let [json, xml] = [&json, &xml].map(|nodes| Paths { nodes });
    Some(work(&Spec { envelopes: &forms, json, xml, statuses: &[], booleans: false }))
}

/// Returns the number of different paths in the format that has more of them.
pub(crate) fn path_count(envelopes: &[Envelope]) -> usize {
    let plans: Vec<Plan<'_>> = envelopes.iter().map(Plan::of).collect();
    let counts = Format::ALL.iter().map(|format| Tree::of(&plans, *format).paths.len());
    counts.max().unwrap_or(0)
}

/// Returns the envelopes that are never tried, each with an earlier one that takes all of its bodies.
pub(crate) fn shadowed(envelopes: &[Envelope]) -> Vec<(usize, usize)> {
    let shadowed = with_forms(envelopes, |spec| {
        let first = |(number, later)| {
            let mut earlier = spec.envelopes.iter().take(number);
            Some((number, earlier.position(|earlier| shadows(earlier, later))?))
        };
        spec.envelopes.iter().enumerate().filter_map(first).collect()
    });
    shadowed.unwrap_or_default()
}

/// Returns whether an envelope takes every body of a later one.
fn shadows(one: &Form<'_>, other: &Form<'_>) -> bool {
    let needs_no_slots = |form: &Form<'_>| form.outcome.is_some() && form.is_conditional();
    let has_all_values = |(path, any): &(u8, &[Wanted<'_>])| {
        let mut others = other.when.iter().filter(|(other, _)| other == path);
        others.any(|(_, some)| some.iter().all(|wanted| any.contains(wanted)))
    };
    let is_in = |(first, last): &(u16, u16)| {
        one.statuses.iter().any(|(start, end)| start <= first && last <= end)
    };
    let has_statuses =
        one.statuses.is_empty() || !other.statuses.is_empty() && other.statuses.iter().all(is_in);
    let is_as_wide = one.format == other.format
        && (one.namespace.is_none() || one.namespace == other.namespace)
        && one.when.iter().all(has_all_values)
        && has_statuses;
    if !is_as_wide || needs_no_slots(one) {
        return is_as_wide;
    }
    let paths = |form: &Form<'_>| -> Vec<u8> {
        let slots = form.slots.iter().filter(|(slot, _)| slot.is_decisive(other.kind));
        slots.map(|(_, path)| *path).collect()
    };
    let (own, others) = (paths(one), paths(other));
    let is_of_kind = one.kind == other.kind && !needs_no_slots(other) && !others.is_empty();
    is_of_kind && others.iter().all(|path| own.contains(path))
}

/// The full path of each part of an envelope.
struct Plan<'a> {
    format: Format,
    slots: Vec<(Slot<'a>, Vec<String>)>,
    when: Vec<(Vec<String>, Vec<Wanted<'a>>)>,
    headers: Vec<(Slot<'a>, &'a str)>,
}

impl<'a> Plan<'a> {
    fn of(envelope: &'a Envelope) -> Self {
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
        let items = |path| lists.iter().map(move |list| item(list, path));
        // An item can be a text by itself, unless its text is in one of its members.
        let texts = || items("").map(|item| (Slot::ViolationDescription, item));
        let has_description =
            envelope.slots.iter().any(|slot| slot.slot == "violation-description");
        let mut slots = Vec::new();
        for slot in &envelope.slots {
            match Slot::from_name(&slot.slot) {
                Slot::Other("violations") if has_description => {}
                Slot::Other("violations") => slots.extend(texts()),
                kind if kind.is_decisive(EnvelopeKind::Validation) => {
                    let items = slot.paths.iter().flat_map(|path| items(path));
                    slots.extend(items.map(|path| (kind, path)));
                    if kind == Slot::ViolationDescription {
                        slots.extend(texts());
                    }
                }
                kind => slots.extend(places(slot).into_iter().map(|path| (kind, path))),
            }
        }
        for param in &envelope.params {
            slots.extend(places(param).into_iter().map(|path| (Slot::Param(&param.slot), path)));
        }
        let when = envelope.when.iter();
        let when =
            when.map(|one| (tokens(&one.path).collect(), one.any.iter().map(wanted).collect()));
        let headers = envelope.headers.iter().flat_map(|slot| {
            slot.paths.iter().map(|name| (Slot::from_name(&slot.slot), name.as_str()))
        });
        Self { format: envelope.format, slots, when: when.collect(), headers: headers.collect() }
    }

    fn paths(&self) -> impl Iterator<Item = &[String]> {
        let when = self.when.iter().map(|(path, _)| path.as_slice());
        self.slots.iter().map(|(_, path)| path.as_slice()).chain(when)
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
