//! Which code a condition probably has.

use manila_catalog_file::{Case, Catalog, Condition};

/// What codes are called beside their condition's own name.
const NAMES: &[(&str, &[Condition])] = &[
    (
        "not_found",
        &[Condition::RouteNotFound, Condition::ResourceNotFound],
    ),
    ("endpoint_not_found", &[Condition::RouteNotFound]),
    ("malformed_json", &[Condition::InvalidJson]),
    ("validation_failed", &[Condition::Validation]),
    ("validation_error", &[Condition::Validation]),
    ("payload_too_large", &[Condition::BodyTooLarge]),
    ("content_too_large", &[Condition::BodyTooLarge]),
    ("request_too_large", &[Condition::BodyTooLarge]),
    ("unauthorized", &[Condition::Unauthenticated]),
    ("precondition_failed", &[Condition::PreconditionFailed]),
    ("too_many_requests", &[Condition::RateLimited]),
    ("rate_limit_exceeded", &[Condition::RateLimited]),
    ("bad_gateway", &[Condition::UpstreamFailed]),
    ("gateway_timeout", &[Condition::Timeout]),
    ("service_unavailable", &[Condition::Unavailable]),
    ("internal_error", &[Condition::Internal]),
    ("internal_server_error", &[Condition::Internal]),
    ("server_error", &[Condition::Internal]),
];

/// The conditions that one code fits, and no other, by its name and its status.
pub(super) fn suggestions(catalog: &Catalog) -> Vec<(Condition, &str)> {
    let mut fitting: Vec<(Condition, &str)> = Vec::new();
    for entry in &catalog.codes {
        let is_usable = entry.retired.is_none() && entry.deprecated.is_none() && !entry.derived;
        let name = Case::Snake.spell(&entry.name);
        let own = Condition::from_word(&name);
        let others = NAMES.iter().filter(|(known, _)| *known == name);
        let others = others.flat_map(|(_, conditions)| conditions.iter().copied());
        let fits = |condition: &Condition| entry.statuses.first() == Some(&condition.status());
        let conditions = own.into_iter().chain(others).filter(fits);
        fitting.extend(
            conditions
                .filter(|_| is_usable)
                .map(|it| (it, entry.name.as_str())),
        );
    }
    fitting.sort_by_key(|(condition, _)| *condition);
    let is_alone = |(condition, _): &(Condition, &str)| {
        let same = fitting.iter().filter(|(other, _)| other == condition);
        same.count() == 1
    };
    fitting.iter().copied().filter(is_alone).collect()
}
