//! What a catalog says of an operation of its API.

/// What a catalog says of an operation that its codes name: see
/// [`Catalog::operations`](crate::Catalog::operations).
///
/// ```
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// #[error_code(operations = {
///     "POST /v1/auth/login" = { title = "Sign in", groups = ["Authentication"] },
/// })]
/// enum ApiError {
///     #[error("Verify your phone number first.")]
///     #[error_code(status = 403, operations = ["POST /v1/auth/login", "mutations"])]
///     PhoneNotVerified,
/// }
///
/// let [sign_in] = ApiError::CATALOG.operations() else { unreachable!() };
/// assert_eq!((sign_in.name(), sign_in.title()), ("POST /v1/auth/login", Some("Sign in")));
/// assert_eq!(sign_in.groups(), ["Authentication"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Operation {
    name: &'static str,
    title: Option<&'static str>,
    groups: &'static [&'static str],
}

impl Operation {
    /// Public for the expansions of `ErrorCode` and `catalog!` alone.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(
        name: &'static str,
        title: Option<&'static str>,
        groups: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            title,
            groups,
        }
    }

    /// Returns what codes call the operation: `METHOD /path`, a path, or a name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name for people, or `None` if there is none.
    #[must_use]
    pub const fn title(&self) -> Option<&'static str> {
        self.title
    }

    /// Returns the groups that the operation belongs to, which codes may name as well.
    #[must_use]
    pub const fn groups(&self) -> &'static [&'static str] {
        self.groups
    }
}
