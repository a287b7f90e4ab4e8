//! `errcat diff`

mod git;
mod page;
mod side;

use errcat_model::diff::{self, Diff, Places, Rule};

use crate::cli::{Diff as Arguments, DiffFormat};
use crate::input::Input;
use crate::output::{Done, Failure, Out, align};

use side::Side;

pub(crate) fn run(arguments: &Arguments, input: Input<'_>, out: &mut Out) -> Result<Done, Failure> {
    if !input.folders.is_empty() {
        let message = "`errcat diff` compares its two arguments; remove `--catalog`";
        return Err(Failure::Other(message.to_owned()));
    }
    let (Some(old), Some(new)) = (&arguments.old, &arguments.new) else {
        out.print(&rules(out.columns))?;
        return Ok(Done::Clean);
    };
    let [old, new] = [Side::parse(old), Side::parse(new)];
    let (old_set, _) = old.read(&new)?;
    let (new_set, new_sources) = new.read(&old)?;
    let mut diff = Diff::new(&old_set, &new_set)?;
    diff.locate(&Places::new(&new_sources));
    let printed = match arguments.format {
        DiffFormat::Human => out.print(&page::of(&diff, &new_sources, out.width)),
        DiffFormat::Json => out.print_json(&diff::report(&diff, &new_sources)),
        DiffFormat::Github => out.print(&diff::github(&diff, &new_sources)),
        DiffFormat::Markdown => out.print(&diff::markdown(&diff)),
    };
    Done::after(printed, arguments.max_level.is_some_and(|max| diff.level() > max))
}

/// Lists all rules, one per line.
fn rules(width: usize) -> String {
    let rows = Rule::ALL.iter().map(|rule| {
        let (family, level) = (rule.family().as_str(), rule.level().as_str());
        [family, level, rule.id(), rule.summary()].map(str::to_owned)
    });
    align(rows, width)
}
