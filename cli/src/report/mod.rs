//! What `check`, `diff` and `operations check` tell, in the formats of those who read it.

mod github;
mod lines;
mod markdown;
mod sarif;
mod text;
mod told;

pub(crate) use self::github::github;
pub(crate) use self::lines::{Lines, Place};
pub(crate) use self::markdown::{add_list, code, escaped};
pub(crate) use self::sarif::sarif;
pub(crate) use self::text::text;
pub(crate) use self::told::{Severity, Told};
