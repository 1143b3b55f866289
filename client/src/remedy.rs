//! What a service says about the way out of an error.

use manila::Owner;

/// What an envelope says about the way out: who can act, and how. A service adds it where it is set to.
///
/// ```
/// use manila::Owner;
///
/// let body = br#"{"ok":false,"error":{"code":"REAUTH_REQUIRED","message":"Sign in again.","details":
///     {"remedy":{"owner":"user","steps":["Sign in again."],"next":"POST /v1/auth/login"}}}}"#;
/// let remote = manila_client::decode(401, [("content-type", "application/json")], body);
/// let remedy = remote.remedy().unwrap();
/// assert_eq!(remedy.owner(), Some(Owner::User));
/// assert_eq!(remedy.steps(), ["Sign in again."]);
/// assert_eq!(remedy.next(), Some("POST /v1/auth/login"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remedy {
    pub(crate) owner: Option<Owner>,
    pub(crate) steps: Vec<String>,
    pub(crate) next: Option<String>,
    pub(crate) documentation: Option<String>,
}

impl Remedy {
    /// Returns who can act.
    #[must_use]
    pub const fn owner(&self) -> Option<Owner> {
        self.owner
    }

    /// Returns what to do, a sentence for each step.
    #[must_use]
    pub fn steps(&self) -> &[String] {
        &self.steps
    }

    /// Returns the request to send next.
    #[must_use]
    pub fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Returns where to read more.
    #[must_use]
    pub fn documentation(&self) -> Option<&str> {
        self.documentation.as_deref()
    }
}
