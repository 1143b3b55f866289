//! The text of a document, as one client or another would write it.

use manila_properties::json::Json;

/// A step to a value inside a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Member(String),
    Index(usize),
}

/// The values at a pointer: more than one where a name repeats, none where it points nowhere.
pub(crate) fn values_at<'d>(document: &'d Json, pointer: &[String]) -> Vec<&'d Json> {
    pointer.iter().fold(vec![document], |values, token| {
        let inner = values.into_iter().flat_map(|value| inside(value, token));
        inner.collect()
    })
}

/// The values inside of one that a token of a pointer names.
pub(crate) fn inside<'d>(value: &'d Json, token: &str) -> Vec<&'d Json> {
    match value {
        Json::Object(members) => {
            let named = members.iter().filter(|(name, _)| name == token);
            named.map(|(_, value)| value).collect()
        }
        Json::Array(elements) => {
            let index = token.parse::<usize>().ok();
            let index = index.filter(|index| index.to_string() == token);
            index
                .and_then(|index| elements.get(index))
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// The tokens of a pointer (RFC 6901 §4).
pub(crate) fn tokens(pointer: &str) -> Vec<String> {
    let tokens = pointer.split('/').skip(1);
    tokens
        .map(|token| token.replace("~1", "/").replace("~0", "~"))
        .collect()
}

/// The value at a path, to be changed; the first one where a name repeats.
pub(crate) fn value_mut<'d>(document: &'d mut Json, path: &[Step]) -> Option<&'d mut Json> {
    path.iter()
        .try_fold(document, |value, step| match (value, step) {
            (Json::Object(members), Step::Member(name)) => {
                let member = members.iter_mut().find(|(known, _)| known == name)?;
                Some(&mut member.1)
            }
            (Json::Array(elements), Step::Index(index)) => elements.get_mut(*index),
            _ => None,
        })
}

/// Writes a document with blanks and escapes where the spelling says so; 0 is without any.
pub(crate) fn spell(document: &Json, spelling: u64) -> String {
    let mut writer = Writer {
        text: String::new(),
        state: spelling,
        is_plain: spelling == 0,
    };
    writer.value(document);
    writer.text
}

struct Writer {
    text: String,
    state: u64,
    is_plain: bool,
}

impl Writer {
    /// A number below the bound, by a linear congruential generator (Knuth's MMIX).
    fn draw(&mut self, bound: u64) -> u64 {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) % bound
    }

    fn blank(&mut self) {
        if self.is_plain {
            return;
        }
        let blanks = ["", "", "", " ", "\n", "\t", "\r\n", "  "];
        let drawn = usize::try_from(self.draw(8)).unwrap_or_default();
        self.text.push_str(blanks[drawn]);
    }

    fn value(&mut self, value: &Json) {
        self.blank();
        match value {
            Json::Array(elements) => {
                self.text.push('[');
                for (at, element) in elements.iter().enumerate() {
                    if at > 0 {
                        self.text.push(',');
                    }
                    self.value(element);
                }
                self.blank();
                self.text.push(']');
            }
            Json::Object(members) => {
                self.text.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    if at > 0 {
                        self.text.push(',');
                    }
                    self.blank();
                    self.name(name);
                    self.blank();
                    self.text.push(':');
                    self.value(value);
                }
                self.blank();
                self.text.push('}');
            }
            Json::Text(text) => self.string(text),
            scalar => self.text.push_str(&scalar.to_string()),
        }
        self.blank();
    }

    /// `serde_json` reads no numbers and booleans from names with escapes.
    fn name(&mut self, name: &str) {
        match name.parse::<i128>().is_ok()
            || name.parse::<u128>().is_ok()
            || name.parse::<bool>().is_ok()
        {
            true => self.text.push_str(&Json::text(name).to_string()),
            false => self.string(name),
        }
    }

    fn string(&mut self, text: &str) {
        let is_escaped = !self.is_plain && self.draw(4) == 0;
        if !is_escaped {
            self.text.push_str(&Json::text(text).to_string());
            return;
        }
        self.text.push('"');
        for unit in text.encode_utf16() {
            self.text.push_str(&format!("\\u{unit:04x}"));
        }
        self.text.push('"');
    }
}
