//! Errors of `tokio`.

use tokio::time::error::Elapsed;

use super::IntoFault;
use crate::Condition;
use crate::fault::Fault;

/// Time that is up is the condition `timeout`.
impl IntoFault for Elapsed {
    fn into_fault(self) -> Fault {
        Fault::condition(Condition::Timeout).because(self)
    }

    fn to_fault(&self) -> Fault {
        Fault::condition(Condition::Timeout).because_of(self)
    }
}
