//! The settings that bodies repeat beside the error: of the service, and of the request.
//!
//! Styles see these and no others, so that a setting of the transport cannot change a body.

use std::borrow::Cow;

use crate::catalog::Catalog;

/// The part of a service's settings that its envelopes repeat.
#[derive(Debug, Clone, Default)]
pub(crate) struct Service {
    /// Names the codes of conditions.
    pub(crate) catalog: Option<&'static Catalog>,
    pub(crate) version: Option<Cow<'static, str>>,
    pub(crate) api_version: Option<Cow<'static, str>>,
    /// The time zone and the format of the API's dates.
    pub(crate) datetime: Option<(Cow<'static, str>, Cow<'static, str>)>,
    /// The address of the error reference.
    pub(crate) reference: Option<Cow<'static, str>>,
    /// Whether styles that need not repeat the request's id do so.
    pub(crate) is_id_in_body: bool,
    /// Whether errors say the way out that their catalog knows.
    pub(crate) has_remedies: bool,
    /// Whether the source's sentence stands beside a translated one.
    pub(crate) has_source_message: bool,
}

impl Service {
    /// The address of the error reference, without a slash at its end: the service's own, else its
    /// catalog's.
    pub(crate) fn reference(&self) -> Option<&str> {
        let of_catalog = || self.catalog?.documentation();
        let address = self.reference.as_deref().or_else(of_catalog)?;
        Some(address.trim_end_matches('/'))
    }

    pub(crate) fn datetime(&self) -> Option<(&str, &str)> {
        let (timezone, format) = self.datetime.as_ref()?;
        Some((timezone, format))
    }
}

/// The data of one envelope beside the error.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meta<'a> {
    pub(crate) service: &'a Service,
    /// `None` only where no layer is at work.
    pub(crate) request_id: Option<&'a str>,
}
