//! Two texts, compared word by word.

use similar::{Algorithm, ChangeTag, DiffOp, capture_diff_slices, diff_ratio};

use errcat::rt::words;

/// A run of words, and the texts that contain it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// The texts that contain it.
    pub word: Word,
    /// The words.
    pub text: String,
}

words! {
    /// The texts that contain a word.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
    pub enum Word {
        /// Both texts.
        Same = "same",
        /// The old text.
        Removed = "removed",
        /// The new text.
        Added = "added",
    }
}

/// Returns the edits that turn one text into another, word by word.
///
/// # Examples
///
/// ```
/// use errcat_import::drift::{Word, edits};
///
/// let edits = edits("Domain is registered", "Domain is already registered");
/// let words: Vec<_> = edits.iter().map(|edit| (edit.word, edit.text.as_str())).collect();
/// assert_eq!(
///     words,
///     [(Word::Same, "Domain is"), (Word::Added, "already"), (Word::Same, "registered")]
/// );
/// ```
pub fn edits(old: &str, new: &str) -> Vec<Edit> {
    let (old, new, ops) = diff(old, new);
    let pieces = ops.iter().flat_map(|op| op.iter_slices(&old, &new));
    let edits = pieces.map(|(tag, words)| {
        let word = match tag {
            ChangeTag::Equal => Word::Same,
            ChangeTag::Delete => Word::Removed,
            ChangeTag::Insert => Word::Added,
        };
        Edit { word, text: words.join(" ") }
    });
    edits.collect()
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
