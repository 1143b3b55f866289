// What an observer is told of each error, as text; included by the tests of the adapters.

use std::sync::{Arc, Mutex};

use manila::{Envelopes, ErrorReport};

#[derive(Clone, Default)]
pub(crate) struct Told(Arc<Mutex<Vec<String>>>);

impl Told {
    /// The settings of a service that is observed.
    pub(crate) fn envelopes(&self) -> Envelopes {
        let told = self.clone();
        Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
            let text = format!(
                "{} {} {} {} {} {}",
                report.method().as_deref().unwrap_or("-"),
                report.path().as_deref().unwrap_or("-"),
                report.route().as_deref().unwrap_or("-"),
                report.origin().as_str(),
                report.code(),
                report.cause_text().as_deref().unwrap_or("-"),
            );
            let location = report
                .location()
                .map(|location| location.line().to_string());
            let location = location.unwrap_or_else(|| "-".to_owned());
            let refused = if report.has_refused_id() {
                " refused"
            } else {
                ""
            };
            told.0
                .lock()
                .unwrap()
                .push(format!("{text} {location}{refused}"));
        })
    }

    /// What was told of the only error.
    pub(crate) fn only(&self) -> String {
        let mut told = self.0.lock().unwrap();
        assert_eq!(told.len(), 1, "{told:?}");
        told.remove(0)
    }
}
