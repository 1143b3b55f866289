//! The shapes that a fault can leave in.

mod code_data;
mod json_api;
mod ok_error;
mod problem;
mod public_fault;
mod public_violation;
mod sentence;

pub(crate) use self::public_fault::{Shown, count_public_members, public_members};
pub(crate) use self::sentence::{Sentence, message_of};
pub(crate) use self::{
    code_data::CodeData,
    json_api::{JsonApi, write_service_meta},
    ok_error::OkError,
    problem::Problem,
};
pub use self::{public_fault::PublicFault, public_violation::PublicViolation};
use crate::json::Object;

/// A style: the JSON shape that a fault is written in.
///
/// The four built-in styles are [`Envelopes::ok_error`](crate::Envelopes::ok_error),
/// [`json_api`](crate::Envelopes::json_api), [`code_data`](crate::Envelopes::code_data) and
/// [`problem`](crate::Envelopes::problem); a function or closure serves as another, see
/// [`Envelopes::custom`](crate::Envelopes::custom).
pub trait Envelope: Send + Sync + 'static {
    /// Writes the members of the body. It may be called more than once for a fault whose body
    /// would be too large, with less to write each time.
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>);
}

impl<F: Fn(&PublicFault<'_>, &mut Object<'_>) + Send + Sync + 'static> Envelope for F {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        self(fault, body);
    }
}
