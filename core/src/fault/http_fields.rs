//! The setters of header fields that HTTP asks of certain errors.

use std::borrow::Cow;

use super::Fault;
use crate::http::header::is_token;

impl Fault {
    /// Sets the methods that the resource supports, for a 405, which has to name them (RFC 9110
    /// §15.5.6), or any other response that may. None at all says that no method is supported at
    /// the moment (§10.2.1).
    ///
    /// They become `allow`, unless the handler has put one on the response. A method that is no
    /// token (§5.6.2) is left out and logged. Where routes are wrapped by axum's `Router::layer` or
    /// the router refuses a method by itself, the framework knows the methods and writes them.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let fault = Fault::condition(Condition::MethodNotAllowed).with_allow(["GET", "PUT", "a b"]);
    /// # let mut header = example::Header::default();
    /// Envelopes::ok_error().render(&fault, None).apply(&mut header);
    /// assert_eq!(header.get("allow"), Some("GET, PUT"));
    /// ```
    #[must_use]
    pub fn with_allow<M: AsRef<str>>(mut self, methods: impl IntoIterator<Item = M>) -> Self {
        let (mut allow, mut has_refused) = (String::new(), false);
        for method in methods {
            let method = method.as_ref();
            if !is_token(method) {
                has_refused = true;
                self.note_dropped(format_args!("allow: {method:?} is no method"));
            } else if !allow.split(", ").any(|known| known == method) {
                if !allow.is_empty() {
                    allow.push_str(", ");
                }
                allow.push_str(method);
            }
        }
        // An empty list would say that nothing is allowed.
        if !(allow.is_empty() && has_refused) {
            self.replace_header("allow", allow);
        }
        self
    }

    /// Sets the challenge of a 401 (RFC 9110 §11.6.1), in the place of the service's own: another
    /// scheme, or what is wrong with the token (RFC 6750 §3). Several calls offer several.
    ///
    /// It becomes `www-authenticate`, unless the handler has put one on the response. A challenge
    /// that is empty or not a valid header value (RFC 9110 §5.5) is left out and logged.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let expired = r#"Bearer realm="api", error="invalid_token""#;
    /// let fault = Fault::condition(Condition::Unauthenticated).with_www_authenticate(expired);
    /// # let mut header = example::Header::default();
    /// Envelopes::ok_error().render(&fault, None).apply(&mut header);
    /// assert_eq!(header.get("www-authenticate"), Some(expired));
    /// ```
    #[must_use]
    pub fn with_www_authenticate(mut self, challenge: impl Into<Cow<'static, str>>) -> Self {
        let challenge = challenge.into();
        if challenge.is_empty() {
            self.note_dropped(format_args!("www-authenticate: the challenge is empty"));
            return self;
        }
        self.with_header("www-authenticate", challenge)
    }

    fn replace_header(&mut self, name: &'static str, value: String) {
        let headers = &mut self.attached_mut().headers;
        headers.retain(|(known, _)| known != name);
        headers.push((name.into(), value.into()));
    }
}
