//! What the framework answers by itself, and for which operations.
//!
//! The conditions are listed here; the code and the status of each are core's to say, by the service's catalog.

use manila::{Condition, Fault};

/// What an operation has for which the framework can refuse a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    Nothing,
    PathParameters,
    /// A parameter in the query, a header or a cookie.
    OtherParameters,
    Body,
    Security,
}

/// What an operation has.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Has {
    pub(crate) path_parameters: bool,
    pub(crate) other_parameters: bool,
    pub(crate) body: bool,
    pub(crate) security: bool,
}

impl Has {
    /// All that an operation can have.
    pub(crate) const ALL: Self = Self {
        path_parameters: true,
        other_parameters: true,
        body: true,
        security: true,
    };

    pub(crate) const fn meets(self, needs: Needs) -> bool {
        match needs {
            Needs::Nothing => true,
            Needs::PathParameters => self.path_parameters,
            Needs::OtherParameters => self.other_parameters,
            Needs::Body => self.body,
            Needs::Security => self.security,
        }
    }
}

/// A way in which a request is refused before its handler, or instead of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Refusal {
    pub(crate) needs: Needs,
    pub(crate) condition: Condition,
    /// A status that middleware answers with, of which the condition is one meaning.
    foreign: Option<u16>,
}

impl Refusal {
    const fn detected(needs: Needs, condition: Condition) -> Self {
        Self {
            needs,
            condition,
            foreign: None,
        }
    }

    const fn answered(needs: Needs, condition: Condition, status: u16) -> Self {
        Self {
            needs,
            condition,
            foreign: Some(status),
        }
    }

    pub(crate) fn fault(&self) -> Fault {
        match self.foreign {
            Some(status) => Fault::foreign(status),
            None => Fault::detected(self.condition),
        }
    }

    /// Whether such a refusal has a place in the request, for each of its reasons.
    pub(crate) const fn has_violations(&self) -> bool {
        matches!(
            self.condition,
            Condition::InvalidJson
                | Condition::InvalidQuery
                | Condition::InvalidPath
                | Condition::UnknownField
                | Condition::MissingField
                | Condition::WrongType
                | Condition::InvalidValue
                | Condition::Validation
        )
    }
}

/// What a service refuses by itself: the refusals of the framework without the conditions that are left out, and
/// the conditions that any of its operations can come to.
pub(crate) fn refusals(
    left_out: &[Condition],
    added: &[Condition],
) -> impl Iterator<Item = Refusal> {
    let added = added.iter();
    let added = added.map(|condition| Refusal::detected(Needs::Nothing, *condition));
    let all = REFUSALS.iter().copied().chain(added);
    all.filter(|refusal| !left_out.contains(&refusal.condition))
}

/// Every refusal of the framework, in the order of the statuses that HTTP has for them.
const REFUSALS: &[Refusal] = &[
    Refusal::detected(Needs::PathParameters, Condition::InvalidPath),
    Refusal::detected(Needs::OtherParameters, Condition::InvalidQuery),
    Refusal::detected(Needs::Body, Condition::InvalidJson),
    Refusal::detected(Needs::Security, Condition::Unauthenticated),
    Refusal::detected(Needs::Security, Condition::Forbidden),
    Refusal::detected(Needs::PathParameters, Condition::RouteNotFound),
    Refusal::detected(Needs::PathParameters, Condition::ResourceNotFound),
    Refusal::detected(Needs::Nothing, Condition::MethodNotAllowed),
    Refusal::detected(Needs::Nothing, Condition::NotAcceptable),
    Refusal::answered(Needs::Nothing, Condition::Timeout, 408),
    Refusal::detected(Needs::Body, Condition::BodyTooLarge),
    Refusal::detected(Needs::Body, Condition::MissingContentType),
    Refusal::detected(Needs::Body, Condition::UnsupportedMediaType),
    Refusal::detected(Needs::Body, Condition::UnknownField),
    Refusal::detected(Needs::Body, Condition::MissingField),
    Refusal::detected(Needs::Body, Condition::WrongType),
    Refusal::detected(Needs::Body, Condition::InvalidValue),
    Refusal::detected(Needs::Body, Condition::Validation),
    Refusal::detected(Needs::Nothing, Condition::RateLimited),
    Refusal::detected(Needs::Nothing, Condition::Internal),
    Refusal::detected(Needs::Nothing, Condition::Panic),
    Refusal::detected(Needs::Nothing, Condition::Overloaded),
    Refusal::detected(Needs::Nothing, Condition::Unavailable),
    Refusal::detected(Needs::Nothing, Condition::Timeout),
];
