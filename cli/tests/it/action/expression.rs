//! Expressions of GitHub's workflows, as far as `action.yml` has them.

use serde_json::{Value, json};

/// Replaces each `${{ … }}` of a text.
pub(super) fn fill(text: &str, contexts: &Value) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("${{") {
        let (expression, after) = behind.split_once("}}").unwrap();
        filled += before;
        filled += &text_of(&value_of(expression, contexts));
        rest = after;
    }
    filled + rest
}

/// Whether a condition holds, with or without `${{ }}` around it.
pub(super) fn holds(condition: &str, contexts: &Value) -> bool {
    let condition = condition.trim();
    let inner = condition
        .strip_prefix("${{")
        .and_then(|rest| rest.strip_suffix("}}"));
    is_true(&value_of(inner.unwrap_or(condition), contexts))
}

fn value_of(expression: &str, contexts: &Value) -> Value {
    let mut reader = Reader {
        rest: expression,
        contexts,
    };
    let value = reader.either();
    assert_eq!(reader.rest.trim(), "", "{expression}");
    value
}

fn text_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn is_true(value: &Value) -> bool {
    !matches!(text_of(value).as_str(), "" | "false" | "0")
}

fn is_same(a: &Value, b: &Value) -> bool {
    text_of(a).eq_ignore_ascii_case(&text_of(b))
}

struct Reader<'e> {
    rest: &'e str,
    contexts: &'e Value,
}

impl<'e> Reader<'e> {
    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        let taken = rest.strip_prefix(token);
        self.rest = taken.unwrap_or(rest);
        taken.is_some()
    }

    fn either(&mut self) -> Value {
        let mut value = self.both();
        while self.takes("||") {
            let other = self.both();
            value = if is_true(&value) { value } else { other };
        }
        value
    }

    fn both(&mut self) -> Value {
        let mut value = self.compared();
        while self.takes("&&") {
            let other = self.compared();
            value = if is_true(&value) { other } else { value };
        }
        value
    }

    fn compared(&mut self) -> Value {
        let value = self.one();
        if self.takes("==") {
            json!(is_same(&value, &self.one()))
        } else if self.takes("!=") {
            json!(!is_same(&value, &self.one()))
        } else {
            value
        }
    }

    fn one(&mut self) -> Value {
        if self.takes("!") {
            return json!(!is_true(&self.one()));
        }
        if self.takes("'") {
            let (text, rest) = self.rest.split_once('\'').unwrap();
            self.rest = rest;
            return json!(text);
        }
        let path = self.path();
        if !self.takes("(") {
            return path.split('.').fold(self.contexts.clone(), member);
        }
        let mut arguments = Vec::new();
        while !self.takes(")") {
            arguments.push(self.either());
            self.takes(",");
        }
        match (path, arguments.as_slice()) {
            ("cancelled", []) => json!(false),
            ("success", []) => self.contexts["success"].clone(),
            ("contains", [Value::Array(items), item]) => {
                json!(items.iter().any(|one| is_same(one, item)))
            }
            other => panic!("{other:?}"),
        }
    }

    fn path(&mut self) -> &'e str {
        let rest = self.rest.trim_start();
        let is_part =
            |character: char| character.is_ascii_alphanumeric() || "._-*".contains(character);
        let end = rest
            .find(|character| !is_part(character))
            .unwrap_or(rest.len());
        let (path, rest) = rest.split_at(end);
        assert_ne!(path, "", "{rest}");
        self.rest = rest;
        path
    }
}

/// A member, or those of each item behind `*`.
fn member(of: Value, name: &str) -> Value {
    match (&of, name) {
        (Value::Array(_), "*") => of,
        (_, "*") => json!([]),
        (Value::Array(items), _) => items.iter().map(|item| item[name].clone()).collect(),
        _ => of[name].clone(),
    }
}
