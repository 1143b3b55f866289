//! What a probe found.

mod causes;
mod outcome;
mod row;
mod text;

#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) use self::causes::findings_of;
pub use self::outcome::Report;
pub use self::row::{Outsider, Row, Verdict};
pub(crate) use self::row::{headers_of, shape_of, summary_of};
