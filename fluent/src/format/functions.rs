//! The functions that messages call.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

use super::date_time::Moment;
use super::formatters::Formatters;
use super::number::Number;

/// Chooses a variant: gives a number that is the key of one, else the number's plural category. Messages are
/// rewritten to call it; no file can.
pub(super) const VARIANT: &str = "MANILA_VARIANT";

/// Gives a value that a term is called with, in the language's way of writing it.
pub(super) const VALUE: &str = "MANILA_VALUE";

pub(crate) fn add_functions(
    bundle: &mut FluentBundle<FluentResource>,
    formatters: &Formatters,
) -> Result<(), FluentError> {
    let own = formatters.clone();
    bundle.add_function("NUMBER", move |values, named| number(values, named, &own))?;
    let own = formatters.clone();
    bundle.add_function("DATETIME", move |values, named| {
        let moment = values.first().and_then(|value| Moment::of(value, &own));
        let moment = moment.map(|moment| moment.with_options(named));
        as_custom(moment, values)
    })?;
    let own = formatters.clone();
    bundle.add_function(VALUE, move |values, _| match values.first() {
        Some(value @ FluentValue::Number(_)) => {
            number(std::slice::from_ref(value), &FluentArgs::new(), &own)
        }
        Some(value) => value.clone(),
        None => FluentValue::Error,
    })?;
    let own = formatters.clone();
    bundle.add_function(VARIANT, move |values, _| variant(values, &own))
}

fn number<'v>(
    values: &[FluentValue<'v>],
    named: &FluentArgs<'_>,
    formatters: &Formatters,
) -> FluentValue<'v> {
    let number = values.first().and_then(|it| Number::said(it, formatters));
    let number = number.map(|number| number.with_options(named));
    as_custom(number, values)
}

/// What a function gives: its first argument as it is, where that is of another kind. `FluentValue::Error` would
/// write the function's name into the sentence.
fn as_custom<'v>(
    made: Option<impl FluentType + Send + Sync + PartialEq + 'static>,
    values: &[FluentValue<'v>],
) -> FluentValue<'v> {
    let as_it_is = || values.first().cloned().unwrap_or(FluentValue::Error);
    made.map_or_else(as_it_is, |it| FluentValue::Custom(Box::new(it)))
}

fn variant<'v>(values: &[FluentValue<'v>], formatters: &Formatters) -> FluentValue<'v> {
    let Some((value, keys)) = values.split_first() else {
        return FluentValue::Error;
    };
    let Some(number) = Number::of(value, formatters) else {
        return value.clone();
    };
    let is_key = |key: &&FluentValue<'_>| match key {
        FluentValue::Number(key) => number.is(key.value),
        _ => false,
    };
    match keys.iter().find(is_key) {
        Some(key) => key.clone(),
        None => number.category().into(),
    }
}
