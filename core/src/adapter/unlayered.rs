//! Faults that leave without a layer around them.

use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::observe::{ErrorReport, is_log_heard, log};
use crate::panics::catch_panic;

/// Tells the log of a fault whose envelope somebody has read, and which no layer has seen. It is called
/// where the fault is dropped, so that it never panics.
#[cold]
pub(super) fn tell_unlayered(fault: &Fault) {
    if !is_log_heard() {
        return;
    }
    catch_panic(|| {
        let rendered = Envelopes::default().render(fault, None);
        log(&ErrorReport {
            has_layer: false,
            ..rendered.report(fault)
        });
    });
}
