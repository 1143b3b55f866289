//! The sentence that a client reads.

use std::borrow::Cow;

use super::Resolved;
use crate::envelope::public_members;
use crate::fault::Fault;
use crate::status::message;

pub(super) fn message_of<'a>(fault: &'a Fault, resolved: &Resolved) -> Cow<'a, str> {
    let own = fault.extra().and_then(|extra| extra.message.as_deref());
    if let Some(own) = own.filter(|_| resolved.status < 500) {
        return Cow::Borrowed(own);
    }
    let Some(entry) = resolved.entry else {
        return Cow::Borrowed(message(resolved.status));
    };
    match entry.message() {
        Some(message) if message.contains("{ $") => {
            fill(message, fault, resolved).map_or(Cow::Borrowed(entry.title()), Cow::Owned)
        }
        Some(message) => Cow::Borrowed(message),
        None => Cow::Borrowed(entry.title()),
    }
}

/// The message with each `{ $name }` replaced by the detail of that name; none if one is missing or null.
fn fill(message: &str, fault: &Fault, resolved: &Resolved) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once("{ $") {
        let (name, behind) = after.split_once(" }")?;
        let member = public_members(fault, resolved).find(|member| member.name == name)?;
        filled.push_str(before);
        if member.json == "null" {
            return None;
        }
        match serde_json::from_str::<String>(&member.json) {
            Ok(text) => filled.push_str(&text),
            Err(_) => filled.push_str(&member.json),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
