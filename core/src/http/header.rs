//! Header fields: their grammar, and the groups of them that core sets, drops or reserves.
//!
//! Core sees a framework's map through [`ResponseHeader`] and decides which fields a response has
//! in the end. Names are compared in lower case, as HTTP/2 writes them (RFC 9113 §8.2.1).

use std::borrow::Cow;

/// The header of a framework's response. Adapters implement it for their own map, and core decides
/// which fields are kept, dropped and set.
///
/// Core passes valid fields alone: the name is a token in lower case, the value visible ASCII with
/// blanks inside (RFC 9110 §5.5). A borrowed one lives as long as the program, so that an adapter
/// need not copy it.
///
/// ```
/// use std::borrow::Cow;
/// use manila::adapter::ResponseHeader;
/// use manila::{Condition, Envelopes, Fault};
///
/// #[derive(Default)]
/// struct Header(Vec<(Cow<'static, str>, Cow<'static, str>)>);
///
/// impl ResponseHeader for Header {
///     fn has(&self, name: &'static str) -> bool {
///         self.0.iter().any(|(field, _)| field == name)
///     }
///     fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
///         self.0.retain(|(field, _)| *field != name);
///         self.append(name, value);
///     }
///     fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
///         self.0.push((name, value));
///     }
///     fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
///         self.0.retain(|(field, _)| keep(field));
///     }
/// }
///
/// let mut header = Header::default();
/// Envelopes::ok_error().render(&Fault::condition(Condition::Gone), None).apply(&mut header);
/// let names: Vec<_> = header.0.iter().map(|(name, _)| &**name).collect();
/// assert_eq!(names, ["content-type", "x-error-code", "x-content-type-options", "cache-control"]);
/// ```
pub trait ResponseHeader {
    /// Returns whether there is a field of this name, which is in lower case. What a handler has
    /// set on purpose, such as `cache-control`, is kept by it.
    fn has(&self, name: &'static str) -> bool;

    /// Sets the field: it is the only one of its name afterwards. A map that is full may drop it,
    /// but must not panic.
    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>);

    /// Adds a field behind those of the same name.
    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>);

    /// Removes every field for whose name, in lower case, `keep` returns `false`.
    fn retain(&mut self, keep: &dyn Fn(&str) -> bool);

    /// Returns whether `is` holds for the value of a field of this name, which is in lower case. A
    /// value that is not visible ASCII may be left out. By default no value is known: what is added
    /// to a list of members may then repeat one.
    fn any(&self, _name: &'static str, _is: &dyn Fn(&str) -> bool) -> bool {
        false
    }
}

/// Adds a member to `vary` (RFC 9110 §12.5.5), unless it or `*` is there.
pub(crate) fn add_vary<H: ResponseHeader + ?Sized>(header: &mut H, member: Cow<'static, str>) {
    let is_there = |value: &str| {
        let mut members = value.split(',').map(str::trim_ascii);
        members.any(|known| known == "*" || known.eq_ignore_ascii_case(&member))
    };
    if member == "*" {
        header.set("vary".into(), member);
    } else if !header.any("vary", &is_there) {
        header.append("vary".into(), member);
    }
}

/// Fields that describe a representation, and so say nothing true of the envelope that takes its
/// place (RFC 9110 §8; `digest` by RFC 3230, the newer two by RFC 9530, `content-md5` by RFC 2616
/// §14.15, signatures by RFC 9421).
pub(crate) const DESCRIBES_OLD_BODY: [&str; 17] = [
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "etag",
    "last-modified",
    "content-range",
    "content-disposition",
    "content-language",
    "content-location",
    "digest",
    "content-digest",
    "repr-digest",
    "content-md5",
    "signature",
    "signature-input",
    "accept-ranges",
];

/// Those of them that describe the very bytes, which another wrapping of the same data changes. An
/// `etag`, say, remains true of the data.
pub(crate) const DESCRIBES_OLD_BYTES: [&str; 11] = [
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "trailer",
    "content-range",
    "digest",
    "content-digest",
    "repr-digest",
    "content-md5",
    "signature",
    "signature-input",
];

/// The fields that are Manila's alone: what another response says in them is not about its envelope.
/// That of the request's id is not among them, as its name is the service's choice.
pub(crate) const OWN: [&str; 3] = ["x-error-code", "x-should-retry", "x-content-type-options"];

/// Whether a field says how long a cache may keep the response: HTTP's own (RFC 9111 §5), those for
/// certain caches (RFC 9213 §3, with the names of vendors before it), and those of single products.
/// They were meant for another body; whoever raises a fault may set them for it.
pub(crate) fn steers_caches(name: &str) -> bool {
    matches!(
        name,
        "cache-control" | "expires" | "age" | "pragma" | "surrogate-control" | "x-accel-expires"
    ) || name.ends_with("cdn-cache-control")
}

/// Whether a field of an error response means the same beside any body, and is written for clients.
pub(crate) fn is_known(name: &str) -> bool {
    matches!(
        name,
        "allow"
            | "www-authenticate"
            | "proxy-authenticate"
            | "retry-after"
            | "set-cookie"
            | "vary"
            | "link"
            | "upgrade"
            | "strict-transport-security"
            | "traceresponse"
    ) || ["access-control-", "ratelimit", "content-security-policy"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Whether the envelope, or the server, writes the field itself, so that a fault cannot set it.
pub(crate) fn is_reserved(name: &str) -> bool {
    matches!(
        name,
        "connection"
            | "content-length"
            | "content-type"
            | "transfer-encoding"
            | "x-content-type-options"
            | "x-error-code"
            | "x-request-id"
            | "x-should-retry"
    )
}

/// A field name as HTTP/2 writes it (RFC 9113 §8.2.1), which is how names are compared here.
pub(crate) fn in_lower_case(name: Cow<'static, str>) -> Cow<'static, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name
    }
}

/// A field name: a token (RFC 9110 §5.6.2), in lower case.
pub(crate) fn is_field_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte)
        })
}

/// A field value of visible ASCII, with blanks and tabs inside (RFC 9110 §5.5).
pub(crate) fn is_field_value(value: &str) -> bool {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let bytes = value.as_bytes();
    bytes
        .iter()
        .all(|byte| byte.is_ascii_graphic() || is_blank(byte))
        && !bytes.first().is_some_and(is_blank)
        && !bytes.last().is_some_and(is_blank)
}
