//! How input is read, and how the framework's own extractors refuse it.

use actix_web::error::{
    JsonPayloadError, PathError, PayloadError, QueryPayloadError, UrlencodedError,
};
use actix_web::{HttpRequest, web};
use manila::Fault;
use manila::extract::{
    MAX_NODES, MediaType, body_error, expect_content_type, form_error, json_error, path_error,
    query_error, too_large, unreadable,
};

use super::content_type::content_type;
use crate::error::Error;

/// The largest body by default, in bytes.
const BODY_LIMIT: usize = 2 * 1024 * 1024;

/// How input is read: by the extractors of this crate, and, once it is
/// [applied](Self::apply), by the framework's own, whose refusals then have the same words.
///
/// ```
/// use actix_web::{App, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, InputConfig};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .configure(|config| InputConfig::new().body_limit(64 * 1024).apply(config))
///     .wrap(EnvelopeLayer::new(Envelopes::default()))
///     .route("/", web::post().to(async |_: web::Json<u8>| "read"));
///
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::post().set_json("seven").to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 422);
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub struct InputConfig {
    pub(super) body_limit: usize,
    pub(super) max_nodes: usize,
}

impl InputConfig {
    /// Creates the default: bodies of at most 2 MiB, with at most 10,000 objects and arrays.
    pub const fn new() -> Self {
        Self {
            body_limit: BODY_LIMIT,
            max_nodes: MAX_NODES,
        }
    }

    /// Sets the largest body that is read, in bytes; 2 MiB by default. A larger one is refused with
    /// the condition `body_too_large`.
    ///
    /// ```
    /// use actix_web::{App, test, web};
    /// use manila_actix::{EnvelopeLayer, InputConfig, Json};
    ///
    /// # #[actix_web::main]
    /// # async fn main() {
    /// let app = App::new()
    ///     .app_data(InputConfig::new().body_limit(16))
    ///     .wrap(EnvelopeLayer::default())
    ///     .route("/", web::post().to(async |Json(text): Json<String>| text));
    ///
    /// let app = test::init_service(app).await;
    /// let request = test::TestRequest::post().set_json("a text of more than 16 bytes");
    /// let response = test::call_service(&app, request.to_request()).await;
    /// assert_eq!(response.status(), 413);
    /// # }
    /// ```
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets the most objects and arrays that a body of JSON may have; 10,000 by default. One of more is
    /// refused with the condition `body_too_large` before a value is made of it. The framework's own
    /// `web::Json` does not count them.
    ///
    /// What a value takes in memory, and what a validator makes of it, grows with this number. Set it by
    /// what you measure.
    ///
    /// ```
    /// use actix_web::{App, test, web};
    /// use manila_actix::{EnvelopeLayer, InputConfig, Json};
    ///
    /// # #[actix_web::main]
    /// # async fn main() {
    /// let count = async |Json(rows): Json<Vec<Vec<u8>>>| rows.len().to_string();
    /// let app = App::new()
    ///     .app_data(InputConfig::new().max_nodes(3))
    ///     .wrap(EnvelopeLayer::default())
    ///     .route("/", web::post().to(count));
    ///
    /// let app = test::init_service(app).await;
    /// for (rows, status) in [(&[[1], [2]][..], 200), (&[[1], [2], [3]], 413)] {
    ///     let request = test::TestRequest::post().set_json(rows).to_request();
    ///     assert_eq!(test::call_service(&app, request).await.status(), status);
    /// }
    /// # }
    /// ```
    pub const fn max_nodes(mut self, count: usize) -> Self {
        self.max_nodes = count;
        self
    }

    /// Sets this, and the framework's `JsonConfig`, `FormConfig`, `PayloadConfig`, `QueryConfig` and
    /// `PathConfig`, for the app or scope that is being configured. The limit is that of every body that
    /// the framework reads by itself: of `web::Bytes` and `String` too. `web::Payload` hands the body
    /// over unread, and `MultipartForm` of actix-multipart has limits of its own, in its
    /// `MultipartFormConfig`; a form over these is `body_too_large` as well.
    pub fn apply(self, config: &mut web::ServiceConfig) {
        let limit = self.body_limit;
        let json = web::JsonConfig::default()
            .limit(limit)
            .error_handler(|error, request| Error::from(of_json(&error, request)).into());
        let form = web::FormConfig::default()
            .limit(limit)
            .error_handler(|error, request| Error::from(of_form(&error, request)).into());
        let query = web::QueryConfig::default()
            .error_handler(|error, _| Error::from(of_query(&error)).into());
        let path = web::PathConfig::default()
            .error_handler(|error, request| Error::from(of_path(&error, request)).into());
        config
            .app_data(self)
            .app_data(json)
            .app_data(form)
            .app_data(web::PayloadConfig::new(limit))
            .app_data(query)
            .app_data(path);
    }

    /// The configuration of the app or scope that the request is for, or the default.
    pub(super) fn of(request: &HttpRequest) -> Self {
        request.app_data::<Self>().copied().unwrap_or_default()
    }
}

impl Default for InputConfig {
    fn default() -> Self {
        Self::new()
    }
}

fn of_json(error: &JsonPayloadError, request: &HttpRequest) -> Fault {
    match error {
        JsonPayloadError::Overflow { limit }
        | JsonPayloadError::OverflowKnownLength { limit, .. } => too_large(Some(*limit)),
        JsonPayloadError::ContentType => of_content_type(MediaType::Json, request),
        JsonPayloadError::Deserialize(error) => json_error(error),
        JsonPayloadError::Payload(error) => of_payload(error),
        other => unreadable(other.to_string()),
    }
}

fn of_form(error: &UrlencodedError, request: &HttpRequest) -> Fault {
    match error {
        UrlencodedError::Overflow { limit, .. } => too_large(Some(*limit)),
        UrlencodedError::ContentType => of_content_type(MediaType::Form, request),
        UrlencodedError::Parse(error) => form_error(&error.to_string()),
        UrlencodedError::Payload(error) => of_payload(error),
        other => unreadable(other.to_string()),
    }
}

fn of_query(error: &QueryPayloadError) -> Fault {
    match error {
        QueryPayloadError::Deserialize(error) => query_error(&error.to_string()),
        other => unreadable(other.to_string()),
    }
}

/// The framework does not say which parameter it was; of one alone it is known.
fn of_path(error: &PathError, request: &HttpRequest) -> Fault {
    let mut names = request.match_info().iter().map(|(name, _)| name);
    let name = names.next().filter(|_| names.next().is_none());
    match error {
        PathError::Deserialize(error) => path_error(&error.to_string(), name),
        other => path_error(&other.to_string(), name),
    }
}

/// The fault of a body that breaks off.
pub(super) fn of_payload(error: &PayloadError) -> Fault {
    match error {
        PayloadError::Overflow => too_large(None),
        other => body_error(other),
    }
}

/// The framework refuses a media type that it is not configured for; this crate might read it.
fn of_content_type(expected: MediaType, request: &HttpRequest) -> Fault {
    expect_content_type(expected, content_type(request))
        .err()
        .unwrap_or_else(|| Fault::detected(manila::Condition::UnsupportedMediaType))
}
