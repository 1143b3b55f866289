use std::rc::Rc;

use manila::{Condition, Fault, OrCode as _};

/// Says nothing of itself.
struct Refused;

#[derive(Debug, thiserror::Error)]
#[error("the page of this thread is full")]
struct Local(Rc<u8>);

fn no_error(failed: Result<u8, Refused>) -> Result<u8, Fault> {
    failed.or_code(Condition::UpstreamFailed)
}

fn nothing_at_all(failed: Result<u8, ()>) -> Result<u8, Fault> {
    failed.or_code(Condition::UpstreamFailed)
}

fn of_one_thread(failed: Result<u8, Local>) -> Result<u8, Fault> {
    failed.or_code(Condition::UpstreamFailed)
}

fn because_of_it(local: Local) -> Fault {
    Fault::condition(Condition::UpstreamFailed).because(local)
}


fn main() {}
