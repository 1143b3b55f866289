//! What an input attaches as a detail.

use std::panic::resume_unwind;

use arbitrary::{Arbitrary, Result, Unstructured};
use serde::ser::{Error as _, Serialize, SerializeMap as _, Serializer};
use serde_json::value::RawValue;

use crate::json::{Json, parse};
use crate::text::{Text, name};

/// How deep objects and arrays may nest in a detail.
const MAX_DEPTH: usize = 32;

/// How large a detail may be, in bytes of JSON.
const MAX_LEN: usize = 64 * 1024;

/// JSON that a user has written already, valid and not.
const WRITTEN: [&str; 10] = [
    r#"{"a":1,"\u0061":2}"#,
    r#"{"a":{"b":1,"b":2}}"#,
    r#" [ 1 , {"z" : "\u2028<\/script>" } ] "#,
    "1e400",
    r#""\ud800""#,
    "-0.0",
    "[1,2",
    r#""\ud83e\udd80&""#,
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "true",
];

/// A value of the user's.
#[derive(Debug, Clone, Arbitrary)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Large(u128),
    Float(f64),
    Text(Text),
    /// That many kibibytes of text.
    Long(u8),
    Array(Vec<Self>),
    /// A map that may repeat a name, as `serde(flatten)` does.
    Object(Vec<(Text, Self)>),
    /// Arrays inside arrays.
    Deep(u8),
    /// A map that is as long as this.
    Wide(u8),
    /// Keys that are no strings.
    BytesAsKeys,
    /// An implementation that fails after it has written something.
    Failing,
    /// An implementation that panics after it has written something.
    Panicking,
    /// JSON that is taken as it stands.
    Written(Written),
}

/// JSON as text.
#[derive(Debug, Clone)]
pub(crate) struct Written(String);

impl<'a> Arbitrary<'a> for Written {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        name(u, &WRITTEN).map(Self)
    }
}

/// What a detail becomes.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    /// It is attached.
    Attached(Json),
    /// It is left out.
    LeftOut,
    /// It is as large as the bound, give or take how a number is spelled.
    Borderline,
}

impl Value {
    /// What becomes of the value as a detail.
    pub(crate) fn outcome(&self) -> Outcome {
        let Some(json) = self.json() else {
            return Outcome::LeftOut;
        };
        match size(&json) {
            _ if depth(&json) > MAX_DEPTH => Outcome::LeftOut,
            ..60_000 => Outcome::Attached(json),
            size if size > MAX_LEN + 4096 => Outcome::LeftOut,
            _ => Outcome::Borderline,
        }
    }

    /// The JSON of the value; none where it has none that is valid.
    fn json(&self) -> Option<Json> {
        Some(match self {
            Self::Boolean(value) => Json::Boolean(*value),
            Self::Integer(number) => Json::integer(*number),
            Self::Large(number) => Json::Number(number.to_string()),
            Self::Float(number) if number.is_finite() => Json::Number(format!("{number:e}")),
            Self::Null | Self::Float(_) => Json::Null,
            Self::Text(Text(text)) => Json::text(text.clone()),
            Self::Long(kibibytes) => Json::Text(long(*kibibytes)),
            Self::Array(elements) => {
                Json::Array(elements.iter().map(Self::json).collect::<Option<_>>()?)
            }
            Self::Object(members) => {
                let mut names: Vec<_> = members.iter().map(|(Text(name), _)| name).collect();
                names.sort();
                if names.windows(2).any(|pair| pair[0] == pair[1]) {
                    return None;
                }
                let members = members.iter();
                let members =
                    members.map(|(Text(name), value)| Some((name.clone(), value.json()?)));
                Json::Object(members.collect::<Option<_>>()?)
            }
            Self::Deep(levels) => {
                (1..*levels).fold(Json::Array(Vec::new()), |inner, _| Json::Array(vec![inner]))
            }
            Self::Wide(members) => {
                let member = |at: u8| (format!("member{at}"), Json::Null);
                Json::Object((0..*members).map(member).collect())
            }
            Self::BytesAsKeys | Self::Failing | Self::Panicking => return None,
            Self::Written(Written(text)) => {
                // What hardly any reader takes, such as 1e400, is left out as well.
                serde_json::from_str::<serde_json::Value>(text).ok()?;
                parse(text.as_bytes()).ok()?
            }
        })
    }
}

fn long(kibibytes: u8) -> String {
    "x".repeat(usize::from(kibibytes) * 1024)
}

fn depth(json: &Json) -> usize {
    match json {
        Json::Array(elements) => 1 + elements.iter().map(depth).max().unwrap_or(0),
        Json::Object(members) => {
            1 + members
                .iter()
                .map(|(_, value)| depth(value))
                .max()
                .unwrap_or(0)
        }
        _ => 0,
    }
}

/// About how many bytes the value takes when it is written.
fn size(json: &Json) -> usize {
    let text = |text: &str| -> usize {
        let escaped = |c: char| match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\u{7f}' | '\0'..='\u{1f}' => 6,
            '"' | '\\' => 2,
            c => c.len_utf8(),
        };
        text.chars().map(escaped).sum::<usize>() + 2
    };
    match json {
        Json::Null | Json::Boolean(_) => 5,
        Json::Number(number) => number.len(),
        Json::Text(value) => text(value),
        Json::Array(elements) => elements.iter().map(|value| size(value) + 1).sum::<usize>() + 2,
        Json::Object(members) => {
            members
                .iter()
                .map(|(name, value)| text(name) + size(value) + 2)
                .sum::<usize>()
                + 2
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Large(number) => serializer.serialize_u128(*number),
            Self::Float(number) => serializer.serialize_f64(*number),
            Self::Text(Text(text)) => serializer.serialize_str(text),
            Self::Long(kibibytes) => serializer.serialize_str(&long(*kibibytes)),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(Text(name), value)| (name, value)))
            }
            Self::Deep(0 | 1) => serializer.collect_seq([(); 0]),
            Self::Deep(levels) => serializer.collect_seq([Self::Deep(levels - 1)]),
            Self::Wide(members) => {
                serializer.collect_map((0..*members).map(|at| (format!("member{at}"), ())))
            }
            Self::BytesAsKeys => serializer.collect_map([(vec![1_u8], 1)]),
            Self::Failing => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("half", "canary-serialize")?;
                Err(S::Error::custom("canary-serialize"))
            }
            Self::Panicking => {
                let mut map = serializer.serialize_map(None)?;
                map.serialize_entry("half", "canary-serialize")?;
                resume_unwind(Box::new("canary-serialize"))
            }
            Self::Written(Written(text)) => match RawValue::from_string(text.clone()) {
                Ok(raw) => raw.serialize(serializer),
                Err(_) => Err(S::Error::custom("canary-serialize")),
            },
        }
    }
}
