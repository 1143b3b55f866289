//! JSON over several lines, by hand: exports are the only thing that is written so.

/// JSON over several lines, as `serde_json` writes it with its `to_string_pretty`, whose code a
/// program would otherwise contain.
#[derive(Default)]
pub(super) struct Json {
    pub(super) text: String,
    depth: usize,
    /// Whether the innermost array or object has elements.
    has_elements: bool,
}

impl Json {
    /// The text, with a final newline.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    pub(super) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.nested(['{', '}'], write);
    }

    pub(super) fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.nested(['[', ']'], write);
    }

    fn nested(&mut self, [open, close]: [char; 2], write: impl FnOnce(&mut Self)) {
        self.text.push(open);
        self.depth += 1;
        self.has_elements = false;
        write(self);
        self.depth -= 1;
        if self.has_elements {
            self.begin_line();
        }
        self.text.push(close);
        self.has_elements = true;
    }

    fn begin_line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// Begins the next element of an array, or member of an object.
    pub(super) fn element(&mut self) {
        if self.has_elements {
            self.text.push(',');
        }
        self.has_elements = true;
        self.begin_line();
    }

    pub(super) fn member(&mut self, name: &str) {
        self.element();
        self.quote(name);
        self.text.push_str(": ");
    }

    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.member(name);
        self.text.push_str(value);
    }

    pub(super) fn number(&mut self, name: &str, number: impl Into<i64>) {
        self.raw(name, &number.into().to_string());
    }

    pub(super) fn string(&mut self, name: &str, text: &str) {
        self.member(name);
        self.quote(text);
    }

    pub(super) fn strings(&mut self, name: &str, texts: impl Iterator<Item = &'static str>) {
        self.member(name);
        self.array(|json| {
            for text in texts {
                json.element();
                json.quote(text);
            }
        });
    }

    /// Writes an object of strings, sorted by their names.
    pub(super) fn map(&mut self, name: &str, mut members: Vec<(&'static str, &'static str)>) {
        members.sort_unstable();
        self.member(name);
        self.object(|json| {
            for (name, text) in members {
                json.string(name, text);
            }
        });
    }

    pub(super) fn quote(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\u{8}' => self.text.push_str("\\b"),
                '\u{c}' => self.text.push_str("\\f"),
                control if control < ' ' => {
                    self.text
                        .push_str(&format!("\\u{:04x}", u32::from(control)));
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}
