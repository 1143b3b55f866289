//! `docs/layers.md`, written from the lists.

use std::fmt::Write as _;

use super::place::{Side, Stack};

const INTRODUCTION: &str = "\
# Where each layer stands

The envelope is a layer as any other: what is inside of it is answered in its shape, what is outside sees finished
envelopes. With axum's `Router::layer` and actix-web's `App::wrap`, the call that comes later is further out. Each row
is held by a test that has the layer on both sides: what the row says is so on this side, and not on the other.

`cargo test -p manila-pages` holds this page, and with `UPDATE_GOLDEN=1` writes it anew.
";

const AFTER: &str = "
## What needs no place

- A layer that makes request ids: the envelope makes one where the client has sent none, and every handler and inner
  layer finds it. One of your own stands outside, and its id is taken.
- A layer that catches panics: the envelope does, of everything inside.
- `DefaultBodyLimit` and `InputConfig`: they only leave a note in the request.
- A layer on one route or nested router is inside, wherever it is written.

## What sees a response of a layer that is further out

Nobody further in. What a `TimeoutLayer` outside answers is a plain 408 or 504 without a code, an id or an event, so that
`assert_enveloped` of `manila-probe` finds it. Where a layer has to be outside and answers errors itself (a gateway's rate
limit around several services, say), a second `EnvelopeLayer` around it does what is right: it leaves the envelopes of
the inner one as they are, byte for byte, and there is one event and one id for each request.
";

pub(super) fn page(stacks: &[&Stack]) -> String {
    let mut page = INTRODUCTION.to_owned();
    for stack in stacks {
        table(&mut page, stack);
    }
    page + AFTER
}

fn table(page: &mut String, stack: &Stack) {
    let Stack {
        framework, file, ..
    } = stack;
    let _ = write!(
        page,
        "\n## {framework}\n\n![The order of layers of {framework}]({file})\n\n"
    );
    page.push_str("| layer, from the outermost | side | so there, and not on the other side |\n|---|---|---|\n");
    let mut has_envelope = false;
    for place in stack.places {
        if place.side == Side::Inside && !has_envelope {
            page.push_str("| **`EnvelopeLayer`** | | |\n");
            has_envelope = true;
        }
        let side = match place.side {
            Side::Outside => "outside",
            Side::Inside => "inside",
        };
        let _ = writeln!(page, "| {} | {side} | {} |", place.layer, place.why);
    }
}
