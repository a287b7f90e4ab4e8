//! `errcat diff`

mod git;
mod page;
mod side;

use errcat_model::diff::{self, Diff, Level, Places, Rule};

use crate::cli::{Diff as Arguments, DiffFormat};
use crate::input::Input;
use crate::output::{self, Done, Failure, Out};

use side::Side;

pub(crate) fn run(arguments: &Arguments, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    if !input.folders.is_empty() {
        return Err(Failure::UnusedCatalogs);
    }
    let (Some(old), Some(new)) = (&arguments.old, &arguments.new) else {
        out.print(&rules())?;
        return Ok(Done::Clean);
    };
    let [old, new] = [Side::parse(old), Side::parse(new)];
    let (before, now) = (old.read(&new)?, new.read(&old)?);
    let mut diff = Diff::new(&before.set, &now.set)?;
    diff.locate(&Places::new(&now.sources));
    let printed = match arguments.format {
        DiffFormat::Human => out.print(&page::of(&diff, &now.sources, out.width)),
        DiffFormat::Json => out.print_json(&diff::report(&diff, &now.sources)),
        DiffFormat::Github => out.print(&diff::github(&diff, &now.sources)),
        DiffFormat::Markdown => out.print(&diff::markdown(&diff)),
    };
    let is_beyond = arguments.max_level.is_some_and(|most| diff.level() > Level::from(most));
    match printed {
        // Whoever closed the pipe has read enough; the catalogs have changed all the same.
        Err(failure) if !failure.is_closed_pipe() => Err(failure),
        _ if is_beyond => Ok(Done::Findings),
        _ => Ok(Done::Clean),
    }
}

/// All rules, a line each.
fn rules() -> String {
    let rows = Rule::ALL.iter().map(|rule| {
        let (family, level) = (rule.family().as_str(), rule.level().as_str());
        [family, level, rule.id(), rule.summary()].map(str::to_owned)
    });
    output::align(rows.collect())
}
