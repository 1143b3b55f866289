//! What every error response has to be, judged from outside.

mod codes;
mod detect;
mod event;
mod fields;
mod grpc;
mod json;
mod judge;
mod leak;
mod path;
mod request_id;
mod rule;
mod schema;
mod style;

#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) use self::detect::code_in;
pub(crate) use self::grpc::is_grpc_answer;
pub use self::{
    event::Event,
    judge::Oracle,
    rule::{Finding, Rule},
    style::Style,
};
