//! Two texts, compared word by word.

pub use similar::ChangeTag;
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

/// Returns the runs of words of two texts, and whether both have them or only one.
///
/// # Examples
///
/// ```
/// use errcat_import::drift::{ChangeTag, edits};
///
/// let edits = edits("Domain was free", "Domain is free");
/// assert_eq!(edits[1], (ChangeTag::Delete, "was".to_owned()));
/// assert_eq!(edits[2], (ChangeTag::Insert, "is".to_owned()));
/// ```
pub fn edits(old: &str, new: &str) -> Vec<(ChangeTag, String)> {
    let (old, new, ops) = diff(old, new);
    let pieces = ops.iter().flat_map(|op| op.iter_slices(&old, &new));
    pieces.map(|(tag, words)| (tag, words.join(" "))).collect()
}

/// Returns the share of words that two texts have in common, from 0 to 1.
pub(super) fn likeness(old: &str, new: &str) -> f64 {
    let (old, new, ops) = diff(old, new);
    diff_ratio(&ops, old.len(), new.len()).into()
}

fn diff<'a>(old: &'a str, new: &'a str) -> (Vec<&'a str>, Vec<&'a str>, Vec<DiffOp>) {
    let words = |text: &'a str| text.split_whitespace().collect::<Vec<_>>();
    let (old, new) = (words(old), words(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    (old, new, ops)
}
