//! The requests that make a service fail.

mod attempt;
mod provocation;
mod table;
mod target;

pub(crate) use self::attempt::Attempt;
pub use self::provocation::{Answer, Provocation, Scope};
pub use self::table::provocations;
pub(crate) use self::table::{
    ECHO, ECHOED, HEAD_UNKNOWN, PIPELINED_HEAD, PREFLIGHT, UNKNOWN, WRONG_METHOD,
};
pub(crate) use self::target::Target;
