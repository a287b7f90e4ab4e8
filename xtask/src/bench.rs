//! `cargo xtask bench`

use crate::Result;
use crate::run::{cargo, run};

pub(crate) fn run_task() -> Result {
    run(cargo(&["bench", "--package", "errcat-model", "--bench", "reading"]))?;
    run(cargo(&["bench", "--package", "domain-errors", "--bench", "lookup"]))
}
