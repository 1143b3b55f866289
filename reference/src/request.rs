//! What a site has to know of a request.

/// The head of a request for a page of a [`Site`](crate::Site), as an adapter hands it on.
///
/// ```
/// use manila_reference::Request;
///
/// let request = Request::new("GET", "/PLAN_LIMIT")
///     .query("request_id=01a1fca2")
///     .accept("text/html,*/*;q=0.8");
/// # let _ = request;
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) mount: Option<&'a str>,
    pub(crate) query: Option<&'a str>,
    pub(crate) accept: Option<&'a str>,
    pub(crate) accept_language: Option<&'a str>,
    pub(crate) if_none_match: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// Creates the head of a request: its method, and its path below the place where the site is mounted,
    /// as the client sent it. At `/errors` the path of `/errors/PLAN_LIMIT` is `/PLAN_LIMIT`, that of
    /// `/errors/` is `/`, and that of `/errors` is empty.
    pub const fn new(method: &'a str, path: &'a str) -> Self {
        Self {
            method,
            path,
            mount: None,
            query: None,
            accept: None,
            accept_language: None,
            if_none_match: None,
        }
    }

    /// Sets the path that the site is mounted at, `/errors` say. It is needed where the path below it is
    /// empty, as relative links need the slash.
    pub const fn mount(mut self, path: &'a str) -> Self {
        self.mount = Some(path);
        self
    }

    /// Sets the query, without `?`.
    pub const fn query(mut self, query: &'a str) -> Self {
        self.query = Some(query);
        self
    }

    /// Sets the value of `accept`; of several fields, the values with commas between (RFC 9110 §5.3).
    pub const fn accept(mut self, value: &'a str) -> Self {
        self.accept = Some(value);
        self
    }

    /// Sets the value of `accept-language`; of several fields, the values with commas between (RFC 9110 §5.3).
    ///
    /// ```
    /// use manila_reference::Request;
    ///
    /// let request = Request::new("GET", "/PLAN_LIMIT").accept_language("es-MX, es;q=0.9");
    /// assert!(format!("{request:?}").contains("es-MX, es;q=0.9"));
    /// ```
    pub const fn accept_language(mut self, value: &'a str) -> Self {
        self.accept_language = Some(value);
        self
    }

    /// Sets the value of `if-none-match`.
    pub const fn if_none_match(mut self, value: &'a str) -> Self {
        self.if_none_match = Some(value);
        self
    }
}
