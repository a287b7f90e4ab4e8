//! Two texts, word by word.

/// A run of words, and whether both texts have it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Edit {
    /// Who has it.
    pub word: Word,
    /// The words.
    pub text: String,
}

/// Which of two texts has some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// Both.
    Same,
    /// The old one.
    Removed,
    /// The new one.
    Added,
}

/// The table of a comparison has at most this many cells; longer texts differ as a whole.
const MOST_CELLS: usize = 1 << 20;

/// What turns one text into another, word by word.
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
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let mut edits = Edits(Vec::new());
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let (Some(old_rest), Some(new_rest)) = (old.get(start..), new.get(start..)) else {
        return Vec::new();
    };
    let same = old.iter().take(start);
    same.for_each(|word| edits.push(Word::Same, word));
    let common = common(old_rest, new_rest);
    let (mut at_old, mut at_new) = (0, 0);
    for (old_index, new_index) in common.into_iter().chain([(old_rest.len(), new_rest.len())]) {
        let removed = old_rest.iter().take(old_index).skip(at_old);
        removed.for_each(|word| edits.push(Word::Removed, word));
        let added = new_rest.iter().take(new_index).skip(at_new);
        added.for_each(|word| edits.push(Word::Added, word));
        if let Some(word) = old_rest.get(old_index) {
            edits.push(Word::Same, word);
        }
        (at_old, at_new) = (old_index + 1, new_index + 1);
    }
    edits.0
}

struct Edits(Vec<Edit>);

impl Edits {
    fn push(&mut self, word: Word, text: &str) {
        match self.0.last_mut() {
            Some(last) if last.word == word => {
                last.text.push(' ');
                last.text.push_str(text);
            }
            _ => self.0.push(Edit { word, text: text.to_owned() }),
        }
    }
}

/// The places of a longest common sequence of words.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > MOST_CELLS {
        return Vec::new();
    }
    // How many words the rests of both texts share, from each pair of places on.
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let at = |lengths: &[u32], row: usize, column: usize| {
        lengths.get(row * width + column).copied().unwrap_or_default()
    };
    for (row, a) in old.iter().enumerate().rev() {
        for (column, b) in new.iter().enumerate().rev() {
            let length = if a == b {
                at(&lengths, row + 1, column + 1) + 1
            } else {
                at(&lengths, row + 1, column).max(at(&lengths, row, column + 1))
            };
            if let Some(cell) = lengths.get_mut(row * width + column) {
                *cell = length;
            }
        }
    }
    let mut found = Vec::new();
    let (mut row, mut column) = (0, 0);
    while let (Some(a), Some(b)) = (old.get(row), new.get(column)) {
        if a == b {
            found.push((row, column));
            row += 1;
            column += 1;
        } else if at(&lengths, row + 1, column) >= at(&lengths, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    found
}

/// The share of words that two texts have in common, from 0 to 1.
#[allow(clippy::cast_precision_loss, reason = "a share of words needs no more precision")]
pub(super) fn likeness(old: &str, new: &str) -> f64 {
    let count = |text: &str| text.split_whitespace().count();
    let all = count(old) + count(new);
    let same = edits(old, new).into_iter().filter(|edit| edit.word == Word::Same);
    let same: usize = same.map(|edit| count(&edit.text)).sum();
    if all == 0 { 1.0 } else { 2.0 * same as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(edits: &[Edit], other: Word) -> String {
        let own = edits.iter().filter(|edit| edit.word != other);
        own.map(|edit| edit.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn both_texts_are_in_their_edits(old in "([ab] ){0,8}", new in "([abc] ){0,8}") {
            let edits = edits(&old, &new);
            prop_assert_eq!(side(&edits, Word::Added), old.trim());
            prop_assert_eq!(side(&edits, Word::Removed), new.trim());
        }
    }

    #[test]
    fn long_texts_differ_as_a_whole() {
        let (old, new) = ("a ".repeat(2_000), "b ".repeat(2_000));
        assert_eq!(edits(&old, &new).len(), 2);
    }
}
