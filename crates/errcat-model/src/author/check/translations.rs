//! Translations by hand: their shape, their targets, and each only once.

use crate::author::check::unique::Unique;
use crate::author::resolve::{CodeRef, Codes, View};
use crate::author::written::{Provider, TranslationSource, Written};
use crate::catalog::Reference;
use crate::findings::Collector;
use crate::text::{Place, Spanned};
use crate::{Finding, Law};

pub(super) fn check<'w>(written: &'w Written, codes: &Codes<'w>, findings: &mut Collector) {
    let mut check = Check { codes, pairs: Unique::new(), findings };
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
}

/// The catalog, code and case to translate, and the catalog to translate into.
type Pair<'w> = (&'w str, &'w str, Option<&'w str>, &'w str);

/// The source or target of a translation, and the id of its catalog.
type End<'a> = (&'a str, &'a View<'a>);

struct Check<'c, 'w> {
    codes: &'c Codes<'w>,
    /// Every pair that has a translation.
    pairs: Unique<Pair<'w>>,
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
                    self.check_once(pair(own, &subject, &catalog.value), catalog.place);
                }
            }
            Way::To(reference) => {
                let Some((catalog, target)) = self.follow(reference, own) else { return };
                if self.is_single(&target, reference, "name one of them after `#`") {
                    self.check_ends((own, &subject), (catalog, &target), reference.place);
                    self.check_once(pair(own, &subject, catalog), reference.place);
                }
            }
            Way::From(reference) => {
                let Some((catalog, source)) = self.follow(reference, own) else { return };
                if self.is_single(&subject, reference, "move the entry into one of them") {
                    self.check_ends((catalog, &source), (own, &subject), reference.place);
                    self.check_once(pair(catalog, &source, own), reference.place);
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
                self.misshapen(first, message, "add `relation:` and exact, close, wider (the target says less) or narrower (it says more than is known)");
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

    fn check_ends(&mut self, source: End<'_>, target: End<'_>, place: Place) {
        let reference = |(catalog, view): End<'_>| format!("{catalog}:{}", view.reference());
        let (from, to) = (reference(source), reference(target));
        let ((_, source), (_, target)) = (source, target);
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
        }
    }

    fn check_once(&mut self, pair: Pair<'w>, place: Place) {
        let Some(first) = self.pairs.insert(pair, place) else { return };
        let (catalog, code, case, into) = pair;
        let reference = Reference { catalog: Some(catalog), code, case };
        let message = format!("`{reference}` is translated into `{into}` twice");
        let help = "keep the correct one";
        self.findings
            .push(Finding::new(Law::DuplicateTranslation, place, message, help).again(first));
    }
}

fn pair<'w>(catalog: &'w str, source: &View<'w>, into: &'w str) -> Pair<'w> {
    (catalog, source.code.code.text.as_str(), source.case_id(), into)
}

fn ids(code: &View<'_>) -> String {
    // A help text has no room for more, and many translations may be wrong.
    let cases = code.code.cases.iter().take(50);
    let ids: Vec<&str> = cases.map(|case| case.id.as_str()).collect();
    ids.join(", ")
}
