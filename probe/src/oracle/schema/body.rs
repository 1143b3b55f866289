//! What a check takes from a body.

/// What a body says that has to agree with the header.
#[derive(Debug, Default)]
pub(in crate::oracle) struct Body {
    /// The fault's code as text.
    pub(in crate::oracle) code: Option<String>,
    /// The request's id, where the style has a place for it.
    pub(in crate::oracle) request_id: Option<String>,
}

/// What a body says, and everything that is wrong with it.
pub(in crate::oracle) type Check = (Body, Vec<String>);
