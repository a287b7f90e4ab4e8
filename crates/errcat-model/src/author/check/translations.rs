//! Translations by hand: their shape, their targets, and each only once.

use std::collections::HashMap;

use errcat::Relation;

use crate::author::check::meaning::contradiction;
use crate::author::check::unique::Unique;
use crate::author::resolve::{CodeRef, Codes, Hub, View};
use crate::author::written::{Provider, TranslationSource, Written};
use crate::catalog::Reference;
use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

pub(super) fn check<'w>(
    written: &'w Written,
    hub: &Hub<'_>,
    codes: &Codes<'w>,
    findings: &mut Collector,
) {
    let (pairs, nones) = (Unique::new(), Unique::new());
    let (none, substituted) = (Vec::new(), HashMap::new());
    let mut check = Check { hub, codes, pairs, nones, none, substituted, findings };
    for provider in &written.providers {
        for code in View::codes_of(provider) {
            let listed = code.code.cases.iter().map(|case| View { case: Some(case), ..code });
            for subject in listed.chain([code]) {
                for translation in &subject.own().translations {
                    check.check(provider, subject, translation);
                }
            }
        }
    }
    check.check_none();
}

/// The source or target of a translation, and the id of its catalog.
type End<'a, 'w> = (&'w str, &'a View<'w>);

struct Check<'c, 'w> {
    hub: &'c Hub<'c>,
    codes: &'c Codes<'w>,
    /// Every pair that has a relation, in the order of its references.
    pairs: Unique<[Reference<'w>; 2]>,
    /// Every source and catalog without an equivalent.
    nones: Unique<(Reference<'w>, &'w str)>,
    /// These again, in written order.
    none: Vec<(Reference<'w>, &'w str, Place)>,
    /// Every source and catalog with an equivalent.
    substituted: HashMap<(Reference<'w>, &'w str), Place>,
    findings: &'c mut Collector,
}

/// The direction of a translation.
#[derive(Clone, Copy)]
enum Way<'w> {
    To(&'w Spanned<String>),
    From(&'w Spanned<String>),
    None(&'w Spanned<String>),
}

impl<'w> Check<'_, 'w> {
    fn check(
        &mut self,
        provider: &'w Provider,
        subject: View<'w>,
        translation: &'w TranslationSource,
    ) {
        let Some(way) = self.check_shape(&subject, translation) else { return };
        let own = provider.provider.id.as_str();
        match way {
            Way::None(catalog) => {
                if self.leads_elsewhere(catalog, &catalog.value, own) {
                    self.check_one_none(reference((own, &subject)), catalog);
                }
            }
            Way::To(text) => {
                let Some((catalog, target)) = self.follow(text, own) else { return };
                if self.is_single(&target, text, "name one of them after `#`") {
                    self.check_pair((own, &subject), (catalog, &target), translation, text.place);
                }
            }
            Way::From(text) => {
                let Some((catalog, source)) = self.follow(text, own) else { return };
                if self.is_single(&subject, text, "move the entry into one of them") {
                    self.check_pair((catalog, &source), (own, &subject), translation, text.place);
                }
            }
        }
    }

    /// Checks for one direction, a relation if there is something to relate, and a reason.
    fn check_shape(
        &mut self,
        subject: &View<'_>,
        translation: &'w TranslationSource,
    ) -> Option<Way<'w>> {
        let TranslationSource { to, from, none, relation, why, place } = translation;
        let of = subject.reference();
        let to = to.as_ref().map(|to| ("to", Way::To(to), to.place));
        let from = from.as_ref().map(|from| ("from", Way::From(from), from.place));
        let none = none.as_ref().map(|none| ("none", Way::None(none), none.place));
        let mut ways = to.into_iter().chain(from).chain(none);
        let Some((word, way, first)) = ways.next() else {
            let message = format!("a translation of `{of}` says neither `to`, `from` nor `none`");
            self.misshapen(*place, message, "add `to:` and the reference that it becomes, `from:` and the one that becomes it, or `none:` and the id of a catalog");
            return None;
        };
        if let Some((other, _, second)) = ways.next() {
            let message = format!("a translation of `{of}` says `{word}` and `{other}`");
            self.misshapen(second, message, "write each as an entry of its own");
            return None;
        }
        match (way, relation) {
            (Way::None(_), Some(relation)) => {
                let message = format!("a translation of `{of}` to nothing has a relation");
                self.misshapen(relation.place, message, "remove `relation:`");
            }
            (Way::To(_) | Way::From(_), None) => {
                let message = format!("a translation of `{of}` has no relation");
                self.misshapen(first, message, "add `relation:` and exact, close, wider (the target says less), narrower (it says more than is known) or related (nobody should substitute it)");
            }
            _ => {}
        }
        if why.is_none() {
            let message = format!("a translation of `{of}` does not say why");
            let help = "add `why:` with a sentence that a reviewer can agree or disagree with";
            self.findings.push(Finding::new(Law::MissingWhy, first, message, help));
        }
        Some(way)
    }

    fn misshapen(&mut self, place: Place, message: String, help: &str) {
        self.findings.push(Finding::new(Law::TranslationShape, place, message, help));
    }

    fn leads_elsewhere(&mut self, text: &Spanned<String>, catalog: &str, own: &str) -> bool {
        if catalog == own {
            let message = format!("`{}` belongs to `{own}` itself", text.value);
            self.misshapen(text.place, message, "name another catalog, as in `catalog:code`");
        }
        catalog != own
    }

    /// Returns the target of a reference and the id of its catalog. A reference to a catalog that
    /// is not loaded is fine.
    fn follow(&mut self, text: &'w Spanned<String>, own: &'w str) -> Option<(&'w str, View<'w>)> {
        let (reference, named) = self.codes.follow(&text.value, own);
        let catalog = reference.catalog.unwrap_or(own);
        if !self.leads_elsewhere(text, catalog, own) {
            return None;
        }
        match named {
            CodeRef::NotLoaded => None,
            CodeRef::NoCode => {
                self.unknown_code(text, reference, catalog);
                None
            }
            CodeRef::NoCase(code) => {
                self.unknown_case(text, &code, catalog);
                None
            }
            CodeRef::Code(view) | CodeRef::Case(view) => Some((catalog, view)),
        }
    }

    fn unknown_code(&mut self, text: &Spanned<String>, reference: Reference<'_>, catalog: &str) {
        let message = format!("there is no `{catalog}:{}`", reference.code);
        let codes = self.codes.of_catalog(catalog).into_iter().flatten();
        let help = format!("name a code that `errcat list {catalog}` shows");
        let finding = Finding::new(Law::UnknownTranslation, text.place, message, help);
        self.findings.push_near(finding, reference.code, codes);
    }

    fn unknown_case(&mut self, text: &Spanned<String>, code: &View<'_>, catalog: &str) {
        let message = format!("there is no `{}`", text.value);
        let help = match code.code.cases.as_slice() {
            [] => format!(
                "`{catalog}:{}` has a single case: leave out `#` and its id",
                code.reference()
            ),
            _ => format!("name one of its cases: {}", ids(code)),
        };
        self.findings.push(Finding::new(Law::UnknownTranslation, text.place, message, help));
    }

    /// Checks that a translation leads to one case: for a code with several, it must name one.
    fn is_single(&mut self, target: &View<'_>, text: &Spanned<String>, help: &str) -> bool {
        let is_single = target.case.is_some() || target.code.cases.len() < 2;
        if !is_single {
            let code = target.reference();
            let message = format!("`{code}` has several cases, and a translation leads to one");
            self.misshapen(text.place, message, &format!("{help}: {}", ids(target)));
        }
        is_single
    }

    fn check_pair(
        &mut self,
        source: End<'_, 'w>,
        target: End<'_, 'w>,
        translation: &TranslationSource,
        place: Place,
    ) {
        let (from, to) = (reference(source), reference(target));
        let relation = translation.relation.map(|relation| relation.value);
        self.check_ends((from, source.1), (to, target.1), relation, place);
        let mut pair = [from, to];
        pair.sort_unstable();
        if let Some(first) = self.pairs.insert(pair, place) {
            let message = format!("the relation of `{from}` and `{to}` is written twice");
            let help = "keep the correct one; it holds in both directions";
            let finding = Finding::new(Law::DuplicateTranslation, place, message, help);
            self.findings.push(finding.again(first));
        }
        if relation.is_some_and(Relation::is_substitutable) {
            self.substituted.entry((from, target.0)).or_insert(place);
        }
    }

    fn check_ends(
        &mut self,
        (from, source): (Reference<'w>, &View<'w>),
        (to, target): (Reference<'w>, &View<'w>),
        relation: Option<Relation>,
        place: Place,
    ) {
        if let Some(retired) = &target.code.retired {
            let message = format!("`{from}` is translated to `{to}`, which is retired");
            let help = "name a code that is still sent, or write `none:`";
            let finding = Finding::new(Law::RetiredTarget, place, message, help);
            self.findings.push(finding.also(retired.place, "retired here"));
        }
        let (before, after) = (source.outcome(), target.outcome());
        if before != after {
            let message = format!("`{from}` is a {before} and `{to}` is a {after}");
            let help = "name a code with the same outcome, or write `none:`";
            self.findings.push(Finding::new(Law::OutcomeCrossed, place, message, help));
        } else if let Some(relation) = relation
            && let Some(known) = contradiction::find(self.hub, source, target, relation)
        {
            let message = format!("`{from}` has the relation `{relation}` to `{to}`, but {known}");
            let help = "remove the entry, or change the meaning of one of the two";
            self.findings.push(Finding::new(Law::RelationContradiction, place, message, help));
        }
    }

    fn check_one_none(&mut self, source: Reference<'w>, into: &'w Spanned<String>) {
        let Some(first) = self.nones.insert((source, &into.value), into.place) else {
            self.none.push((source, &into.value, into.place));
            return;
        };
        let message = format!("`{source}` has no equivalent in `{}` twice", into.value);
        let finding = Finding::new(Law::DuplicateTranslation, into.place, message, "keep one");
        self.findings.push(finding.again(first));
    }

    /// Checks that nothing is substituted where an author says so.
    fn check_none(self) {
        for (source, into, place) in self.none {
            let Some(other) = self.substituted.get(&(source, into)) else { continue };
            let message = format!("`{source}` has no equivalent in `{into}`, and one there");
            let help = "remove one of the two; beside `none:`, a target can be narrower or related";
            let finding = Finding::new(Law::RelationContradiction, place, message, help);
            self.findings.push(finding.also(*other, "the equivalent"));
        }
    }
}

fn reference<'w>((catalog, view): End<'_, 'w>) -> Reference<'w> {
    let code = view.code.code.text.as_str();
    // The only case of a code is meant by the code.
    let case = view.case_id().filter(|_| view.code.cases.len() > 1);
    Reference { catalog: Some(catalog), code, case }
}

fn ids(code: &View<'_>) -> String {
    // A help text has no room for more, and many translations may be wrong.
    let cases = code.code.cases.iter().take(50);
    let ids: Vec<&str> = cases.map(|case| case.id.as_str()).collect();
    ids.join(", ")
}
