//! What the members that are missing are called.

use std::collections::HashMap;

use super::place::Place;
use super::told::Told;
use crate::input::extract::problem::Problem;

/// The members that a struct has on the wire and an object lacks, in the order of the fields.
#[derive(Debug)]
pub(super) struct Absent {
    /// Where `eserde` tells of them.
    pub(super) told_at: Place,
    pub(super) object: Place,
    pub(super) names: Vec<&'static str>,
}

/// `eserde` calls what is missing by the names of Rust's fields. Gives them the names on the wire,
/// and none where these leave a doubt.
pub(super) fn name_missing(told: &mut [Told], absent: &[Absent]) {
    let mut missing_at: HashMap<Place, Vec<&mut Told>> = HashMap::new();
    for told in told {
        if matches!(told.problem, Problem::Missing(_)) {
            missing_at.entry(told.place.clone()).or_default().push(told);
        }
    }
    for absent in absent {
        let Some(missing) = missing_at.get_mut(&absent.told_at) else {
            continue;
        };
        let are_all = missing.len() == absent.names.len();
        for (place, told) in missing.iter_mut().enumerate() {
            told.place = absent.object.clone();
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
