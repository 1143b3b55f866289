//! The findings of garde.
//!
//! garde 0.23 reports sentences, not rules. It asks for each sentence through its `I18n`, where the
//! rule is noted beside it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt::{self, Display};
use std::io;

use ::garde::i18n::{
    I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind, with_i18n,
};
use ::garde::{Path, Validate};
use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::Value;

use super::Input;
use super::broken::{BrokenRule, Report};
use crate::fault::{Fault, MOST_VIOLATIONS};
use crate::input::LONGEST;
use crate::input::extract::REFUSED;
use crate::input::field_names::{Component, FieldNames, Names, Token};

/// Checks a value with [garde](::garde), in the context that its rules ask for (`&()` for none).
///
/// # Errors
///
/// The condition `validation`, with a violation for each broken rule; see the
/// [module](crate::validate).
///
/// ```
/// use garde::Validate;
/// use manila::validate::{Input, garde};
/// use manila::{Envelopes, FieldNames};
///
/// #[derive(serde::Deserialize, Validate, FieldNames)]
/// #[garde(context(Plan))]
/// #[serde(rename_all = "camelCase")]
/// struct Team {
///     #[garde(inner(length(max = 8)), custom(fits))]
///     user_names: Vec<String>,
/// }
///
/// struct Plan { seats: usize }
///
/// fn fits(users: &[String], plan: &Plan) -> garde::Result {
///     if users.len() > plan.seats {
///         return Err(garde::Error::new("The plan has fewer seats."));
///     }
///     Ok(())
/// }
///
/// let team = Team { user_names: vec!["ada".to_owned(), "bartholomew".to_owned()] };
/// let fault = garde(&team, &Plan { seats: 1 }, Input::Body).unwrap_err();
/// let rendered = Envelopes::ok_error().render(&fault, None);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains(r#""message":"The plan has fewer seats.","pointer":"/userNames""#));
/// assert!(body.contains(r#""pointer":"/userNames/1","details":{"max":8}"#));
/// assert!(garde(&team, &Plan { seats: 2 }, Input::Body).is_err());
/// ```
pub fn garde<T>(value: &T, context: &T::Context, input: Input) -> Result<(), Fault>
where
    T: Validate + FieldNames + ?Sized,
{
    let recorder = Recorder::default();
    let Err(found) = with_i18n(&recorder, || value.validate_with(context)) else {
        return Ok(());
    };
    let recorded = recorder.0.into_inner();
    let mut report = Report::new(input);
    for (path, error) in found.iter() {
        let has_room = report.add(|| {
            let mut broken = broken_of(error.message(), &recorded);
            let steps = Steps::of(path);
            if steps.are_all {
                name_other(&mut broken, T::NAMES, steps.components());
            }
            let mut place = T::NAMES.locate(steps.components());
            place.is_exact &= steps.are_all;
            (place, broken)
        });
        if !has_room {
            break;
        }
    }
    report.into_result()
}

/// Separates the message that garde is given from the index of the broken rule. It is no character
/// (a noncharacter of Unicode), and so in no text.
const MARK: char = '\u{10FFFF}';

/// Notes which rule is broken where garde asks for the words for it.
#[derive(Default)]
struct Recorder(RefCell<Vec<BrokenRule>>);

impl Recorder {
    fn record(&self, broken: BrokenRule) -> Cow<'static, str> {
        /// More than are reported, as a custom rule may ask for the words of others.
        const MOST: usize = 2 * MOST_VIOLATIONS;

        let mut recorded = self.0.borrow_mut();
        if recorded.len() == MOST {
            return Cow::Borrowed(REFUSED);
        }
        let text = format!("{}{MARK}{}", broken.message(), recorded.len());
        recorded.push(broken);
        Cow::Owned(text)
    }

    fn broken(&self, rule: &'static str) -> Cow<'static, str> {
        self.record(BrokenRule::new(rule))
    }

    fn with_text(
        &self,
        rule: &'static str,
        name: &'static str,
        text: &dyn Display,
    ) -> Cow<'static, str> {
        self.record(BrokenRule::new(rule).with(name, text.to_string()))
    }
}

impl I18n for Recorder {
    fn length_lower_than(&self, min: usize) -> Cow<'static, str> {
        self.record(BrokenRule::new("min_length").with("min", min))
    }

    fn length_greater_than(&self, max: usize) -> Cow<'static, str> {
        self.record(BrokenRule::new("max_length").with("max", max))
    }

    fn range_lower_than(&self, min: &dyn Display) -> Cow<'static, str> {
        self.record(BrokenRule::new("min").with("min", number(min.to_string())))
    }

    fn range_greater_than(&self, max: &dyn Display) -> Cow<'static, str> {
        self.record(BrokenRule::new("max").with("max", number(max.to_string())))
    }

    fn credit_card_invalid(&self, _: InvalidCreditCard) -> Cow<'static, str> {
        self.broken("credit_card")
    }

    fn pattern_no_match(&self, pattern: &dyn Display) -> Cow<'static, str> {
        self.with_text("pattern", "pattern", pattern)
    }

    fn contains_missing(&self, text: &dyn Display) -> Cow<'static, str> {
        self.with_text("contains", "text", text)
    }

    fn url_invalid(&self, _: InvalidUrl) -> Cow<'static, str> {
        self.broken("url")
    }

    fn prefix_missing(&self, text: &dyn Display) -> Cow<'static, str> {
        self.with_text("prefix", "text", text)
    }

    fn suffix_missing(&self, text: &dyn Display) -> Cow<'static, str> {
        self.with_text("suffix", "text", text)
    }

    fn phone_number_invalid(&self, _: InvalidPhoneNumber) -> Cow<'static, str> {
        self.broken("phone_number")
    }

    fn ip_invalid(&self, kind: IpKind) -> Cow<'static, str> {
        self.broken(match kind {
            IpKind::Any => "ip",
            IpKind::V4 => "ipv4",
            IpKind::V6 => "ipv6",
        })
    }

    fn matches_field_mismatch(&self, field: &dyn Display) -> Cow<'static, str> {
        self.with_text("matches", OTHER, field)
    }

    fn email_invalid(&self, _: InvalidEmail) -> Cow<'static, str> {
        self.broken("email")
    }

    fn ascii_invalid(&self) -> Cow<'static, str> {
        self.broken("ascii")
    }

    fn alphanumeric_invalid(&self) -> Cow<'static, str> {
        self.broken("alphanumeric")
    }

    fn required_not_set(&self) -> Cow<'static, str> {
        self.broken("required")
    }
}

/// The detail of `matches`: the field that the value has to equal.
const OTHER: &str = "other";

/// The broken rule behind a message of garde's. One that was not recorded is a custom rule's own.
fn broken_of(message: &str, recorded: &[BrokenRule]) -> BrokenRule {
    let marked = message.rsplit_once(MARK).and_then(|(text, place)| {
        let broken = recorded.get(place.parse::<usize>().ok()?)?;
        (broken.message() == text).then(|| broken.clone())
    });
    marked.unwrap_or_else(|| BrokenRule {
        message: Some(Cow::Owned(unmarked(message))),
        ..BrokenRule::new("custom")
    })
}

/// A custom rule may build its message on that of another rule.
fn unmarked(message: &str) -> String {
    let mut parts = message.split(MARK);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.trim_start_matches(|c: char| c.is_ascii_digit())
    })
}

/// Calls the field that a value has to equal as the client does.
fn name_other<'p>(
    broken: &mut BrokenRule,
    names: Names,
    path: impl DoubleEndedIterator<Item = Component<'p>>,
) {
    let other = broken.parameters.iter_mut().find(|(name, _)| name == OTHER);
    let Some((_, Value::String(other))) = other else {
        return;
    };
    let mut siblings = path.collect::<Vec<_>>();
    siblings.pop();
    siblings.push(Component::Name(other));
    if let Some(Token::Member(name)) = names.locate(siblings).tokens.pop() {
        *other = name;
    }
}

/// The steps of a path, as far as they can be repeated: the key of a map without end would be copied
/// for each of the values inside it.
struct Steps {
    names: Vec<String>,
    are_all: bool,
}

impl Steps {
    /// A path serializes as a list of kinds and texts, and nothing else gives its steps. It is read
    /// as far as it was written.
    fn of(path: &Path) -> Self {
        let mut text = Bounded(Vec::new());
        let is_written = serde_json::to_writer(&mut text, path).is_ok();
        let mut steps = Self {
            names: Vec::new(),
            are_all: is_written,
        };
        let _ = serde_json::Deserializer::from_slice(&text.0).deserialize_seq(&mut steps);
        steps
    }

    fn components(&self) -> impl DoubleEndedIterator<Item = Component<'_>> {
        self.names.iter().map(|name| Component::Name(name))
    }
}

impl<'de> Visitor<'de> for &mut Steps {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the steps of a path")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut steps: A) -> Result<(), A::Error> {
        while let Some((kind, name)) = steps.next_element::<(String, String)>()? {
            // A step without a key is not on the wire.
            if kind != "none" {
                self.names.push(name);
            }
        }
        Ok(())
    }
}

/// A text that ends where it would be too long.
struct Bounded(Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        /// Enough for the longest names that are repeated, in escapes, and the kinds between them.
        const ROOM: usize = 8 * LONGEST;

        if self.0.len() + bytes.len() > ROOM {
            return Ok(0);
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A limit as a number where it is exactly one in JSON, else as text.
fn number(text: String) -> Value {
    if let Ok(number) = text.parse::<i64>() {
        return number.into();
    }
    if let Ok(number) = text.parse::<u64>() {
        return number.into();
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && number.to_string() == text => number.into(),
        _ => text.into(),
    }
}
