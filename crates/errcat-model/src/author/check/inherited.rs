//! The size of what cases inherit, which grows with the product of what is written.

use crate::author::read::Keyed;
use crate::author::written::{CodeSource, Details, Provider, Written};
use crate::findings::Collector;
use crate::text::Spanned;
use crate::{Finding, Law};

/// The memory that copies of inherited values may take.
const MAX_BYTES: usize = 128 << 20;

/// The memory of an item of a list, next to its text.
const ITEM_BYTES: usize = 48;

/// Reports the code whose cases inherit too much. Other checks copy what is inherited, so they
/// come after this one, and only if it returns true.
pub(super) fn check(written: &Written, findings: &mut Collector) -> bool {
    let tells = written.meanings.iter().map(|meaning| tell(&meaning.tell));
    // A case can have any meaning.
    let of_meaning = tells.max().unwrap_or(0);
    let mut total: usize = 0;
    for (group, code) in written.providers.iter().flat_map(Provider::codes) {
        let each = group.file.group.source.len().saturating_add(of_meaning);
        total = total.saturating_add(inherited(code, each));
        if total > MAX_BYTES {
            let message = format!(
                "up to this code, cases inherit more than {} MiB of texts and operations",
                MAX_BYTES >> 20
            );
            let help = "write a value at the few cases that need it, and shorten long ids";
            findings.push(Finding::new(Law::TooLarge, code.code.place, message, help));
            return false;
        }
    }
    true
}

/// Returns about how many bytes the cases of a code inherit from it, and `each` of them from its
/// group and meaning, and their messages from them.
fn inherited(code: &CodeSource, each: usize) -> usize {
    let Details { is, kind_of, like, covers, why, facts_why, operations, .. } = &code.details;
    let texts = [is.as_ref(), kind_of.as_ref(), like.as_deref(), why.as_deref()];
    let texts = texts.into_iter().chain([code.details.source.as_deref(), facts_why.as_deref()]);
    let of_code = each
        + tell(&code.details.tell)
        + texts.flatten().map(|text| text.len()).sum::<usize>()
        + list(covers)
        + list(operations);
    let mut total = of_code.saturating_mul(code.cases.len());
    total = total.saturating_add(each);
    for case in &code.cases {
        let Details { operations: own, messages, .. } = &case.details;
        let named: usize = messages.iter().map(|message| message.operations.len()).sum();
        let all = operations.len().max(own.len() + named);
        total = total.saturating_add(messages.len().saturating_mul(all) * ITEM_BYTES);
    }
    total
}

fn tell(tell: &Keyed<Spanned<String>>) -> usize {
    tell.0.iter().map(|(language, text)| language.len() + text.len() + ITEM_BYTES).sum()
}

fn list(texts: &[Spanned<String>]) -> usize {
    texts.iter().map(|text| text.len() + ITEM_BYTES).sum()
}
