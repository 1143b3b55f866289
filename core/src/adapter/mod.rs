//! What an adapter is made of.

pub(crate) mod guarded;
pub(crate) mod memo;

pub use self::guarded::{Guarded, fault_of_panic};
pub use self::memo::{Part, Prepared};
pub use crate::panics::{discard, guard};
