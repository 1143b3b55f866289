//! Details as values of Fluent.

use fluent_bundle::FluentValue;
use manila::DetailType;

use super::date_time::Moment;
use super::formatters::Formatters;
use super::number::Number;

/// Returns a detail as messages take it; `None` for `null`, which no sentence tells.
///
/// A text that the catalog declares to be a date is one. What is neither a number nor a text stands in a
/// sentence as JSON, as in the source's.
pub(crate) fn value<'d>(
    json: &'d [u8],
    kind: Option<DetailType>,
    formatters: &Formatters,
) -> Option<FluentValue<'d>> {
    let json = std::str::from_utf8(json).ok()?.trim_ascii();
    match json.as_bytes().first()? {
        b'n' => None,
        b'"' => {
            let text: String = serde_json::from_str(json).ok()?;
            let is_date = matches!(kind, Some(DetailType::Date | DetailType::DateTime));
            let date = is_date.then(|| Moment::read(&text, formatters)).flatten();
            Some(match date {
                Some(date) => FluentValue::Custom(Box::new(date)),
                None => text.into(),
            })
        }
        b'-' | b'0'..=b'9' => {
            let number = Number::read(json, formatters);
            Some(FluentValue::Custom(Box::new(number)))
        }
        _ => Some(json.into()),
    }
}
