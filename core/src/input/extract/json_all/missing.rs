//! The names on the wire of members that are missing.
//!
//! `eserde` reports a missing member by its field's name in Rust. The deserializer is given the
//! names on the wire, and the two lists are matched here.

use std::collections::HashMap;

use super::reported::ReportedIssue;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::issue::DecodeIssue;
use crate::input::extract::trace::Whereabouts;

/// The members that a struct has on the wire and an object lacks, in the order of the fields.
#[derive(Debug)]
pub(super) struct Absent {
    /// The place at which `eserde` reports them.
    pub(super) told_at: BoundedPointer,
    pub(super) object: BoundedPointer,
    pub(super) names: Vec<&'static str>,
}

/// `eserde` calls what is missing by the names of Rust's fields. Gives them the names on the wire,
/// and none where it is uncertain which name it is.
pub(super) fn name_missing(reported: &mut [ReportedIssue], absent: &[Absent]) {
    let mut missing_at: HashMap<BoundedPointer, Vec<&mut ReportedIssue>> = HashMap::new();
    for issue in reported {
        if let (DecodeIssue::Missing(_), Whereabouts::Value(place)) = (&issue.kind, &issue.place)
            && issue.is_in_rust
        {
            missing_at.entry(place.clone()).or_default().push(issue);
        }
    }
    for absent in absent {
        let Some(missing) = missing_at.get_mut(&absent.told_at) else {
            continue;
        };
        let are_all = missing.len() == absent.names.len();
        for (at, issue) in missing.iter_mut().enumerate() {
            issue.place = Whereabouts::Value(absent.object.clone());
            let DecodeIssue::Missing(field) = &issue.kind else {
                continue;
            };
            let name = if are_all {
                absent.names.get(at)
            } else {
                absent.names.iter().find(|name| are_alike(name, field))
            };
            issue.is_in_rust = name.is_none();
            if let Some(name) = name {
                issue.kind = DecodeIssue::Missing((*name).to_owned());
            }
        }
    }
}

/// Whether two names differ in nothing but their case and their separators.
fn are_alike(left: &str, right: &str) -> bool {
    let essence = |name: &str| {
        let name = name.strip_prefix("r#").unwrap_or(name);
        let letters = name.chars().filter(|c| !matches!(c, '_' | '-'));
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    essence(left) == essence(right)
}
