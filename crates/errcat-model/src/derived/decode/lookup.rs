//! Takes a catalog; hands out its codes and cases to the reader of responses.

use errcat::Outcome;
use errcat::rt::wire::{Lookup, Resolved, Template};

use crate::{Case, Catalog, Code};

/// A response whose code and case were looked up.
pub(super) type Found<'c, 'b> = Resolved<'c, 'b, &'c Code, &'c Case>;

impl<'c> Lookup<'c> for &'c Catalog {
    type Code = &'c Code;
    type Case = &'c Case;
    type Params = std::vec::IntoIter<(&'c str, &'c str)>;

    fn find(&self, code: &str) -> Option<&'c Code> {
        Catalog::code(self, code)
    }

    fn outcome(&self, code: &'c Code) -> Outcome {
        code.outcome
    }

    fn cases(&self, code: &'c Code) -> impl Iterator<Item = &'c Case> + Clone {
        code.cases.iter()
    }

    fn operations(&self, case: &'c Case) -> impl Iterator<Item = &'c str> {
        case.operations.iter().map(String::as_str)
    }

    fn templates(&self, case: &'c Case) -> impl Iterator<Item = Template<'c, Self::Params>> {
        case.messages.iter().map(|message| Template::of(&message.text))
    }
}
