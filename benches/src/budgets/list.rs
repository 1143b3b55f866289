//! The table of budgets.

use super::reasons::{BUILD, COMPLETE, DETAILS, FEATURES, GUARD, REQUEST, SIZE, SUCCESS};
use super::{Bound, Budget, Count, Known};

use Bound::{Most, Times};
use Count::{
    Allocations, CheckSeconds, Crates, ExpansionBytes, Features, Instructions, Kilobytes, Seconds,
};

/// The contender whose errors an observer is told of.
const OBSERVED: &str = "manila, observed";

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

/// A budget on what a layer that somebody listens to adds to one that nobody does.
const fn heard(row: &'static str, work: &'static str, count: Count, bound: Bound) -> Budget {
    Budget {
        contender: OBSERVED,
        base: Some("manila"),
        ..whole(row, work, count, bound)
    }
}

/// A budget on what a layer adds to the bare service.
const fn added(row: &'static str, work: &'static str, count: Count, bound: Bound) -> Budget {
    Budget {
        base: Some("bare"),
        ..whole(row, work, count, bound)
    }
}

impl Budget {
    /// Says that the bound is missed, by how much, and why.
    const fn known(self, figure: f64, why: &'static str) -> Self {
        Self {
            known: Some(Known { figure, why }),
            ..self
        }
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
    )
    .known(1.59, DETAILS),
    whole(
        "render, details",
        "render: a body with details",
        Instructions,
        Times(0.35, "Json(struct)"),
    )
    .known(0.38, DETAILS),
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
    )
    .known(1.96, COMPLETE),
    added(
        "tower layer, 200",
        "tower: 200",
        Instructions,
        Times(0.4, "tower-http's pair"),
    )
    .known(0.54, SUCCESS),
    added(
        "axum layer, 200",
        "axum: 200",
        Instructions,
        Times(0.4, "tower-http's pair"),
    )
    .known(0.52, SUCCESS),
    added("axum layer, 200", "axum: 200", Allocations, Most(1.0)),
    added(
        "axum, Router::layer, 200",
        "axum: 200, by Router::layer",
        Instructions,
        Times(0.5, "tower-http's pair"),
    ),
    added(
        "axum, Router::layer, 200",
        "axum: 200, by Router::layer",
        Allocations,
        Most(3.0),
    ),
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
    added(
        "axum, the guard alone",
        "axum: 200, guarded against panics alone",
        Instructions,
        Times(0.2, "CatchPanicLayer"),
    )
    .known(0.75, GUARD),
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
    )
    .known(0.51, REQUEST),
    heard(
        "tower layer, observed",
        "tower: 200",
        Instructions,
        Most(180.0),
    ),
    heard(
        "tower layer, observed",
        "tower: 200",
        Allocations,
        Most(0.0),
    ),
    heard(
        "axum layer, observed",
        "axum: 200",
        Instructions,
        Most(180.0),
    ),
    heard("axum layer, observed", "axum: 200", Allocations, Most(0.0)),
    heard(
        "axum, Router::layer, observed",
        "axum: 200, by Router::layer",
        Instructions,
        Most(320.0),
    ),
    heard(
        "axum, Router::layer, observed",
        "axum: 200, by Router::layer",
        Allocations,
        Most(0.0),
    ),
    heard(
        "actix middleware, observed",
        "actix: 200",
        Instructions,
        Most(200.0),
    ),
    heard(
        "actix middleware, observed",
        "actix: 200",
        Allocations,
        Most(0.0),
    ),
    added("an axum service", "adoption: axum", Crates, Most(14.0)),
    whole("an axum service", "adoption: axum", Features, Most(0.0)),
    added("an axum service", "adoption: axum", Kilobytes, Most(120.0)).known(168.0, SIZE),
    whole(
        "an axum service, built",
        "adoption: axum",
        Seconds,
        Times(1.05, "bare"),
    )
    .known(1.10, BUILD),
    added("an actix service", "adoption: actix", Crates, Most(14.0)),
    whole("an actix service", "adoption: actix", Features, Most(0.0)).known(1.0, FEATURES),
    added(
        "an actix service",
        "adoption: actix",
        Kilobytes,
        Most(120.0),
    )
    .known(196.0, SIZE),
    whole(
        "an actix service, built",
        "adoption: actix",
        Seconds,
        Times(1.05, "bare"),
    )
    .known(1.10, BUILD),
    whole(
        "an enum of 450 codes",
        "codes: 450",
        CheckSeconds,
        Times(2.0, "thiserror"),
    ),
    whole(
        "an enum of 450 codes",
        "codes: 450",
        Seconds,
        Times(2.0, "by hand"),
    ),
    whole(
        "an enum of 450 codes",
        "codes: 450",
        ExpansionBytes,
        Times(3.0, "thiserror"),
    ),
    whole(
        "a catalog of 10,000 codes, checked",
        "adoption: manila check",
        Seconds,
        Most(1.0),
    ),
];
