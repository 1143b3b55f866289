//! Bodies with more and more in them.

use manila::{Condition, Envelopes, Fault, Pointer, Violation};

use super::series::{Series, Shape};

const COUNTS: &[usize] = &[1, 10, 100, 1000, 10_000];
const BYTES: &[usize] = &[1, 64, 1024, 16 * 1024, 64 * 1024 - 2];

/// Violations of one fault, all of them written.
pub(super) fn violations() -> Series {
    Series::new(
        "violations, without a limit",
        "violations",
        Shape::Linear,
        COUNTS,
        |count| {
            let (fault, envelopes) = (broken(count), Envelopes::json_api().body_limit(usize::MAX));
            move || render(&fault, &envelopes)
        },
    )
}

/// Violations of one fault, of which a body of the usual size holds some.
pub(super) fn bounded_violations() -> Series {
    Series::new(
        "violations, cut to 64 KiB",
        "violations",
        Shape::Linear,
        COUNTS,
        |count| {
            let (fault, envelopes) = (broken(count), Envelopes::json_api());
            // What is cut is no measure of what went in.
            move || render(&fault, &envelopes).max(count)
        },
    )
}

/// A detail of more and more text, attached and written.
pub(super) fn details() -> Series {
    Series::new("a detail", "bytes", Shape::Linear, BYTES, |bytes| {
        let (text, envelopes) = (
            "x".repeat(bytes),
            Envelopes::ok_error().body_limit(usize::MAX),
        );
        move || {
            let fault = Fault::condition(Condition::Conflict).with_detail("text", &text);
            render(&fault, &envelopes)
        }
    })
}

fn broken(count: usize) -> Fault {
    Fault::condition(Condition::Validation).with_violations((0..count).map(|at| {
        let pointer = Pointer::root().member("items").index(at).member("name");
        Violation::new("The name is too short.").with_pointer(pointer)
    }))
}

/// Renders the fault; the length of its body.
fn render(fault: &Fault, envelopes: &Envelopes) -> usize {
    let rendered = envelopes.render(fault, None);
    rendered.body().len()
}
