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

/// The response headers that a script of another origin can read only if
/// `access-control-expose-headers` names them (Fetch Standard, "CORS-exposed header name"), for the
/// CORS layer of one's choice. [`Envelopes::expose_headers`](crate::Envelopes::expose_headers) names
/// them without one. The first is the id's, of a service that has not
/// [chosen another name](crate::Envelopes::request_id_header).
///
/// ```
/// assert_eq!(
///     manila::EXPOSED_HEADERS.join(", "),
///     "x-request-id, x-error-code, x-should-retry, retry-after",
/// );
/// ```
pub const EXPOSED_HEADERS: [&str; 4] = [
    "x-request-id",
    "x-error-code",
    "x-should-retry",
    "retry-after",
];

/// Adds a member to `vary` (RFC 9110 §12.5.5), unless it or `*` is there.
pub(crate) fn add_vary<H: ResponseHeader + ?Sized>(header: &mut H, member: Cow<'static, str>) {
    if member == "*" {
        header.set("vary".into(), member);
    } else if !has_member(header, "vary", &member) {
        header.append("vary".into(), member);
    }
}

/// Adds the members of a list that are not there, nor `*`, in one field.
pub(crate) fn add_members<H: ResponseHeader + ?Sized, const N: usize>(
    header: &mut H,
    name: &'static str,
    members: [&str; N],
) {
    let is_missing = |member: &&str| !has_member(header, name, member);
    let missing: Vec<_> = members.into_iter().filter(is_missing).collect();
    if !missing.is_empty() {
        header.append(name.into(), missing.join(", ").into());
    }
}

/// Whether a list has a member, or `*`, which stands for all of them.
fn has_member<H: ResponseHeader + ?Sized>(header: &H, name: &'static str, member: &str) -> bool {
    header.any(name, &|value| {
        let mut members = value.split(',').map(str::trim_ascii);
        members.any(|known| known == "*" || known.eq_ignore_ascii_case(member))
    })
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

/// Whether the field is about the connection or the framing of messages, which are the server's
/// (RFC 9110 §7.6.1, RFC 9112 §6).
fn is_framing(name: &str) -> bool {
    matches!(
        name,
        "connection"
            | "content-length"
            | "keep-alive"
            | "proxy-connection"
            | "te"
            | "trailer"
            | "transfer-encoding"
    )
}

/// Whether the field has what a client proves itself by, and no response repeats (RFC 9110 §11,
/// RFC 6265 §5.4).
fn is_credential(name: &str) -> bool {
    matches!(name, "authorization" | "cookie" | "proxy-authorization")
}

/// Whether every envelope has the field, with Manila's own value.
fn is_envelopes(name: &str) -> bool {
    name == "content-type" || OWN.contains(&name)
}

/// Whether the envelope, or the server, writes the field itself, or a response never has it, so that
/// a fault cannot set it. A fault may set and clear cookies.
pub(crate) fn is_reserved(name: &str) -> bool {
    is_framing(name)
        || is_credential(name)
        || is_envelopes(name)
        || matches!(name, "content-encoding" | "x-request-id")
}

const FRAMING: &str = "it is about the connection or the message";
const CREDENTIALS: &str = "it carries credentials";
const ENVELOPES: &str = "the envelope has a value of its own";

/// Why a field cannot be kept from the response that an envelope replaces.
pub(crate) fn unfit_to_keep(name: &str) -> Option<&'static str> {
    match name {
        "content-encoding" => Some("an envelope has no content coding"),
        _ if is_credential(name) => Some(CREDENTIALS),
        _ => unfit_to_drop(name),
    }
}

/// Why it has no effect to drop a field of the response that an envelope replaces.
pub(crate) fn unfit_to_drop(name: &str) -> Option<&'static str> {
    match name {
        _ if is_framing(name) => Some(FRAMING),
        _ if is_envelopes(name) => Some(ENVELOPES),
        _ => None,
    }
}

/// Why a field cannot carry request ids, on requests and responses.
pub(crate) fn unfit_for_ids(name: &str) -> Option<&'static str> {
    match name {
        "set-cookie" | "www-authenticate" | "proxy-authenticate" => Some(CREDENTIALS),
        "host" | "upgrade" | "content-encoding" => Some(FRAMING),
        "allow" | "cache-control" | "retry-after" | "vary" | "access-control-expose-headers" => {
            Some(ENVELOPES)
        }
        _ => unfit_to_keep(name),
    }
}

/// A field name as HTTP/2 writes it (RFC 9113 §8.2.1), which is how names are compared here.
pub(crate) fn in_lower_case(name: Cow<'static, str>) -> Cow<'static, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name
    }
}

/// A token (RFC 9110 §5.6.2), as the name of a field or a method is one.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// A field name in lower case.
pub(crate) fn is_field_name(name: &str) -> bool {
    is_token(name) && !name.bytes().any(|byte| byte.is_ascii_uppercase())
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
