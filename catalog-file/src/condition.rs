//! What a framework refuses by itself.

use crate::words::words;

words! {
    /// Something that the framework refuses by itself, before or outside a handler.
    ///
    /// A catalog names the code that stands for a condition. Where it names none, the
    /// [more general](Self::general) condition is tried, and in the end HTTP's own code for
    /// the [status](Self::status) stands in.
    ///
    /// ```
    /// use manila_catalog_file::Condition;
    ///
    /// let condition = Condition::from_word("unknown_field").unwrap();
    /// assert_eq!(condition, Condition::UnknownField);
    /// assert_eq!(condition.status(), 422);
    /// assert_eq!(condition.general(), Some(Condition::Validation));
    /// ```
    Condition {
        /// No route matches the path.
        RouteNotFound = "route_not_found",
        /// The route matches, and what it names does not exist.
        ResourceNotFound = "resource_not_found",
        /// The route exists for other methods.
        MethodNotAllowed = "method_not_allowed",
        /// The request is malformed in a way that no other condition names.
        BadRequest = "bad_request",
        /// The body is no JSON.
        InvalidJson = "invalid_json",
        /// The query string cannot be read.
        InvalidQuery = "invalid_query",
        /// A path parameter cannot be read.
        InvalidPath = "invalid_path",
        /// A member that the endpoint does not know.
        UnknownField = "unknown_field",
        /// A member that the endpoint requires is absent.
        MissingField = "missing_field",
        /// A member has another JSON type than the endpoint expects.
        WrongType = "wrong_type",
        /// A value breaks the rule of a validator.
        InvalidValue = "invalid_value",
        /// The fault that carries several violations.
        Validation = "validation",
        /// A body came without a content type.
        MissingContentType = "missing_content_type",
        /// A body came in a content type that the endpoint does not read.
        UnsupportedMediaType = "unsupported_media_type",
        /// Nothing that the endpoint can write is acceptable to the client.
        NotAcceptable = "not_acceptable",
        /// The body is larger than the endpoint reads.
        BodyTooLarge = "body_too_large",
        /// Credentials are missing or wrong.
        Unauthenticated = "unauthenticated",
        /// The caller is known and may not do this.
        Forbidden = "forbidden",
        /// The request conflicts with the state of the resource.
        Conflict = "conflict",
        /// The resource existed and is gone for good.
        Gone = "gone",
        /// A precondition of the request does not hold.
        PreconditionFailed = "precondition_failed",
        /// The caller sends too many requests.
        RateLimited = "rate_limited",
        /// The service did not finish in time.
        Timeout = "timeout",
        /// The service has no capacity for this request.
        Overloaded = "overloaded",
        /// The service, or a part of it, is not available.
        Unavailable = "unavailable",
        /// A service behind this one failed.
        UpstreamFailed = "upstream_failed",
        /// Something failed inside the service.
        Internal = "internal",
        /// The code of the service panicked.
        Panic = "panic",
    }
}

impl Condition {
    /// The HTTP status that a condition has by itself, where no catalog says otherwise.
    ///
    /// A timeout is a 504 and an overload a 503, never a 408: clients and intermediaries repeat a
    /// 408 by themselves, and the request may have had its effect (RFC 9110 §15.5.9).
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest | Self::InvalidJson | Self::InvalidQuery | Self::InvalidPath => 400,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::RouteNotFound | Self::ResourceNotFound => 404,
            Self::MethodNotAllowed => 405,
            Self::NotAcceptable => 406,
            Self::Conflict => 409,
            Self::Gone => 410,
            Self::PreconditionFailed => 412,
            Self::BodyTooLarge => 413,
            Self::MissingContentType | Self::UnsupportedMediaType => 415,
            Self::UnknownField
            | Self::MissingField
            | Self::WrongType
            | Self::InvalidValue
            | Self::Validation => 422,
            Self::RateLimited => 429,
            Self::Internal | Self::Panic => 500,
            Self::UpstreamFailed => 502,
            Self::Overloaded | Self::Unavailable => 503,
            Self::Timeout => 504,
        }
    }

    /// The condition to try where a catalog does not name this one.
    #[must_use]
    pub const fn general(self) -> Option<Self> {
        match self {
            Self::InvalidJson | Self::InvalidQuery | Self::InvalidPath | Self::Validation => {
                Some(Self::BadRequest)
            }
            Self::UnknownField | Self::MissingField | Self::WrongType | Self::InvalidValue => {
                Some(Self::Validation)
            }
            Self::MissingContentType => Some(Self::UnsupportedMediaType),
            Self::Timeout | Self::Overloaded => Some(Self::Unavailable),
            Self::Panic => Some(Self::Internal),
            Self::RouteNotFound
            | Self::ResourceNotFound
            | Self::MethodNotAllowed
            | Self::BadRequest
            | Self::UnsupportedMediaType
            | Self::NotAcceptable
            | Self::BodyTooLarge
            | Self::Unauthenticated
            | Self::Forbidden
            | Self::Conflict
            | Self::Gone
            | Self::PreconditionFailed
            | Self::RateLimited
            | Self::Unavailable
            | Self::UpstreamFailed
            | Self::Internal => None,
        }
    }

    /// The condition that a bare status stands for, when nothing else is known of the response.
    ///
    /// ```
    /// use manila_catalog_file::Condition;
    ///
    /// assert_eq!(Condition::of_status(408), Some(Condition::Timeout));
    /// assert_eq!(Condition::of_status(418), None);
    /// ```
    #[must_use]
    pub const fn of_status(status: u16) -> Option<Self> {
        Some(match status {
            400 => Self::BadRequest,
            401 => Self::Unauthenticated,
            403 => Self::Forbidden,
            404 => Self::RouteNotFound,
            405 => Self::MethodNotAllowed,
            406 => Self::NotAcceptable,
            408 | 504 => Self::Timeout,
            409 => Self::Conflict,
            410 => Self::Gone,
            412 => Self::PreconditionFailed,
            413 => Self::BodyTooLarge,
            415 => Self::UnsupportedMediaType,
            422 => Self::Validation,
            429 => Self::RateLimited,
            500 => Self::Internal,
            502 => Self::UpstreamFailed,
            503 => Self::Unavailable,
            _ => return None,
        })
    }
}
