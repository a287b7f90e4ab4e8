//! Candidates for "did you mean".

/// Returns the candidate that `typed` most likely means, if one is near enough.
pub(crate) fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    // Many misspellings of as many candidates would take the square of their number.
    const MAX_CANDIDATES: usize = 4_096;
    let candidates: Vec<&str> = candidates.into_iter().take(MAX_CANDIDATES + 1).collect();
    if candidates.len() > MAX_CANDIDATES {
        return None;
    }
    nearest_many(typed, candidates, 1).into_iter().next()
}

/// Returns at most `limit` candidates that `typed` may mean, nearest first.
pub(crate) fn nearest_many<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    limit: usize,
) -> Vec<&'a str> {
    // A longer text is not a misspelled word, and comparing it would cost its length squared.
    const MAX_BYTES: usize = 64;
    if typed.is_empty() || typed.len() > MAX_BYTES {
        return Vec::new();
    }
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    let allowed = (length / 3).max(1);
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        // The distance is at least the difference of the lengths, which costs nothing.
        .filter(|candidate| candidate.len() <= MAX_BYTES)
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(&typed, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(limit);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest_many;

    #[test]
    fn a_third_of_the_letters_may_be_wrong() {
        let near = |typed| nearest_many(typed, ["domain-taken"], 1);
        assert_eq!(near("domian-takken"), ["domain-taken"]);
        assert_eq!(near("xxxxin-taken"), ["domain-taken"]);
        assert_eq!(near("xxxxxn-taken"), [""; 0]);
        assert_eq!(nearest_many("it", ["is", "at all"], 2), ["is"]);
    }
}
