//! Addresses of services behind this one, without what is secret in them.
//!
//! `reqwest` writes the whole address into the text of its errors. The query of one has keys and tokens,
//! and before the host there can be a password: neither belongs into a log. The text is looked at rather
//! than the type, as the error may be hidden in another one, borrowed, or a text already.

use std::any::Any;

/// What stands before an address in the text of an error of `reqwest`, and is not in it.
const BEFORE: &str = " for url (";

/// The text with each address of such an error as it may be told; `None` if there is nothing to hide.
pub(super) fn without_secrets(text: &str) -> Option<String> {
    let mut told = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(BEFORE) {
        // No address has a blank in it. One may have the bracket that ends it.
        let end = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let (token, after) = behind.split_at(end);
        let (url, bracket) = token.split_at(token.rfind(')').unwrap_or(token.len()));
        told.extend([before, BEFORE]);
        push_public(url, &mut told);
        told.push_str(bracket);
        rest = after;
    }
    told.push_str(rest);
    (told != text).then_some(told)
}

/// Adds an address without user, password, query and fragment.
fn push_public(url: &str, told: &mut String) {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let url = &url[..end];
    let Some((scheme, rest)) = url.split_once("://") else {
        told.push_str(url);
        return;
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let host = authority.rsplit('@').next().unwrap_or(authority);
    told.extend([scheme, "://", host, path]);
}

/// Takes the same out of an error of `reqwest` itself, which observers are given.
pub(super) fn hide_secrets(error: &mut dyn Any) {
    #[cfg(not(feature = "reqwest-013"))]
    let _ = error;
    #[cfg(feature = "reqwest-013")]
    if let Some(error) = error.downcast_mut::<reqwest::Error>()
        && let Some(url) = error.url_mut()
    {
        url.set_query(None);
        url.set_fragment(None);
        // Where there is no host, there are none to take away.
        let _ = url.set_username("");
        let _ = url.set_password(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_without_what_is_secret_in_it() {
        for (text, told) in [
            (
                "error sending request for url (https://pay.example/v1?key=s(e)cret&x=1)",
                "error sending request for url (https://pay.example/v1)",
            ),
            (
                "no: timeout for url (http://ada:pw@h:80/a@b#part): closed (os error 111)",
                "no: timeout for url (http://h:80/a@b): closed (os error 111)",
            ),
            (
                "a for url (http://h/?k=1) and b for url (http://h?k=2)",
                "a for url (http://h/) and b for url (http://h)",
            ),
            // It was cut.
            (
                "a for url (http://h/?key=secr… [cut]",
                "a for url (http://h/ [cut]",
            ),
        ] {
            assert_eq!(without_secrets(text).as_deref(), Some(told));
        }
        for text in [
            "",
            "is it so? (yes)",
            "a for url (http://h/a)",
            "a for url (",
        ] {
            assert_eq!(without_secrets(text), None);
        }
    }
}
