//! What every error response has to be, judged from outside.

mod detect;
mod fields;
mod json;
mod judge;
mod leak;
mod request_id;
mod rule;
mod schema;
mod style;

pub use self::{
    judge::Oracle,
    rule::{Finding, Rule},
    style::Style,
};
