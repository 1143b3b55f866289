//! The table of budgets.

use super::{Bound, Budget, Count, Known};

use Bound::{Most, Times};
use Count::{
    Allocations, CheckSeconds, Crates, ExpansionBytes, Features, Instructions, Kilobytes, Seconds,
};

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

impl Budget {
    /// Says that the bound is missed, by how much, and why.
    const fn known(self, figure: f64, why: &'static str) -> Self {
        Self {
            known: Some(Known { figure, why }),
            ..self
        }
    }
}

const DETAILS: &str = "Each detail becomes JSON when it is attached, so that nothing can fail \
    later. Of the 810 instructions over the limit, 280 hold the details until style and id are \
    known, in a block that the limit does without; 280 are what a body without details costs \
    over its own limit; 180 find the body's text and fill it in; and the rest guards each value \
    against panics.";

const SUCCESS: &str = "More than half is the id: to make it (240 instructions, of which `uuid`'s \
    digits are 60 and the clock 60), `HeaderValue`'s look at each of its bytes (80), its place in \
    the request's header and in the response's (500), whose maps hash names byte by byte, and one \
    allocation (130). Then there are the look for an id and a trace in the request (60) and the \
    guard against panics with its future (400). An id that is only put on the response, of a \
    counter, without a guard, is 0.20: `limit`.";

const GUARD: &str = "A panic can come of the call as well as of each poll, so that there are two \
    guards; and `catch_unwind` moves what it is given and what it gives back, which are a request, \
    a future and a response. `CatchPanicLayer` moves the same, and boxes the body.";

const REQUEST: &str = "Of the 60 instructions over the limit, 30 take the extensions of the response that is \
    replaced, none of which may stay; the rest asks whether anybody is told, and finds no place to \
    give back.";

const COMPLETE: &str = "Of the 2,670 instructions over the limit, 1,460 are those of the row of \
    200, as the limit has neither a layer nor an id on the request; 700 are the response's \
    extensions, in which a fault reaches the layer; 300 make the header that it has without a \
    layer, and drop it; and the rest finds what is kept and asks whether anybody logs.";

const SIZE: &str = "Of the axum service's, two fifths are core (to render, to hold a fault, to tell \
    the log), a sixth the layer, a fifth unwinding tables and relocations, and the rest functions of \
    the standard library and of header maps. A reader of JSON is not in it: it comes with details \
    that are objects, and with styles of one's own.";

const BUILD: &str = "Macros with their rules, core and the adapters are compiled one after the other, \
    and `thiserror` with them, which the service uses as the README does; beside the framework's \
    own crates there is nothing to fill the second core. On shared cores the figure drifts: four \
    runs gave 0.94 to 1.13 for axum, and 0.98 to 1.08 for actix.";

const ALLOC: &str = "`serde_path_to_error` names `alloc` of `serde_core`, whose `std` has all of it \
    already: the same code is compiled.";

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
    whole("an actix service", "adoption: actix", Features, Most(0.0)).known(1.0, ALLOC),
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
