//! A response, or the error that it is.

use crate::decoder::Decoder;
use crate::remote_error::RemoteError;

/// The first status that is an error. What is below is the caller's: a redirection that is not followed, too.
pub(super) const FIRST_ERROR: u16 = 400;

/// Reads a response of an HTTP client back into an error, if it is one.
///
/// It is there for `reqwest::Response` (features `reqwest-012`, `reqwest-013`), `http::Response` (`http-1`) and
/// `awc::ClientResponse` (`awc-3`); the trait is sealed.
///
/// Of an error's body no more is received than the decoder looks at, 1 MiB by default, however long it is. A
/// body that breaks off, or that the client's timeout ends, is read as far as it came: the error is that of the
/// status then, and never one of the transport.
///
/// ```
/// # #[cfg(feature = "reqwest-013")]
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
/// # use std::io::{Read as _, Write as _};
/// # use reqwest_013 as reqwest;
/// use manila_client::ErrorForEnvelope as _;
///
/// # let service = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
/// # let url = format!("http://{}/apps", service.local_addr().unwrap());
/// # std::thread::spawn(move || {
/// #     let (mut peer, _) = service.accept().unwrap();
/// #     let _ = peer.read(&mut [0; 4096]);
/// #     let body = r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan includes 5 apps."}}"#;
/// #     let head = "HTTP/1.1 402 Payment Required\r\ncontent-type: application/json\r\nconnection: close";
/// #     write!(peer, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
/// # });
/// let response = reqwest::get(url).await.unwrap();
/// let remote = response.error_for_envelope().await.unwrap_err();
/// assert!(remote.is_code("PLAN_LIMIT_EXCEEDED"));
/// # });
/// ```
///
/// The client's own errors, such as a connection that is refused, come before a response is there, as a type of
/// its own: [`CallError`](crate::CallError) holds both.
pub trait ErrorForEnvelope: sealed::Response + Sized {
    /// Returns the response if its status is below 400, else the error that it says.
    ///
    /// # Errors
    ///
    /// Returns the error that the response is, which is read without a catalog.
    fn error_for_envelope(self) -> impl Future<Output = Result<Self, RemoteError>> {
        async { self.error_for_envelope_with(&Decoder::new()).await }
    }

    /// Does the same with the settings of a decoder: the service's catalog, and how much of a body is received.
    ///
    /// # Errors
    ///
    /// Returns the error that the response is.
    fn error_for_envelope_with(
        self,
        decoder: &Decoder,
    ) -> impl Future<Output = Result<Self, RemoteError>>;
}

/// The same for `reqwest::blocking::Response` (features `reqwest-012-blocking`, `reqwest-013-blocking`).
///
/// See [`ErrorForEnvelope`].
#[cfg(any(feature = "reqwest-012-blocking", feature = "reqwest-013-blocking"))]
pub trait BlockingErrorForEnvelope: sealed::Response + Sized {
    /// Returns the response if its status is below 400, else the error that it says.
    ///
    /// # Errors
    ///
    /// Returns the error that the response is, which is read without a catalog.
    fn error_for_envelope(self) -> Result<Self, RemoteError> {
        self.error_for_envelope_with(&Decoder::new())
    }

    /// Does the same with the settings of a decoder.
    ///
    /// # Errors
    ///
    /// Returns the error that the response is.
    fn error_for_envelope_with(self, decoder: &Decoder) -> Result<Self, RemoteError>;
}

pub(super) mod sealed {
    pub trait Response {}
    #[cfg(feature = "awc-3")]
    pub trait Request {}
}

/// The beginning of a body, as far as a decoder looks at it.
pub(super) struct Start {
    bytes: Vec<u8>,
    limit: usize,
}

impl Start {
    pub(super) const fn of(decoder: &Decoder) -> Self {
        Self {
            bytes: Vec::new(),
            limit: decoder.most_of_body(),
        }
    }

    /// Takes what is still wanted of a chunk, and returns whether more is.
    pub(super) fn take(&mut self, chunk: &[u8]) -> bool {
        let wanted = self.limit - self.bytes.len();
        self.bytes
            .extend_from_slice(&chunk[..chunk.len().min(wanted)]);
        self.bytes.len() < self.limit
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
