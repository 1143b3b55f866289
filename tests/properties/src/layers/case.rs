//! A request, the service that answers it, and the layers between them.

use arbitrary::{Arbitrary, Result, Unstructured};

use super::few::Few;
use super::reply::Reply;
use crate::fault::FaultCase;
use crate::ids::{Inbound, Traceparent};
use crate::settings::Settings;
use crate::text::Text;

/// A request, the service that answers it, and the layers between them.
#[derive(Debug, Clone, Arbitrary)]
pub struct Case {
    pub(crate) settings: Settings,
    pub(crate) placement: Placement,
    pub(crate) request: RequestCase,
    pub(crate) readiness: Readiness,
    pub(crate) outcome: OutcomeCase,
    /// How often the answer is pending before it comes.
    pub(crate) pending: Few,
    /// Whether the service's future panics when it is dropped.
    pub(crate) drop_panics: bool,
}

/// Where the layers stand.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum Placement {
    One,
    /// A layer of its own around the service, inside the other.
    Nested(Box<Settings>),
    IdsOutside,
    IdsInside,
}

/// What the client asks.
#[derive(Debug, Clone)]
pub(crate) struct RequestCase {
    pub(crate) is_head: bool,
    pub(crate) grpc: Grpc,
    pub(crate) ids: Vec<Inbound>,
    pub(crate) traceparent: Option<Traceparent>,
}

impl<'a> Arbitrary<'a> for RequestCase {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            is_head: u.ratio(1, 4)?,
            grpc: u.arbitrary()?,
            ids: u.arbitrary()?,
            traceparent: u.arbitrary()?,
        })
    }
}

/// What of a gRPC call the request has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grpc {
    Nothing,
    /// Nothing but the content type.
    Claimed,
    /// All that makes a call, but for the method of a HEAD.
    Spoken,
}

impl<'a> Arbitrary<'a> for Grpc {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let all = [
            Self::Nothing,
            Self::Nothing,
            Self::Nothing,
            Self::Claimed,
            Self::Spoken,
        ];
        u.choose(&all).copied()
    }
}

impl RequestCase {
    /// Whether the request is a gRPC call (wire.md §6).
    pub(crate) fn is_grpc(&self) -> bool {
        self.grpc == Grpc::Spoken && !self.is_head
    }
}

/// How the service becomes ready.
#[derive(Debug, Clone)]
pub(crate) enum Readiness {
    Ready(Few),
    Fails(ErrorCase),
    Panics(Payload),
}

impl<'a> Arbitrary<'a> for Readiness {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(match u.int_in_range(0..=9)? {
            8 => Self::Fails(u.arbitrary()?),
            9 => Self::Panics(u.arbitrary()?),
            _ => Self::Ready(u.arbitrary()?),
        })
    }
}

/// What becomes of a request.
#[derive(Debug, Clone)]
pub(crate) enum OutcomeCase {
    Reply(Box<Reply>),
    Fails(ErrorCase),
    PanicsInCall(Payload),
    PanicsInPoll(Payload),
}

impl<'a> Arbitrary<'a> for OutcomeCase {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(match u.int_in_range(0..=9)? {
            7 => Self::Fails(u.arbitrary()?),
            8 => Self::PanicsInCall(u.arbitrary()?),
            9 => Self::PanicsInPoll(u.arbitrary()?),
            _ => Self::Reply(u.arbitrary()?),
        })
    }
}

/// What a panic carries.
#[derive(Debug, Clone, Copy, Arbitrary)]
pub(crate) enum Payload {
    Str,
    String,
    NoText,
    /// A value that panics when it is dropped, with another such value.
    Hostile,
}

/// An error of the service.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum ErrorCase {
    Text(Text),
    Fault(Box<FaultCase>),
    /// An error that has a fault for a source.
    Wrapped(Box<FaultCase>),
    Timeout,
    Overload,
}

impl RequestCase {
    pub(crate) fn traceparent(&self) -> Option<&str> {
        self.traceparent.as_ref().map(|field| field.0.as_str())
    }
}

impl Case {
    /// The response that the service makes, if it makes one.
    pub(crate) fn reply(&self) -> Option<&Reply> {
        match (&self.readiness, &self.outcome) {
            (Readiness::Ready(_), OutcomeCase::Reply(reply)) => Some(reply),
            _ => None,
        }
    }

    /// How often the service is not ready before it is.
    pub(crate) const fn unready(&self) -> Few {
        match self.readiness {
            Readiness::Ready(times) => times,
            Readiness::Fails(_) | Readiness::Panics(_) => Few(0),
        }
    }

    /// How often the answer is pending before it comes.
    pub(crate) const fn pending(&self) -> Few {
        match (&self.readiness, &self.outcome) {
            (Readiness::Ready(_), OutcomeCase::PanicsInCall(_))
            | (Readiness::Fails(_) | Readiness::Panics(_), _) => Few(0),
            (Readiness::Ready(_), _) => self.pending,
        }
    }

    /// The settings of the layer next to the service.
    pub(crate) fn inner_settings(&self) -> &Settings {
        match &self.placement {
            Placement::Nested(inner) => inner,
            _ => &self.settings,
        }
    }
}
