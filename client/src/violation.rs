//! One invalid field, as the service told it.

use manila::{Code, Source};
use serde::de::DeserializeOwned;

/// One invalid field of a request, as an envelope tells it.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Pointer, Source, Violation};
/// use manila_client::decode;
///
/// let email = Pointer::root().member("e mail");
/// let fault = Fault::condition(Condition::Validation)
///     .with_violation(Violation::new("Not an address.").with_pointer(email.clone()));
/// let rendered = Envelopes::problem().render(&fault, None);
/// let content_type = [("content-type", rendered.content_type())];
/// let remote = decode(rendered.status(), content_type, rendered.body());
///
/// let [violation] = remote.violations() else { panic!("{remote}") };
/// assert_eq!(violation.message(), Some("Not an address."));
/// assert_eq!(violation.source(), Some(&Source::Pointer(email)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteViolation {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) source_message: Option<String>,
    pub(crate) source: Option<Source>,
    pub(crate) details: Option<Box<str>>,
}

impl RemoteViolation {
    /// Returns the violation's own code as text, a number in digits.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Returns whether the violation is of this code. The names on the wire are compared.
    #[must_use]
    pub fn is(&self, code: &Code) -> bool {
        self.code() == Some(&*code.wire_code().to_text())
    }

    /// Returns the sentence about the field, as it was sent: it may hold any character.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Returns the sentence in the language of the catalog, where the service sends it beside a translated
    /// [`message`](Self::message).
    #[must_use]
    pub fn source_message(&self) -> Option<&str> {
        self.source_message.as_deref()
    }

    /// Returns where in the request the value is: a JSON Pointer into its body, a parameter or a header
    /// field. Problem details write pointers as URI fragments (RFC 6901 §6), which are decoded here.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// Returns the data of the violation as a type of yours; none where there are none, or where they do
    /// not fit the type.
    #[must_use]
    pub fn details<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(self.details_json()?).ok()
    }

    /// Returns the data of the violation as a JSON object.
    #[must_use]
    pub fn details_json(&self) -> Option<&str> {
        self.details.as_deref()
    }
}
