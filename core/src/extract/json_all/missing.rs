//! What the members that are missing are called.

use super::Told;
use crate::extract::problem::Problem;
use crate::pointer::Pointer;

/// The members that a struct has on the wire and an object lacks, in the order of the fields.
#[derive(Debug)]
pub(super) struct Absent {
    /// Where `eserde` tells of them.
    pub(super) told_at: Pointer,
    pub(super) object: Pointer,
    pub(super) names: Vec<&'static str>,
}

/// `eserde` calls what is missing by the names of Rust's fields. Gives them the names on the wire,
/// and none where these leave a doubt.
pub(super) fn name_missing(told: &mut [Told], absent: &[Absent]) {
    for absent in absent {
        let missing = told.iter_mut().filter(|told| {
            matches!(told.problem, Problem::Missing(_)) && told.pointer == absent.told_at
        });
        let missing = missing.collect::<Vec<_>>();
        let are_all = missing.len() == absent.names.len();
        for (place, told) in missing.into_iter().enumerate() {
            told.pointer = absent.object.clone();
            let Problem::Missing(field) = &told.problem else {
                continue;
            };
            let name = if are_all {
                absent.names.get(place)
            } else {
                absent.names.iter().find(|name| are_alike(name, field))
            };
            told.is_named = name.is_some();
            if let Some(name) = name {
                told.problem = Problem::Missing((*name).to_owned());
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
