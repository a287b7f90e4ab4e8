//! Collects findings within a limit, so that a hostile file cannot fill the memory with them.

use std::collections::HashMap;

use super::finding::Finding;
use super::law::Law;
use crate::text::FileId;

/// Findings of one law in one file that are kept; the rest are counted.
const MAX_OF_A_LAW: usize = 1_000;

/// Findings of all files after which only the first one of a law in a file is kept.
const MAX_FINDINGS: usize = 10_000;

/// The findings of a run.
#[derive(Default)]
pub(crate) struct Collector {
    kept: Vec<Finding>,
    of_a_law: HashMap<(FileId, Law), Kept>,
}

/// The findings of one law in one file.
struct Kept {
    count: usize,
    /// The index of the last one.
    last: usize,
}

impl Collector {
    /// Keeps a finding, or counts it with the last one of its law and file.
    pub(crate) fn push(&mut self, finding: Finding) {
        let key = (finding.primary.place.file, finding.law);
        let has_room = self.has_room(&finding);
        let of_a_law = self.of_a_law.entry(key).or_insert(Kept { count: 0, last: 0 });
        if has_room {
            *of_a_law = Kept { count: of_a_law.count + 1, last: self.kept.len() };
            self.kept.push(finding);
        } else if let Some(last) = self.kept.get_mut(of_a_law.last) {
            last.more += 1;
        }
    }

    /// Keeps a finding and asks for the candidate nearest to what was typed, or counts it.
    pub(crate) fn push_near<'a>(
        &mut self,
        finding: Finding,
        typed: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) {
        // Comparing with all candidates takes far longer than everything else about a finding.
        let is_kept = self.has_room(&finding);
        self.push(if is_kept { finding.did_you_mean(typed, candidates) } else { finding });
    }

    fn has_room(&self, finding: &Finding) -> bool {
        let key = (finding.primary.place.file, finding.law);
        let limit = if self.kept.len() < MAX_FINDINGS { MAX_OF_A_LAW } else { 1 };
        self.of_a_law.get(&key).is_none_or(|of_a_law| of_a_law.count < limit)
    }

    pub(crate) fn into_vec(self) -> Vec<Finding> {
        self.kept
    }
}

impl Extend<Finding> for Collector {
    fn extend<T: IntoIterator<Item = Finding>>(&mut self, findings: T) {
        for finding in findings {
            self.push(finding);
        }
    }
}
