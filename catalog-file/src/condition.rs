//! What a framework refuses by itself.

use crate::words::words;

words! {
    /// Something that a framework refuses by itself, before or outside a handler.
    ///
    /// A catalog assigns a code to a condition. Where it assigns none, the
    /// [more general](Self::general) condition is tried, and in the end HTTP's own code for
    /// the [status](Self::status) is used.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Condition;
    ///
    /// let condition: Condition = "unknown_field".parse().unwrap();
    /// assert_eq!(condition, Condition::UnknownField);
    /// assert_eq!(condition.status(), 422);
    /// assert_eq!(condition.general(), Some(Condition::Validation));
    /// ```
    Condition {
        /// No route matches the path.
        RouteNotFound = "route_not_found",
        /// The route matches, but the resource that it names does not exist.
        ResourceNotFound = "resource_not_found",
        /// The route exists, but not for this method.
        MethodNotAllowed = "method_not_allowed",
        /// The request is malformed in a way that no other condition names.
        BadRequest = "bad_request",
        /// The body is not valid JSON.
        InvalidJson = "invalid_json",
        /// The query string cannot be read.
        InvalidQuery = "invalid_query",
        /// A path parameter cannot be read.
        InvalidPath = "invalid_path",
        /// The body has a member that the endpoint does not know.
        UnknownField = "unknown_field",
        /// A required member is missing.
        MissingField = "missing_field",
        /// A member has a different JSON type from the expected one.
        WrongType = "wrong_type",
        /// A value breaks a validator's rule.
        InvalidValue = "invalid_value",
        /// The fault that carries several violations.
        Validation = "validation",
        /// The request has a body but no content type.
        MissingContentType = "missing_content_type",
        /// The endpoint does not read the body's content type.
        UnsupportedMediaType = "unsupported_media_type",
        /// The client accepts none of the media types that the endpoint can write.
        NotAcceptable = "not_acceptable",
        /// The body is larger than the endpoint allows.
        BodyTooLarge = "body_too_large",
        /// Credentials are missing or wrong.
        Unauthenticated = "unauthenticated",
        /// The caller is known, but is not allowed to do this.
        Forbidden = "forbidden",
        /// The request conflicts with the state of the resource.
        Conflict = "conflict",
        /// The resource existed and was removed for good.
        Gone = "gone",
        /// A precondition of the request does not hold.
        PreconditionFailed = "precondition_failed",
        /// The caller has sent too many requests.
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
    /// Returns the HTTP status of the condition, which a catalog can override.
    ///
    /// A timeout is a 504 and an overload a 503, never a 408: clients and intermediaries repeat a
    /// 408 by themselves, and the request may already have taken effect (RFC 9110 §15.5.9).
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Condition;
    ///
    /// assert_eq!(Condition::RateLimited.status(), 429);
    /// assert_eq!(Condition::Timeout.status(), 504);
    /// ```
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

    /// Returns the condition to try where a catalog assigns no code to this one, or `None` if there
    /// is none that is more general.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Condition;
    ///
    /// assert_eq!(Condition::InvalidJson.general(), Some(Condition::BadRequest));
    /// assert_eq!(Condition::BadRequest.general(), None);
    /// ```
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

    /// Returns the condition that a status indicates when nothing else is known of the response, or
    /// `None` if the status indicates none.
    ///
    /// ```
    /// # use manila_catalog_file as manila;
    /// use manila::Condition;
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
