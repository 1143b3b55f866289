//! Which style a service speaks.

use super::style::Style;
use super::{json, schema};
use crate::wire::Response;

impl Style {
    /// The style that most of a service's error responses are in; none where none of them is a
    /// valid envelope.
    ///
    /// ```
    /// use manila_probe::oracle::Style;
    /// use manila_probe::wire::Response;
    ///
    /// let response = Response {
    ///     status: 404,
    ///     headers: Vec::new(),
    ///     body: br#"{"ok":false,"error":{"code":"NOT_FOUND","message":"Nothing is here."}}"#.into(),
    /// };
    /// assert_eq!(Style::detect([&response]), Some(Style::OkError));
    /// ```
    #[must_use]
    pub fn detect<'r>(responses: impl IntoIterator<Item = &'r Response>) -> Option<Self> {
        let mut counts: Vec<_> = Self::ALL.iter().map(|style| (*style, 0_usize)).collect();
        for response in responses {
            let spoken = Self::of(response);
            for (style, count) in &mut counts {
                *count += usize::from(spoken == Some(*style));
            }
        }
        // Of two that are as frequent, the first: `max_by_key` would take the last.
        let (style, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
        (count > 0).then_some(style)
    }

    /// The style that an error response's body is a valid envelope of.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        if response.status < 400 {
            return None;
        }
        let body = json::read(&response.body).ok()?;
        let mut styles = Self::ALL.iter().copied();
        styles.find(|style| schema::check(*style, &body, response.status).1.is_empty())
    }
}

/// The code that a body has in a style.
#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) fn code_in(style: Style, body: &[u8], status: u16) -> Option<String> {
    let body = json::read(body).ok()?;
    schema::check(style, &body, status).0.code
}
