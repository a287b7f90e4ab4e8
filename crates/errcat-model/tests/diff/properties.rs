//! Properties of any two states.

use errcat_model::diff::{Diff, Level, Rule};
use proptest::prelude::*;

use crate::random;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 192, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn equal_catalogs_have_no_changes_and_different_ones_have_some(
        old in random::world(),
        new in random::world(),
    ) {
        let (old, new) = (old.load(), new.load());
        prop_assert_eq!(&Diff::new(&old, &old).unwrap().changes, &[]);
        let diff = Diff::new(&old, &new).unwrap();
        prop_assert_eq!(diff.changes.is_empty(), old == new);
        prop_assert_eq!(diff.level() == Level::None, old == new);
    }

    /// An addition in one direction is a removal in the other.
    #[test]
    fn a_removal_is_an_addition_in_the_other_direction(
        old in random::world(),
        new in random::world(),
    ) {
        let (old, new) = (old.load(), new.load());
        let (there, back) = (Diff::new(&old, &new).unwrap(), Diff::new(&new, &old).unwrap());
        let count = |diff: &Diff, rule| diff.changes.iter().filter(|one| one.rule == rule).count();
        for (gone, new) in [
            (Rule::CatalogRemoved, Rule::CatalogAdded),
            (Rule::HubRemoved, Rule::HubAdded),
            (Rule::CodeRemoved, Rule::CodeAdded),
            (Rule::OperationRemoved, Rule::OperationAdded),
            (Rule::CaseRemoved, Rule::CaseAdded),
            (Rule::TranslationLost, Rule::TranslationAdded),
        ] {
            prop_assert_eq!(count(&there, gone), count(&back, new), "{:?}", gone);
        }
    }
}
