//! Questions that more than one emitter asks.

use errcat::rt::Anchor;

use super::{Case, Catalog, CatalogSet, Code, Group, Meaning, Operation, Source};

impl CatalogSet {
    /// The catalog with this id.
    pub fn catalog(&self, id: &str) -> Option<&Catalog> {
        self.catalogs.iter().find(|catalog| catalog.id == id)
    }

    /// What a full reference such as `wapi:3201` names, and nothing that is only called alike.
    pub fn follow(&self, reference: &str) -> Option<(&Catalog, &Code, Option<&Case>)> {
        let (catalog, rest) = reference.split_once(':')?;
        let catalog = self.catalog(catalog)?;
        // A code may hold `#` itself: the whole text is tried first.
        if let Some(code) = catalog.code(rest) {
            return Some((catalog, code, None));
        }
        let (code, id) = rest.rsplit_once('#')?;
        let code = catalog.code(code)?;
        let case = code.cases.iter().find(|case| case.id == id)?;
        Some((catalog, code, Some(case)))
    }

    /// The meaning with this id.
    pub fn meaning(&self, id: &str) -> Option<&Meaning> {
        let index = self.meanings.binary_search_by(|meaning| meaning.id.as_str().cmp(id)).ok()?;
        self.meanings.get(index)
    }
}

impl Catalog {
    /// The code with this identifier on the wire.
    pub fn code(&self, code: &str) -> Option<&Code> {
        self.codes.iter().find(|candidate| candidate.code == code)
    }

    /// All cases, each with its code.
    pub fn cases(&self) -> impl Iterator<Item = (&Code, &Case)> {
        self.codes.iter().flat_map(|code| code.cases.iter().map(move |case| (code, case)))
    }

    /// The cases that stand for a meaning, in any relation.
    pub fn cases_of(&self, meaning: &str) -> impl Iterator<Item = (&Code, &Case)> {
        self.cases().filter(move |(_, case)| case.meanings.iter().any(|id| id == meaning))
    }

    /// The group with this id.
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The group that a number belongs to, listed or not: of several ranges the narrowest.
    pub fn group_of(&self, number: u32) -> Option<&Group> {
        let holding = self.groups.iter().filter_map(|group| {
            let (first, last) = group.range?;
            (first..=last).contains(&number).then_some((last - first, group))
        });
        holding.min_by_key(|(width, _)| *width).map(|(_, group)| group)
    }

    /// The operation with this name.
    pub fn operation(&self, name: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.name == name)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The name of a code's entry in the reference pages, which `docs()` of generated code gives.
    pub fn anchor_of_code<'a>(&'a self, code: &'a Code) -> Anchor<'a> {
        Anchor::from_code(&self.id, &code.code)
    }

    /// The name of a case's entry: that of its code, unless the code has several.
    pub fn anchor_of_case<'a>(&'a self, code: &'a Code, case: &'a Case) -> Anchor<'a> {
        match code.cases.as_slice() {
            [_] => self.anchor_of_code(code),
            _ => Anchor::from_case(&self.id, &case.name),
        }
    }

    /// The names of the entries that a case had under earlier names, which lead to it still.
    pub fn earlier_anchors<'a>(
        &'a self,
        code: &'a Code,
        case: &'a Case,
    ) -> impl Iterator<Item = Anchor<'a>> {
        let aliases = case.aliases.iter().filter(|_| code.cases.len() > 1);
        aliases.map(|name| Anchor::from_case(&self.id, name))
    }

    /// The APIs that a case belongs to: those of its operations, or else its group's.
    pub fn apis(&self, code: &Code, case: &Case) -> Vec<&str> {
        let of_operations =
            case.operations.iter().filter_map(|name| self.operation(name)?.api.as_deref());
        let mut apis: Vec<&str> = of_operations.collect();
        if apis.is_empty() {
            apis.extend(self.group(&code.group).and_then(|group| group.api.as_deref()));
        }
        apis.sort_unstable();
        apis.dedup();
        apis
    }
}
