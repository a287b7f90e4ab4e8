//! "Did you mean".

/// The candidate that `typed` most likely stands for, if one is near enough to be worth saying.
pub(crate) fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // One misspelling among many candidates is cheap; as many misspellings as candidates are not.
    const MOST: usize = 4_096;
    let candidates: Vec<&str> = candidates.into_iter().take(MOST + 1).collect();
    if candidates.len() > MOST {
        return None;
    }
    nearest_many(typed, candidates, 1).into_iter().next()
}

/// The candidates that `typed` may stand for, nearest first, at most `limit`.
pub(crate) fn nearest_many<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Vec<&'a str> {
    // A longer text is not a misspelled word, and comparing it would cost its length squared.
    const LONGEST: usize = 64;
    if typed.is_empty() || typed.len() > LONGEST {
        return Vec::new();
    }
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    let allowed = (length / 3).max(1);
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        // Shorter and longer texts are further away than that, and cost nothing to rule out.
        .filter(|candidate| candidate.len() <= LONGEST)
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(&typed, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(limit);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}
