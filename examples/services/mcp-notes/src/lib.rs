//! An MCP server whose tools fail in one form: by a code of a catalog, with what to do about it.

pub mod errors;
pub mod notebook;
mod server;

pub use self::server::Notes;
