//! The trace id of a `traceparent` (W3C Trace Context, §3.2).

use manila::adapter::trace_id;

const TRACE: &str = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT: &str = "00f067aa0ba902b7";

#[test]
fn a_trace_id_is_taken_of_a_valid_field_alone() {
    let zeros = "0".repeat(32);
    for (field, is_valid) in [
        (format!("00-{TRACE}-{PARENT}-01"), true),
        (format!("cc-{TRACE}-{PARENT}-01"), true),
        (format!("cc-{TRACE}-{PARENT}-01-what-comes-later"), true),
        (format!("cc-{TRACE}-{PARENT}-01-"), true),
        (format!("cc-{TRACE}-{PARENT}-012"), false),
        (format!("00-{TRACE}-{PARENT}-01-"), false),
        (format!("00-{TRACE}-{PARENT}-01-more"), false),
        (format!("ff-{TRACE}-{PARENT}-01"), false),
        (format!("00-{zeros}-{PARENT}-01"), false),
        (format!("00-{TRACE}-{}-01", &zeros[..16]), false),
        (format!("00-{}-{PARENT}-01", TRACE.to_uppercase()), false),
        (format!("00-{TRACE}-{PARENT}-0x"), false),
        (format!("00-{TRACE}-{PARENT}"), false),
        (format!("00-{TRACE}_{PARENT}-01"), false),
        (format!("00-{}é-{PARENT}-01", &TRACE[..30]), false),
        (String::new(), false),
    ] {
        assert_eq!(trace_id(&field), is_valid.then_some(TRACE), "{field}");
    }
}
