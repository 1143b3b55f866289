//! What is measured: a piece of work, and everyone who does it.

use std::borrow::Cow;
use std::fmt;

use crate::measure::Runs;

/// One piece of work, done by several contenders.
pub(crate) struct Work {
    /// The heading in the table, and how the budgets name it.
    pub(crate) name: Cow<'static, str>,
    /// How often it is repeated to be measured: often where it is cheap.
    pub(crate) runs: Runs,
    pub(crate) contenders: Vec<Contender>,
}

/// One way of doing a piece of work.
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    expected: Expected,
    answer: Box<dyn Fn() -> Answer>,
    repeat: Box<dyn Fn(u32)>,
}

/// What comes out of doing the work once.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) header: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

/// What has to come out.
#[derive(Clone)]
pub(crate) struct Expected {
    pub(crate) status: u16,
    pub(crate) body: Body,
    /// Names and values; an empty value stands for any.
    pub(crate) header: &'static [(&'static str, &'static str)],
}

/// The body that has to come out.
#[derive(Clone)]
pub(crate) enum Body {
    /// The same JSON value, whatever the order of its members.
    Json(Cow<'static, str>),
    /// The same bytes.
    Text(&'static str),
}

/// A contender that answers something else than it should.
#[derive(Debug)]
pub(crate) struct WrongAnswer {
    work: String,
    contender: &'static str,
    what: String,
}

impl Work {
    /// Has every contender do the work once and looks at what comes out, so that nobody measures
    /// a wrong answer.
    pub(crate) fn check(&self) -> Result<(), WrongAnswer> {
        self.contenders.iter().try_for_each(|contender| {
            contender.check().map_err(|what| WrongAnswer {
                work: self.name.to_string(),
                contender: contender.name,
                what,
            })
        })
    }

    pub(crate) fn contender(&self, name: &str) -> Option<&Contender> {
        self.contenders.iter().find(|found| found.name == name)
    }
}

impl Contender {
    /// A contender that does its work in `repeat`, and shows once in `answer` what comes out.
    pub(crate) fn new(
        name: &'static str,
        expected: Expected,
        answer: impl Fn() -> Answer + 'static,
        repeat: impl Fn(u32) + 'static,
    ) -> Self {
        Self {
            name,
            expected,
            answer: Box::new(answer),
            repeat: Box::new(repeat),
        }
    }

    /// Does the work so many times.
    pub(crate) fn repeat(&self, times: u32) {
        (self.repeat)(times);
    }

    fn check(&self) -> Result<(), String> {
        self.expected.judge(&(self.answer)())
    }
}

impl Expected {
    fn judge(&self, answer: &Answer) -> Result<(), String> {
        if answer.status != self.status {
            return Err(format!("status {}, not {}", answer.status, self.status));
        }
        for (name, value) in self.header {
            let mut found = answer.header.iter().filter(|(found, _)| found == name);
            match (found.next(), found.next()) {
                (Some((_, found)), None) if value.is_empty() || found == value => {}
                found => return Err(format!("{name}: {found:?}, not {value:?} once")),
            }
        }
        let text = String::from_utf8_lossy(&answer.body);
        let is_right = match &self.body {
            Body::Text(expected) => text == *expected,
            Body::Json(expected) => {
                let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
                value(&text).is_some() && value(&text) == value(expected)
            }
        };
        if is_right {
            Ok(())
        } else {
            Err(format!("another body: {text}"))
        }
    }
}

impl fmt::Display for WrongAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} answers wrongly: {}",
            self.work, self.contender, self.what
        )
    }
}
