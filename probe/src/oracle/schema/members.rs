//! Reading an object member by member, collecting everything that is wrong.

use serde_json::{Map, Value};

/// The name that an object's place has in messages, and its members.
#[derive(Debug, Clone)]
pub(super) struct Members<'a> {
    place: String,
    members: &'a Map<String, Value>,
}

/// What is wrong with a body.
pub(super) type Problems = Vec<String>;

impl<'a> Members<'a> {
    /// The object at a place, which is empty at the top.
    pub(super) fn of(
        value: &'a Value,
        place: impl Into<String>,
        problems: &mut Problems,
    ) -> Option<Self> {
        let place = place.into();
        let members = value.as_object();
        if members.is_none() {
            let what = if place.is_empty() { "the body" } else { &place };
            problems.push(format!("{what} is not an object"));
        }
        Some(Self {
            members: members?,
            place,
        })
    }

    /// What the member is called in messages.
    pub(super) fn name(&self, member: &str) -> String {
        if self.place.is_empty() {
            member.to_owned()
        } else {
            format!("{}.{member}", self.place)
        }
    }

    pub(super) fn get(&self, member: &str) -> Option<&'a Value> {
        self.members.get(member)
    }

    /// Nothing but these members may be there.
    pub(super) fn only(&self, known: &[&str], problems: &mut Problems) {
        for member in self.members.keys() {
            if !known.contains(&&**member) {
                problems.push(format!(
                    "{} is not a member of the envelope",
                    self.name(member)
                ));
            }
        }
    }

    /// A text that has to be there and to say something.
    pub(super) fn text(&self, member: &str, problems: &mut Problems) -> Option<&'a str> {
        let text = self.get(member).and_then(Value::as_str);
        match text {
            Some("") => problems.push(format!("{} is empty", self.name(member))),
            Some(_) => {}
            None => problems.push(format!("{} is not a string", self.name(member))),
        }
        text
    }

    /// A text that may be absent, but not another type.
    pub(super) fn optional_text(&self, member: &str, problems: &mut Problems) -> Option<&'a str> {
        self.get(member)?;
        self.text(member, problems)
    }

    /// A code: a text, or an integer where the catalog's codes are numbers.
    pub(super) fn code(&self, member: &str, problems: &mut Problems) -> Option<String> {
        let code = match self.get(member) {
            Some(Value::String(code)) if !code.is_empty() => Some(code.clone()),
            Some(Value::Number(code)) if code.is_i64() || code.is_u64() => Some(code.to_string()),
            _ => None,
        };
        if code.is_none() {
            let name = self.name(member);
            problems.push(format!("{name} is neither a string nor an integer"));
        }
        code
    }

    /// The object of a member that may be absent.
    pub(super) fn optional_object(&self, member: &str, problems: &mut Problems) -> Option<Self> {
        Self::of(self.get(member)?, self.name(member), problems)
    }

    /// The details of a member that may be absent, but not empty.
    pub(super) fn optional_details(&self, member: &str, problems: &mut Problems) -> Option<Self> {
        let details = self.optional_object(member, problems)?;
        if details.members.is_empty() {
            problems.push(format!("{} is empty", details.place));
        }
        Some(details)
    }

    /// The object of a member that has to be there.
    pub(super) fn object(&self, member: &str, problems: &mut Problems) -> Option<Self> {
        if self.get(member).is_none() {
            problems.push(format!("{} is missing", self.name(member)));
        }
        self.optional_object(member, problems)
    }

    /// The objects of an array that may be absent, but not empty.
    pub(super) fn optional_objects(&self, member: &str, problems: &mut Problems) -> Vec<Self> {
        let Some(value) = self.get(member) else {
            return Vec::new();
        };
        let name = self.name(member);
        let Some(elements) = value.as_array().filter(|elements| !elements.is_empty()) else {
            problems.push(format!("{name} is not a non-empty array"));
            return Vec::new();
        };
        let objects = elements.iter().enumerate();
        let objects = objects
            .filter_map(|(at, element)| Self::of(element, format!("{name}[{at}]"), problems));
        objects.collect()
    }
}
