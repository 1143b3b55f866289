//! The table of budgets.

use super::{Bound, Budget, Count};

use Bound::{Most, Times};
use Count::{Allocations, Instructions};

/// A budget on a whole piece of work.
const fn whole(row: &'static str, work: &'static str, count: Count, bound: Bound) -> Budget {
    Budget {
        row,
        work,
        contender: "manila",
        base: None,
        count,
        bound,
        known: None,
    }
}

/// A budget on what a layer adds to the bare service.
const fn added(row: &'static str, work: &'static str, count: Count, bound: Bound) -> Budget {
    Budget {
        base: Some("bare"),
        ..whole(row, work, count, bound)
    }
}

pub(super) const BUDGETS: &[Budget] = &[
    whole(
        "render, fixed",
        "render: a fixed body",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, fixed",
        "render: a fixed body",
        Instructions,
        Times(0.35, "Json(struct)"),
    ),
    whole(
        "render, fixed",
        "render: a fixed body",
        Allocations,
        Times(1.0, "limit"),
    ),
    whole(
        "render, details",
        "render: a body with details",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, details",
        "render: a body with details",
        Instructions,
        Times(0.35, "Json(struct)"),
    ),
    whole(
        "render, details",
        "render: a body with details",
        Allocations,
        Times(1.0, "limit"),
    ),
    whole(
        "render, problem",
        "render: a problem with the id",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, problem",
        "render: a problem with the id",
        Instructions,
        Times(0.35, "Json(struct)"),
    ),
    whole(
        "render, problem",
        "render: a problem with the id",
        Allocations,
        Times(1.0, "limit"),
    ),
    whole(
        "render, JSON:API",
        "render: JSON:API, one error",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, JSON:API",
        "render: JSON:API, one error",
        Instructions,
        Times(0.35, "Json(struct)"),
    ),
    whole(
        "render, JSON:API",
        "render: JSON:API, one error",
        Allocations,
        Times(1.0, "limit"),
    ),
    whole(
        "render, 20 violations",
        "render: JSON:API, 20 violations",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, 20 violations",
        "render: JSON:API, 20 violations",
        Instructions,
        Times(0.15, "Json(struct)"),
    ),
    whole(
        "render, 20 violations",
        "render: JSON:API, 20 violations",
        Allocations,
        Times(1.0, "limit"),
    ),
    whole(
        "render, actix",
        "render: a fixed body, actix",
        Instructions,
        Times(1.5, "limit"),
    ),
    whole(
        "render, actix",
        "render: a fixed body, actix",
        Instructions,
        Times(0.35, "Json(struct)"),
    ),
    whole(
        "render, actix",
        "render: a fixed body, actix",
        Allocations,
        Most(0.0),
    ),
    whole(
        "a complete error",
        "tower: a complete error",
        Instructions,
        Times(1.25, "limit"),
    ),
    added(
        "tower layer, 200",
        "tower: 200",
        Instructions,
        Times(0.4, "tower-http's pair"),
    ),
    added(
        "axum layer, 200",
        "axum: 200",
        Instructions,
        Times(0.4, "tower-http's pair"),
    ),
    added("axum layer, 200", "axum: 200", Allocations, Most(1.0)),
    added(
        "axum layer, the client's id",
        "axum: 200, the client's id",
        Allocations,
        Most(0.0),
    ),
    added(
        "axum layer, 404",
        "axum: 404",
        Instructions,
        Times(0.45, "by hand"),
    ),
    added(
        "axum layer, a handler's error",
        "axum: a handler's error",
        Instructions,
        Times(0.45, "by hand"),
    ),
    added(
        "axum layer, a foreign refusal",
        "axum: a foreign refusal with its text",
        Instructions,
        Times(0.65, "by hand"),
    ),
    whole(
        "axum layer, a panic",
        "axum: a handler's panic",
        Instructions,
        Times(1.1, "CatchPanicLayer"),
    ),
    added(
        "actix middleware, 200",
        "actix: 200",
        Instructions,
        Times(0.65, "by hand"),
    ),
    added(
        "actix middleware, 404",
        "actix: 404",
        Instructions,
        Times(0.5, "by hand"),
    ),
    added(
        "actix middleware, error",
        "actix: a handler's error",
        Instructions,
        Times(0.5, "by hand"),
    ),
];
