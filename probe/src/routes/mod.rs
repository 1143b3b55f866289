//! The operations of a service, as a list or an OpenAPI document has them.

mod invalid;
mod list;
mod openapi;
mod operation;
mod read;
mod schema;
mod servers;

pub use self::invalid::InvalidRoutes;
pub(crate) use self::operation::{Operation, WRONG, is_path};
pub use self::read::Routes;
