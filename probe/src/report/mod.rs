//! What a probe found.

mod outcome;
mod row;
mod text;

pub use self::outcome::Report;
pub use self::row::{Row, Verdict};
pub(crate) use self::row::{headers_of, shape_of, summary_of};
#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) use self::text::findings_of;
