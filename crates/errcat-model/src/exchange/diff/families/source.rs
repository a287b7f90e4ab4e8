//! Changes that break or extend code that uses the generated crate.

use std::collections::HashSet;

use errcat::Outcome;

use crate::exchange::diff::change::{Diff, Spot};
use crate::exchange::diff::pairs::{CatalogPair, Issued, Pairs, params};
use crate::exchange::diff::rule::Rule;
use crate::{Code, LifecycleStage, Param, ParamType};

pub(super) fn compare(pairs: &Pairs<'_>, diff: &mut Diff) {
    for catalog in &pairs.removed {
        let message = format!("the catalog of {} was removed", catalog.title);
        diff.push(Rule::CatalogRemoved, &catalog.id, Spot::Whole, message);
    }
    for catalog in &pairs.added {
        let message = format!("the catalog of {} is new", catalog.title);
        diff.push(Rule::CatalogAdded, &catalog.id, Spot::Whole, message);
    }
    for pair in &pairs.catalogs {
        codes(pair, diff);
        cases(pair, diff);
        operations(pair, diff);
    }
}

fn codes(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let removed: HashSet<&str> = pair.codes.removed.iter().map(|code| code.name.as_str()).collect();
    for code in &pair.codes.added {
        // A code with a new number is reported where the old number was removed.
        if !removed.contains(code.name.as_str()) {
            let message = format!("`Code::{}` is new", code.name);
            diff.push(Rule::CodeAdded, pair.code(code), Spot::Whole, message);
        }
    }
    for (old, new) in &pair.codes.pairs {
        name_of_code(pair, old, new, diff);
        history(pair, old, new, diff);
    }
}

fn name_of_code(pair: &CatalogPair<'_>, old: &Code, new: &Code, diff: &mut Diff) {
    if old.name != new.name {
        let is_kept = new.aliases.contains(&old.name);
        // No constant can replace a variant with fields, or be a pattern of `Error`.
        let has_error = old.outcome == Outcome::Failure && old.cases.len() == 1;
        let message = renamed(&old.name, &new.name, is_kept && has_error);
        let rule = if is_kept && !has_error { Rule::VariantAliased } else { Rule::VariantRenamed };
        diff.push(rule, pair.code(new), Spot::Key("name"), message);
    }
    aliases(&old.aliases, &new.aliases, &new.name, &pair.code(new), diff);
}

/// Describes the new name of a code; an alias keeps its old name, but not in `Error`.
fn renamed(old: &str, new: &str, is_half_kept: bool) -> String {
    if is_half_kept {
        format!("`Code::{old}` still compiles, but `Error::{old}` is `Error::{new}` now")
    } else {
        format!("`Code::{old}` is `Code::{new}` now")
    }
}

fn aliases(old: &[String], new: &[String], name: &str, reference: &str, diff: &mut Diff) {
    for alias in old {
        if alias != name && !new.contains(alias) {
            let message = format!("the earlier name `{alias}` was removed");
            diff.push(Rule::AliasRemoved, reference, Spot::Key("aliases"), message);
        }
    }
}

fn history(pair: &CatalogPair<'_>, old: &Code, new: &Code, diff: &mut Diff) {
    let Some(life) = &new.lifecycle else {
        return;
    };
    if old.stage() == Some(life.stage) {
        return;
    }
    let by = life.replaced_by.as_ref();
    let by = by.map(|by| format!("; it is replaced by `{by}`")).unwrap_or_default();
    let (rule, what, key) = match life.stage {
        LifecycleStage::Deprecated => (Rule::CodeDeprecated, "deprecated", "deprecated"),
        LifecycleStage::Retired => (Rule::CodeRetired, "no longer sent", "retired"),
    };
    let message = format!("`{}` is {what} since {}{by}", new.name, life.since);
    diff.push(rule, pair.code(new), Spot::Key(key), message);
}

fn cases(pair: &CatalogPair<'_>, diff: &mut Diff) {
    for (code, case) in &pair.cases.removed {
        let message = format!("the case `{}` of `{}` was removed", case.name, code.code);
        diff.push(Rule::CaseRemoved, pair.code(code), Spot::Whole, message);
    }
    for (code, case) in &pair.cases.added {
        let message = format!("the case `{}` is new", case.name);
        diff.push(Rule::CaseAdded, pair.case((code, case)), Spot::Whole, message);
    }
    for (old, new) in &pair.cases.pairs {
        name_of_case(pair, *old, *new, diff);
        parameters(pair, *old, *new, diff);
    }
}

fn name_of_case(pair: &CatalogPair<'_>, old: Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let ((old_code, old), (new_code, new)) = (old, new);
    // A single case has the name of its code, which is reported there.
    let is_reported = old.name == old_code.name && new.name == new_code.name;
    if is_reported {
        return;
    }
    if old.name != new.name {
        let message = format!("the case `{}` is `{}` now", old.name, new.name);
        diff.push(Rule::CaseRenamed, pair.case((new_code, new)), Spot::Whole, message);
    }
    aliases(&old.aliases, &new.aliases, &new.name, &pair.case((new_code, new)), diff);
}

fn parameters(pair: &CatalogPair<'_>, old: Issued<'_>, new: Issued<'_>, diff: &mut Diff) {
    let reference = pair.case(new);
    let matched = params(old.1, new.1);
    let spot = |param: &Param| Spot::Param(param.name.clone());
    for param in &matched.removed {
        let message = format!("the field `{}` was removed", param.field);
        diff.push(Rule::ParameterRemoved, &reference, Spot::Key("params"), message);
    }
    for param in &matched.added {
        let message = format!("the field `{}` is new", param.field);
        diff.push(Rule::ParameterAdded, &reference, spot(param), message);
    }
    for (one, other) in &matched.pairs {
        if one.field != other.field {
            let message = format!("the field `{}` is `{}` now", one.field, other.field);
            diff.push(Rule::ParameterRenamed, &reference, spot(other), message);
        }
        if rust_type(one.kind) != rust_type(other.kind) {
            let [old, new] = [one.kind, other.kind].map(rust_type);
            let message = format!("the field `{}` is {new}, previously {old}", other.field);
            diff.push(Rule::ParameterRetyped, &reference, spot(other), message);
        }
    }
}

/// Returns the Rust type of a parameter, in words.
pub(super) fn rust_type(kind: ParamType) -> &'static str {
    match kind {
        ParamType::Integer => "a number",
        ParamType::String | ParamType::Domain | ParamType::Guid => "a text",
    }
}

fn operations(pair: &CatalogPair<'_>, diff: &mut Diff) {
    let id = &pair.new.id;
    for operation in &pair.operations.removed {
        let message = format!("the operation `{}` was removed", operation.name);
        diff.push(Rule::OperationRemoved, id, Spot::Whole, message);
    }
    for operation in &pair.operations.added {
        let message = format!("the operation `{}` is new", operation.name);
        diff.push(Rule::OperationAdded, id, Spot::Operation(operation.name.clone()), message);
    }
    for (old, new) in &pair.operations.pairs {
        if old.name != new.name {
            let message = format!("the operation `{}` is `{}` now", old.name, new.name);
            diff.push(Rule::OperationRenamed, id, Spot::Operation(new.name.clone()), message);
        }
    }
}
