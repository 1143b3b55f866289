//! What a client is told of an error, whatever the style.

use crate::json::{Json, parse};

/// The members of an object, in their order.
pub type Members = Vec<(String, Json)>;

/// A code on the wire, with its status.
#[derive(Debug, Clone)]
pub struct ExpectedCode {
    /// The HTTP status.
    pub status: u16,
    /// The code itself.
    pub spelling: Spelling,
    /// The number of the code, where there is one, on the wire or not.
    pub number: Option<i64>,
    /// The short text of every occurrence.
    pub title: String,
    /// Whether a catalog lists the code: the reference has no page for HTTP's own.
    pub is_listed: bool,
    /// Whether the catalog advises to repeat the request; none without advice.
    pub should_retry: Option<bool>,
}

/// A code as it is spelled on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spelling {
    /// A text.
    Name(String),
    /// An integer.
    Number(i64),
}

impl ExpectedCode {
    /// The code as a body has it.
    #[must_use]
    pub fn json(&self) -> Json {
        match &self.spelling {
            Spelling::Name(name) => Json::text(name.clone()),
            Spelling::Number(number) => Json::integer(*number),
        }
    }

    /// The code as a text, as header fields and the log have it.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.spelling {
            Spelling::Name(name) => name.clone(),
            Spelling::Number(number) => number.to_string(),
        }
    }
}

/// A fault without what is for the log alone.
#[derive(Debug, Clone)]
pub struct ExpectedFault {
    /// The code and the status.
    pub code: ExpectedCode,
    /// The sentence for the client.
    pub message: String,
    /// The message where the fault has none of its own.
    pub(crate) catalogs_message: String,
    /// That message without a word of the fault's.
    pub(crate) shortest_message: String,
    /// What was attached to the fault.
    pub details: Members,
    /// The members of the details that are Manila's own.
    pub(crate) own_details: Members,
    /// The invalid fields, in their order.
    pub violations: Vec<ExpectedViolation>,
}

impl ExpectedFault {
    /// A fault of which nothing but the code and its sentence is known.
    #[must_use]
    pub fn new(code: ExpectedCode, message: &str) -> Self {
        Self {
            code,
            message: message.to_owned(),
            catalogs_message: message.to_owned(),
            shortest_message: message.to_owned(),
            details: Members::new(),
            own_details: Members::new(),
            violations: Vec::new(),
        }
    }

    /// The fault with another sentence.
    #[must_use]
    pub fn message(self, message: &str) -> Self {
        Self {
            message: message.to_owned(),
            ..self
        }
    }

    /// The fault with these details, the members of an object of JSON.
    ///
    /// # Panics
    ///
    /// If they are no members of an object.
    #[must_use]
    pub fn details(self, members: &str) -> Self {
        Self {
            details: members_of(members),
            ..self
        }
    }

    /// The fault with these violations.
    #[must_use]
    pub fn violations(self, violations: impl Into<Vec<ExpectedViolation>>) -> Self {
        Self {
            violations: violations.into(),
            ..self
        }
    }
}

/// A violation without what is for the log alone.
#[derive(Debug, Clone)]
pub struct ExpectedViolation {
    /// The code, and the status that it has by itself.
    pub code: ExpectedCode,
    /// The sentence for the client.
    pub message: String,
    /// `pointer`, `parameter` or `header`, and what it names.
    pub place: Option<(&'static str, String)>,
    /// What was attached to the violation.
    pub details: Members,
}

impl ExpectedViolation {
    /// A violation without a place.
    #[must_use]
    pub fn new(code: ExpectedCode, message: &str) -> Self {
        Self {
            code,
            message: message.to_owned(),
            place: None,
            details: Members::new(),
        }
    }

    /// The violation at a pointer into the body.
    #[must_use]
    pub fn pointer(self, pointer: &str) -> Self {
        self.at("pointer", pointer)
    }

    /// The violation at a parameter of the query or the path.
    #[must_use]
    pub fn parameter(self, name: &str) -> Self {
        self.at("parameter", name)
    }

    /// The violation at a header field.
    #[must_use]
    pub fn header(self, name: &str) -> Self {
        self.at("header", name)
    }

    fn at(self, kind: &'static str, place: &str) -> Self {
        Self {
            place: Some((kind, place.to_owned())),
            ..self
        }
    }

    /// The violation with these details, the members of an object of JSON.
    ///
    /// # Panics
    ///
    /// If they are no members of an object.
    #[must_use]
    pub fn details(self, members: &str) -> Self {
        Self {
            details: members_of(members),
            ..self
        }
    }
}

fn members_of(members: &str) -> Members {
    match parse(format!("{{{members}}}").as_bytes()) {
        Ok(Json::Object(members)) => members,
        other => panic!("{members} is not what stands in an object: {other:?}"),
    }
}
