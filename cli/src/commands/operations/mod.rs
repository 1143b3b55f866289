//! `manila operations`

mod called;
mod check;
mod codes;
mod edit;
mod findings;
mod given;
mod names;
mod record;
mod rule;
mod sets;
mod told;
mod write;

use crate::args::{Operations, OperationsCommand};
use crate::outcome::{Failure, Verdict};

pub(crate) fn run(args: &Operations, out: &mut String) -> Result<Verdict, Failure> {
    match &args.command {
        OperationsCommand::Check(args) => check::run(args, out),
        OperationsCommand::Write(args) => write::run(args, out),
    }
}
