//! One datum that a code declares.

use manila_catalog_file::DetailType;

use super::facts::Detail;

impl Detail {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(name: &'static str, kind: DetailType, meaning: Option<&'static str>) -> Self {
        Self {
            name,
            kind,
            meaning,
            required: None,
            items: None,
            values: &[],
        }
    }

    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn required(mut self, required: bool) -> Self {
        self.required = Some(required);
        self
    }

    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn items(mut self, items: DetailType) -> Self {
        self.items = Some(items);
        self
    }

    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }

    /// Returns the member's name on the wire, in the catalog's own spelling.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the member's JSON type, or the format of a string (`date-time`, say). The
    /// constructors of `catalog!` take no other; a fault that attaches another by hand is not
    /// refused, but told in the log of a build with debug assertions.
    #[must_use]
    pub const fn kind(&self) -> DetailType {
        self.kind
    }

    /// Returns the meaning of the member in a few words, for the error reference.
    #[must_use]
    pub const fn meaning(&self) -> Option<&'static str> {
        self.meaning
    }

    /// Returns whether every occurrence of the code has the member, as the catalog promises clients;
    /// `None` where it promises neither.
    ///
    /// The constructors of `catalog!` take every detail but one that is not required: it is attached by
    /// [`Fault::with_detail`](crate::Fault::with_detail) where it is there.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The region is down.")]
    ///     #[error_code(status = 409)]
    ///     RegionDown {
    ///         #[error_code(detail, required)]
    ///         region: &'static str,
    ///         #[error_code(detail, required = false)]
    ///         until: Option<&'static str>,
    ///     },
    /// }
    ///
    /// let error = ApiError::RegionDown { region: "eu-west-1", until: None };
    /// let [region, until] = error.code().details() else { unreachable!() };
    /// assert_eq!((region.is_required(), until.is_required()), (Some(true), Some(false)));
    /// ```
    #[must_use]
    pub const fn is_required(&self) -> Option<bool> {
        self.required
    }

    /// Returns the JSON type of an array's items, or `None` where they may be of any.
    ///
    /// ```
    /// use manila::DetailType;
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The names are taken.")]
    ///     #[error_code(status = 409)]
    ///     NamesTaken { #[error_code(detail, items = "string")] names: Vec<String> },
    /// }
    ///
    /// let error = ApiError::NamesTaken { names: vec!["atlas".to_owned()] };
    /// assert_eq!(error.code().details()[0].item_kind(), Some(DetailType::String));
    /// ```
    #[must_use]
    pub const fn item_kind(&self) -> Option<DetailType> {
        self.items
    }

    /// Returns the texts that the member, or each item of it, is one of; none where it may be any.
    ///
    /// ```
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The quota is used up.")]
    ///     #[error_code(status = 402)]
    ///     Quota { #[error_code(detail, values = ["apps", "sites"])] of: &'static str },
    /// }
    ///
    /// let error = ApiError::Quota { of: "apps" };
    /// assert_eq!(error.code().details()[0].allowed_values(), ["apps", "sites"]);
    /// ```
    #[must_use]
    pub const fn allowed_values(&self) -> &'static [&'static str] {
        self.values
    }
}
