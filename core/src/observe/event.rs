//! The one log event of an error response.
//!
//! It has everything that the response does not disclose, on one line and under the same id. It is
//! a `tracing` event; where and how it is written is up to the subscriber.

use manila_catalog_file::Severity;
use tracing::Level;
use tracing::level_filters::LevelFilter;

use super::report::ErrorReport;
use crate::panics::catch_panic;

/// Whether a subscriber may be set. That of the crate `log` is not asked: where events go there, it is
/// taken for granted.
#[inline]
pub(crate) fn is_log_heard() -> bool {
    cfg!(feature = "log") || LevelFilter::current() != LevelFilter::OFF
}

/// Logs an error response, within the span that its fault was made in. A subscriber that panics
/// costs this event.
pub(crate) fn log(report: &ErrorReport<'_>) {
    catch_panic(|| match report.fault.span() {
        None => emit(report),
        Some(span) => {
            let entered = span.enter();
            // A span that is left while another panic unwinds could abort the process.
            catch_panic(|| emit(report));
            drop(entered);
        }
    });
}

fn emit(report: &ErrorReport<'_>) {
    // The level of an event is part of its static description.
    macro_rules! event {
        ($level:ident) => {
            tracing::event!(
                target: "manila::fault",
                Level::$level,
                request_id = report.request_id,
                code = report.code,
                status = report.status,
                severity = report.severity().map(Severity::as_str),
                origin = report.origin.as_str(),
                method = report.method().as_deref(),
                path = report.path().as_deref(),
                route = report.route().as_deref(),
                violations = report.violations_text(),
                cause = report.cause_text(),
                location = report.place().map(tracing::field::display),
                trace_id = report.trace_id,
                refused_request_id = report.has_refused_id.then_some(true),
                layer = (!report.has_layer).then_some(false),
                "request {}: {}",
                if report.status >= 500 { "failed" } else { "refused" },
                report.code,
            )
        };
    }
    match level(report) {
        Level::ERROR => event!(ERROR),
        Level::WARN => event!(WARN),
        _ => event!(INFO),
    }
}

/// The level: the severity's where the catalog gives one, else the status's. An error that no layer
/// has seen is a mistake in the service's composition, whatever it says.
fn level(report: &ErrorReport<'_>) -> Level {
    let level = match report.severity() {
        Some(Severity::Warning) => Level::WARN,
        Some(Severity::Info) => Level::INFO,
        Some(_) => Level::ERROR,
        None if report.status >= 500 => Level::ERROR,
        None => Level::INFO,
    };
    match report.has_layer {
        true => level,
        // The more severe a level is, the less it is.
        false => level.min(Level::WARN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Condition;
    use crate::fault::Fault;

    #[test]
    fn an_error_that_no_layer_has_seen_is_a_warning_at_least() {
        let fault = Fault::detected(Condition::Gone);
        let level = |status, has_layer| {
            let report = ErrorReport {
                has_layer,
                ..ErrorReport::of(&fault, "gone", status)
            };
            super::level(&report)
        };
        assert_eq!(
            (level(410, true), level(410, false)),
            (Level::INFO, Level::WARN)
        );
        assert_eq!(
            (level(500, true), level(500, false)),
            (Level::ERROR, Level::ERROR)
        );
    }
}
