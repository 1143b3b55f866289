//! The two ways in which a call of a service fails.

use std::error::Error;
use std::fmt;

use manila::{Condition, Fault, error_chain};

use crate::exit::Exit;
use crate::relay::Relay;
use crate::remote_error::RemoteError;

/// Why a call failed: the service answered with an error, or there is no answer.
///
/// `?` makes it of both, so that a function that calls a service has one error:
///
/// ```
/// # #[cfg(feature = "reqwest-013")] {
/// use manila_client::{CallError, ErrorForEnvelope as _};
/// # use reqwest_013 as reqwest;
///
/// async fn word(client: &reqwest::Client) -> Result<String, CallError> {
///     let response = client.get("http://127.0.0.1:3001/word").send().await?; // no answer
///     Ok(response.error_for_envelope().await?.text().await?)                 // an error as the answer
/// }
/// # }
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError {
    /// The service answered with an error.
    Remote(RemoteError),
    /// There is no answer, or not all of one.
    Transport(TransportError),
}

impl CallError {
    /// Returns the service's error, if it answered.
    #[must_use]
    pub const fn remote(&self) -> Option<&RemoteError> {
        match self {
            Self::Remote(remote) => Some(remote),
            Self::Transport(_) => None,
        }
    }

    /// Makes an error of this service of it: of an answer as [`RemoteError::into_fault`] does, and of a missing
    /// one the relay's mask, too. A relay without one ([`Relay::codes`]) makes it the condition `timeout`, or
    /// `upstream_failed`. A request that could not be built is this service's own mistake, and the condition
    /// `internal` whatever the relay is.
    ///
    /// ```
    /// use manila_catalogs::Vibehost as ApiError;
    /// use manila_client::{CallError, Relay, TransportError, TransportErrorKind, decode};
    ///
    /// let error = CallError::from(decode(403, [("x-error-code", "THEIR_OWN_CODE")], b""));
    /// assert_eq!(error.into_fault(Relay::masked(ApiError::UpstreamFailed)).http_status(), 502);
    ///
    /// let timeout = || TransportError::new(TransportErrorKind::Timeout, "5 s are over");
    /// let fault = CallError::from(timeout()).into_fault(Relay::masked(ApiError::UpstreamFailed));
    /// assert_eq!(fault.http_status(), 502);
    /// let fault = CallError::from(timeout()).into_fault(Relay::codes([ApiError::RateLimited.code()]));
    /// assert_eq!(fault.http_status(), 504);
    /// ```
    #[must_use]
    #[track_caller]
    pub fn into_fault(self, relay: Relay) -> Fault {
        match self {
            Self::Remote(remote) => remote.into_fault(relay),
            Self::Transport(error) => {
                let fault = match error.kind {
                    TransportErrorKind::Request => Fault::condition(Condition::Internal),
                    TransportErrorKind::Timeout => relay.into_mask(Condition::Timeout),
                    TransportErrorKind::Connect | TransportErrorKind::Other => {
                        relay.into_mask(Condition::UpstreamFailed)
                    }
                };
                fault.because(error)
            }
        }
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Remote(remote) => remote.fmt(f),
            Self::Transport(error) => error.fmt(f),
        }
    }
}

impl Error for CallError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Remote(remote) => remote.source(),
            Self::Transport(error) => error.source(),
        }
    }
}

impl From<RemoteError> for CallError {
    fn from(remote: RemoteError) -> Self {
        Self::Remote(remote)
    }
}

impl<E: Into<TransportError>> From<E> for CallError {
    fn from(error: E) -> Self {
        Self::Transport(error.into())
    }
}

/// Ends a command with what the service's error says, and without an answer with 69 (`EX_UNAVAILABLE`), after
/// a timeout with 75 (`EX_TEMPFAIL`) and where the request could not be built with 70 (`EX_SOFTWARE`), as
/// `sysexits.h` has them.
impl From<CallError> for Exit {
    fn from(error: CallError) -> Self {
        match error {
            CallError::Remote(remote) => remote.into(),
            CallError::Transport(error) => Self::failure(error.exit_code(), error.chain()),
        }
    }
}

impl From<Result<(), CallError>> for Exit {
    fn from(result: Result<(), CallError>) -> Self {
        result.map_or_else(Self::from, |()| Self::SUCCESS)
    }
}

/// The error of an HTTP client: there is no answer, or not all of one.
///
/// The client's own error is its [`source`](Error::source), for `downcast_ref`.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    error: Box<dyn Error + Send + Sync>,
}

/// What kept a client from an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The request could not be built.
    Request,
    /// No connection could be made: nothing was sent.
    Connect,
    /// It took too long.
    Timeout,
    /// Anything else: a connection that broke off, or an answer that is no HTTP.
    Other,
}

impl TransportError {
    /// Creates it of the error of a client that this crate does not know.
    ///
    /// ```
    /// use manila_client::{CallError, Exit, TransportError, TransportErrorKind};
    ///
    /// let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    /// let error = TransportError::new(TransportErrorKind::Connect, refused);
    /// assert_eq!(error.to_string(), "the service could not be reached");
    /// let exit = Exit::from(CallError::from(error));
    /// assert_eq!((exit.exit_code(), exit.message()), (69, "error: the service could not be reached: connection refused\n"));
    /// ```
    pub fn new(kind: TransportErrorKind, error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            kind,
            error: error.into(),
        }
    }

    /// Returns what kept the client from an answer.
    #[must_use]
    pub const fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    const fn exit_code(&self) -> u8 {
        match self.kind {
            TransportErrorKind::Request => 70,
            TransportErrorKind::Timeout => 75,
            TransportErrorKind::Connect | TransportErrorKind::Other => 69,
        }
    }

    fn chain(&self) -> String {
        let errors = error_chain(self).map(ToString::to_string);
        errors.collect::<Vec<_>>().join(": ")
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Request => "the request could not be built",
            TransportErrorKind::Connect => "the service could not be reached",
            TransportErrorKind::Timeout => "the service did not answer in time",
            TransportErrorKind::Other => "the service's answer did not arrive",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.error)
    }
}
