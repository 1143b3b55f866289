//! The findings of validator.
//!
//! It reports a rule by its code, `length` say, with the value among the parameters. Which side of
//! a limit is broken follows from that value, which itself is never repeated.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use ::validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};
use serde_json::Value;

use super::Input;
use super::broken::{BrokenRule, Report};
use super::message::Parameter;
use crate::fault::Fault;
use crate::input::field_names::{Component, FieldNames};

/// Checks a value with [validator](::validator).
///
/// For rules that take arguments, check the value with `validate_with_args` and give the errors to
/// [`validator_errors`].
///
/// # Errors
///
/// The condition `validation`, with a violation for each broken rule; see the
/// [module](crate::validate).
///
/// ```
/// use manila::validate::{Input, validator};
/// use manila::{Envelopes, FieldNames};
/// use validator::Validate;
///
/// #[derive(serde::Deserialize, Validate, FieldNames)]
/// #[serde(rename_all = "camelCase")]
/// struct Signup {
///     #[validate(email)]
///     mail_address: String,
///     #[validate(range(min = 18, message = "You have to be of age."))]
///     age: u8,
/// }
///
/// let signup = Signup { mail_address: "ada@example.com".to_owned(), age: 7 };
/// let fault = validator(&signup, Input::Body).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.ends_with(
///     r#""message":"You have to be of age.","pointer":"/age","details":{"min":18}}]}}}"#,
/// ));
/// ```
pub fn validator<T>(value: &T, input: Input) -> Result<(), Fault>
where
    T: Validate + FieldNames + ?Sized,
{
    match value.validate() {
        Ok(()) => Ok(()),
        Err(errors) => validator_errors::<T>(&errors, input),
    }
}

/// Returns the fault of the errors that [validator](::validator) has found in a `T`.
///
/// # Errors
///
/// The same as those of [`validator`](fn@validator), unless there are no errors.
///
/// ```
/// use manila::FieldNames;
/// use manila::validate::{Input, validator_errors};
/// use validator::{ValidateArgs, Validate, ValidationError};
///
/// #[derive(serde::Deserialize, Validate, FieldNames)]
/// #[validate(context = Plan)]
/// struct Team {
///     #[validate(custom(function = "fits", use_context))]
///     users: u16,
/// }
///
/// struct Plan { seats: u16 }
///
/// fn fits(users: u16, plan: &Plan) -> Result<(), ValidationError> {
///     if users > plan.seats { Err(ValidationError::new("seats")) } else { Ok(()) }
/// }
///
/// let errors = Team { users: 7 }.validate_with_args(&Plan { seats: 5 }).unwrap_err();
/// assert_eq!(validator_errors::<Team>(&errors, Input::Body).unwrap_err().http_status(), 422);
/// ```
pub fn validator_errors<T>(errors: &ValidationErrors, input: Input) -> Result<(), Fault>
where
    T: FieldNames + ?Sized,
{
    let mut report = Report::new(input);
    collect(errors, &mut Vec::new(), &mut |path, error| {
        report.add(|| (T::NAMES.locate(path.iter().copied()), broken_of(error)))
    });
    report.into_result()
}

/// The names that mean the value itself: for a rule of the whole struct, and for the list that a
/// collection makes of its elements.
const ITSELF: [&str; 2] = ["__all__", "_tmp_validator"];

/// Hands over one error after the other, until there is no room for more; returns whether there was
/// for all.
fn collect<'e>(
    errors: &'e ValidationErrors,
    path: &mut Vec<Component<'e>>,
    add: &mut impl FnMut(&[Component<'e>], &ValidationError) -> bool,
) -> bool {
    let by_name = errors.errors().iter().collect::<BTreeMap<_, _>>();
    for (name, kind) in by_name {
        let depth = path.len();
        if !ITSELF.contains(&&**name) {
            path.push(Component::Name(name));
        }
        let has_room = match kind {
            ValidationErrorsKind::Field(errors) => errors.iter().all(|error| add(path, error)),
            ValidationErrorsKind::Struct(errors) => collect(errors, path, add),
            ValidationErrorsKind::List(elements) => elements.iter().all(|(place, errors)| {
                path.push(Component::Nth(*place));
                let has_room = collect(errors, path, add);
                path.pop();
                has_room
            }),
        };
        if !has_room {
            return false;
        }
        path.truncate(depth);
    }
    true
}

/// The rule by the name that it has here, with its parameters; its value is the client's own.
fn broken_of(error: &ValidationError) -> BrokenRule {
    let value = error.params.get("value").unwrap_or(&Value::Null);
    let broken = match &*error.code {
        "length" => length(error, value),
        "range" => range(error, value),
        "regex" => BrokenRule::new("pattern"),
        // The other value is the client's own as well.
        "must_match" => BrokenRule::new("matches"),
        "contains" => text(BrokenRule::new("contains"), error),
        "does_not_contain" => text(BrokenRule::new("does_not_contain"), error),
        _ => BrokenRule {
            rule: error.code.clone(),
            parameters: declared(error),
            message: None,
        },
    };
    BrokenRule {
        message: error.message.clone(),
        ..broken
    }
}

/// The parameters that the rule was declared with, by name.
fn declared(error: &ValidationError) -> Vec<Parameter> {
    let parameters = error.params.iter().filter(|(name, _)| *name != "value");
    let sorted = parameters.collect::<BTreeMap<_, _>>().into_iter();
    sorted
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

fn text(broken: BrokenRule, error: &ValidationError) -> BrokenRule {
    match error.params.get("needle") {
        Some(text) => broken.with("text", text.clone()),
        None => broken,
    }
}

/// The side of `length` that is broken, as far as it follows from the value.
fn length(error: &ValidationError, value: &Value) -> BrokenRule {
    if let Some(equal) = error.params.get("equal") {
        return BrokenRule::new("length").with("equal", equal.clone());
    }
    let length = match value {
        Value::String(text) => text.chars().count(),
        Value::Array(elements) => elements.len(),
        Value::Object(members) => members.len(),
        Value::Null | Value::Bool(_) | Value::Number(_) => return undecided("length", error),
    };
    let length = Value::from(length);
    let sides = [
        ("min_length", "min", [Ordering::Less].as_slice()),
        ("max_length", "max", &[Ordering::Greater]),
    ];
    side(error, &length, &sides).unwrap_or_else(|| undecided("length", error))
}

/// The side of `range` that is broken, as far as it follows from the value.
fn range(error: &ValidationError, value: &Value) -> BrokenRule {
    let sides = [
        ("min", "min", [Ordering::Less].as_slice()),
        ("min", "exclusive_min", &[Ordering::Less, Ordering::Equal]),
        ("max", "max", &[Ordering::Greater]),
        (
            "max",
            "exclusive_max",
            &[Ordering::Greater, Ordering::Equal],
        ),
    ];
    side(error, value, &sides).unwrap_or_else(|| undecided("range", error))
}

/// The first side that the value is beyond: a rule, its parameter, and how a value beyond it
/// compares with that.
fn side(
    error: &ValidationError,
    value: &Value,
    sides: &[(&'static str, &'static str, &[Ordering])],
) -> Option<BrokenRule> {
    sides.iter().find_map(|(rule, name, beyond)| {
        let limit = error.params.get(*name)?;
        let is_broken = beyond.contains(&compare(value, limit)?);
        is_broken.then(|| BrokenRule::new(rule).with(name, limit.clone()))
    })
}

fn undecided(rule: &'static str, error: &ValidationError) -> BrokenRule {
    BrokenRule {
        rule: Cow::Borrowed(rule),
        parameters: declared(error),
        message: None,
    }
}

/// Compares two numbers, integers without loss.
fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    let integer = |value: &Value| {
        let signed = value.as_i64().map(i128::from);
        signed.or_else(|| value.as_u64().map(i128::from))
    };
    match (integer(left), integer(right)) {
        (Some(left), Some(right)) => Some(left.cmp(&right)),
        _ => left.as_f64()?.partial_cmp(&right.as_f64()?),
    }
}
