//! `manila operations check`

use super::findings::find;
use super::given::Given;
use super::sets::Sets;
use super::told::{Count, write};
use crate::args::OperationsCheck;
use crate::outcome::{Failure, Verdict};

pub(super) fn run(args: &OperationsCheck, out: &mut String) -> Result<Verdict, Failure> {
    let given = Given::of(&args.recorded)?;
    let sets = Sets::of(given.source.catalog(), &given.names);
    let found = find(&given, &sets);
    let count = Count::of(&given, &sets, &found);
    write(args.format, &given, &found, &count, out);
    let is_wrong = count.errors > 0 || (args.strict && count.warnings > 0);
    Ok(if is_wrong {
        Verdict::Findings
    } else {
        Verdict::Fine
    })
}
