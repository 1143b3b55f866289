//! A strict reader of JSON (RFC 8259), which shares nothing with the library.

mod write;

/// How deep a body may nest; a detail's own bound is 32.
const MAX_DEPTH: usize = 48;

/// A JSON value. Numbers keep their spelling and members their order.
#[derive(Debug, Clone)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as it is spelled.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Self>),
    /// An object.
    Object(Vec<(String, Self)>),
}

impl Json {
    /// A string.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An integer.
    pub fn integer(number: impl Into<i64>) -> Self {
        Self::Number(number.into().to_string())
    }

    /// The member of an object.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let (_, value) = members.iter().find(|(known, _)| known == name)?;
        Some(value)
    }
}

/// Members may stand in any order. A fraction may be spelled in any way, an integer in one.
impl PartialEq for Json {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(one), Self::Boolean(other)) => one == other,
            (Self::Number(one), Self::Number(other)) => one == other || is_same_float(one, other),
            (Self::Text(one), Self::Text(other)) => one == other,
            (Self::Array(one), Self::Array(other)) => one == other,
            (one @ Self::Object(members), Self::Object(others)) => {
                members.len() == others.len()
                    && others
                        .iter()
                        .all(|(name, value)| one.get(name) == Some(value))
            }
            _ => false,
        }
    }
}

fn is_same_float(one: &str, other: &str) -> bool {
    let is_float = |number: &str| number.contains(['.', 'e', 'E']);
    let bits = |number: &str| number.parse::<f64>().map(f64::to_bits);
    (is_float(one) || is_float(other)) && bits(one) == bits(other)
}

/// Reads one JSON text: UTF-8 without a byte order mark, in which no object repeats a name.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn parse(bytes: &[u8]) -> Result<Json, String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.blanks();
    if reader.at == text.len() {
        Ok(value)
    } else {
        Err(reader.wrong("something behind the value"))
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn wrong(&self, what: &str) -> String {
        format!("{what} at byte {}", self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn takes(&mut self, byte: u8) -> bool {
        let takes = self.peek() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    fn value(&mut self, depth: usize) -> Result<Json, String> {
        if depth > MAX_DEPTH {
            return Err(self.wrong("deeper than any body may be"));
        }
        self.blanks();
        for (word, value) in [
            ("null", Json::Null),
            ("true", Json::Boolean(true)),
            ("false", Json::Boolean(false)),
        ] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        match self.peek() {
            Some(b'"') => self.string().map(Json::Text),
            Some(b'[') => self.array(depth),
            Some(b'{') => self.object(depth),
            _ => self.number(),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, String> {
        self.at += 1;
        let mut elements = Vec::new();
        self.blanks();
        while !self.takes(b']') {
            if !elements.is_empty() && !self.takes(b',') {
                return Err(self.wrong("no comma"));
            }
            elements.push(self.value(depth + 1)?);
            self.blanks();
        }
        Ok(Json::Array(elements))
    }

    fn object(&mut self, depth: usize) -> Result<Json, String> {
        self.at += 1;
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut names = std::collections::HashSet::new();
        self.blanks();
        while !self.takes(b'}') {
            if !members.is_empty() && !self.takes(b',') {
                return Err(self.wrong("no comma"));
            }
            self.blanks();
            let name = self.string()?;
            self.blanks();
            if !self.takes(b':') {
                return Err(self.wrong("no colon"));
            }
            if !names.insert(name.clone()) {
                return Err(self.wrong("a repeated name"));
            }
            members.push((name, self.value(depth + 1)?));
            self.blanks();
        }
        Ok(Json::Object(members))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Json, String> {
        let start = self.at;
        self.takes(b'-');
        let begins_with_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (whole > 1 && begins_with_zero) {
            return Err(self.wrong("no value"));
        }
        if self.takes(b'.') && self.digits() == 0 {
            return Err(self.wrong("no fraction"));
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            if self.digits() == 0 {
                return Err(self.wrong("no exponent"));
            }
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }

    fn string(&mut self) -> Result<String, String> {
        if !self.takes(b'"') {
            return Err(self.wrong("no string"));
        }
        let mut read = String::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(c) = rest.chars().next() else {
                return Err(self.wrong("no end of the string"));
            };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(read),
                '\\' => read.push(self.escape()?),
                '\0'..'\u{20}' => return Err(self.wrong("a raw control character")),
                c => read.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        let letter = self.peek();
        self.at += 1;
        Ok(match letter {
            Some(quoted @ (b'"' | b'\\' | b'/')) => char::from(quoted),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let high = self.unit()?;
                let units =
                    if (0xd800..0xdc00).contains(&high) && self.takes(b'\\') && self.takes(b'u') {
                        vec![high, self.unit()?]
                    } else {
                        vec![high]
                    };
                String::from_utf16(&units)
                    .ok()
                    .and_then(|text| text.chars().next())
                    .ok_or_else(|| self.wrong("half a surrogate pair"))?
            }
            _ => return Err(self.wrong("an unknown escape")),
        })
    }

    /// The four digits of a `\u` escape.
    fn unit(&mut self) -> Result<u16, String> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        self.at += 4;
        unit.ok_or_else(|| self.wrong("no four digits"))
    }
}
