//! XLIFF 1.2, which every tool of translators reads; 2.x is read by few of them.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource,
};
use fluent_syntax::serializer::serialize;
use fluent_syntax::unicode::unescape_unicode_to_string;
use manila_catalog_file::{SourceMessage, SourcePart, SourceText};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::texts::Texts;
use crate::outcome::Failure;

const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";

/// A part of a text.
enum Part {
    Text(String),
    /// A placeholder, as Fluent writes it, and the name of what it tells.
    Placeholder {
        name: String,
        text: String,
    },
}

/// The ids of the placeholders of a text: the same in its translation, and each once in either.
#[derive(Default)]
struct Ids {
    /// The names, by the ids less 1.
    names: Vec<String>,
    /// The ids that the element has.
    used: BTreeSet<usize>,
}

impl Ids {
    /// Begins another element.
    fn begin(&mut self) {
        self.used.clear();
    }

    fn of(&mut self, name: &str) -> usize {
        let known = self.names.iter().enumerate();
        let mut known = known.filter(|(at, known)| *known == name && !self.used.contains(at));
        let at = known.next().map_or(self.names.len(), |(at, _)| at);
        if at == self.names.len() {
            self.names.push(name.to_owned());
        }
        self.used.insert(at);
        at + 1
    }
}

pub(super) fn text(texts: &Texts<'_>) -> Result<String, Failure> {
    let written = write(texts);
    written.map_err(|error| Failure(format!("the texts cannot be written: {error}")))
}

fn write(texts: &Texts<'_>) -> std::io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    start(
        &mut writer,
        "xliff",
        &[("version", "1.2"), ("xmlns", NAMESPACE)],
    )?;
    let file = [
        ("original", &*format!("{}.ftl", texts.name)),
        ("source-language", texts.source),
        ("target-language", texts.locale),
        ("datatype", "plaintext"),
    ];
    start(&mut writer, "file", &file)?;
    start(&mut writer, "body", &[])?;
    for message in texts.messages.iter().map(|message| &message.texts) {
        if let Some(text) = &message.value {
            unit(&mut writer, texts, message, None, text)?;
        }
        for (name, text) in &message.attributes {
            unit(&mut writer, texts, message, Some(name), text)?;
        }
    }
    for name in ["body", "file", "xliff"] {
        writer.write_event(Event::End(BytesEnd::new(name)))?;
    }
    let text = String::from_utf8_lossy(&writer.into_inner()).into_owned();
    Ok(text + "\n")
}

fn start(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    attributes: &[(&str, &str)],
) -> std::io::Result<()> {
    let mut element = BytesStart::new(name);
    for (name, value) in attributes {
        element.push_attribute((*name, &*allowed(value)));
    }
    writer.write_event(Event::Start(element))
}

fn unit(
    writer: &mut Writer<Vec<u8>>,
    texts: &Texts<'_>,
    message: &SourceMessage<'_>,
    attribute: Option<&str>,
    source: &SourceText<'_>,
) -> std::io::Result<()> {
    let id = match attribute {
        None => message.id.to_string(),
        Some(name) => format!("{}.{name}", message.id),
    };
    let pattern = texts.known.pattern(&message.id, attribute);
    // Variants are Fluent, which tools for XLIFF do not know: they stay in the Fluent file.
    let has_variants = pattern.is_some_and(has_variants);
    let mut attributes = vec![("id", &*id), ("resname", &*id), ("xml:space", "preserve")];
    if has_variants {
        attributes.push(("translate", "no"));
    }
    start(writer, "trans-unit", &attributes)?;
    let parts = parts_of_source(source);
    // What the target repeats of the source has the source's id there (XLIFF 1.2 §2.3.1).
    let mut ids = Ids::default();
    line(writer, "source", &[], &parts, &mut ids)?;
    if let Some(pattern) = pattern {
        let state = [("state", "translated")];
        ids.begin();
        line(writer, "target", &state, &parts_of(pattern), &mut ids)?;
    }
    writer.write_event(Event::End(BytesEnd::new("trans-unit")))
}

/// An element with a text, in which nothing is indented.
fn line(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    attributes: &[(&str, &str)],
    parts: &[Part],
    ids: &mut Ids,
) -> std::io::Result<()> {
    let mut element = BytesStart::new(name);
    element.extend_attributes(attributes.iter().copied());
    // The text of an element is written by a writer that adds no white space.
    let mut inner = Writer::new(Vec::new());
    inner.write_event(Event::Start(element))?;
    for part in parts {
        match part {
            Part::Text(text) => inner.write_event(Event::Text(BytesText::new(&allowed(text))))?,
            Part::Placeholder { name, text } => {
                let mut element = BytesStart::new("ph");
                element.push_attribute(("id", &*ids.of(name).to_string()));
                inner.write_event(Event::Start(element))?;
                inner.write_event(Event::Text(BytesText::new(&allowed(text))))?;
                inner.write_event(Event::End(BytesEnd::new("ph")))?;
            }
        }
    }
    inner.write_event(Event::End(BytesEnd::new(name)))?;
    writer.write_indent()?;
    writer.get_mut().extend(inner.into_inner());
    Ok(())
}

fn parts_of_source(source: &SourceText<'_>) -> Vec<Part> {
    let parts = source.parts().into_iter().map(|part| match part {
        SourcePart::Text(text) => Part::Text(text.to_owned()),
        SourcePart::Placeholder(name) => Part::Placeholder {
            name: name.to_owned(),
            text: format!("{{ ${name} }}"),
        },
    });
    parts.collect()
}

fn parts_of(pattern: &Pattern<String>) -> Vec<Part> {
    let parts = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Part::Text(value.clone()),
        // A brace that Fluent escapes is a brace.
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::StringLiteral { value }),
        } => Part::Text(unescape_unicode_to_string(value).into_owned()),
        PatternElement::Placeable { expression } => {
            let text = in_fluent(expression);
            let name = detail_of(expression).unwrap_or(&text).to_owned();
            Part::Placeholder { name, text }
        }
    });
    parts.collect()
}

/// The detail that a placeable tells, as it is or by a function.
fn detail_of(expression: &Expression<String>) -> Option<&str> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => Some(&id.name),
        Expression::Inline(InlineExpression::FunctionReference { arguments, .. }) => {
            match arguments.positional.first()? {
                InlineExpression::VariableReference { id } => Some(&id.name),
                _ => None,
            }
        }
        _ => None,
    }
}

fn has_variants(pattern: &Pattern<String>) -> bool {
    pattern.elements.iter().any(|element| {
        let select = |expression: &Expression<_>| matches!(expression, Expression::Select { .. });
        matches!(element, PatternElement::Placeable { expression } if select(expression))
    })
}

/// A placeable as it stands in a Fluent file.
fn in_fluent(expression: &Expression<String>) -> String {
    let placeable = PatternElement::Placeable {
        expression: expression.clone(),
    };
    let message = Message {
        id: Identifier {
            name: "m".to_owned(),
        },
        value: Some(Pattern {
            elements: vec![placeable],
        }),
        attributes: Vec::new(),
        comment: None,
    };
    let text = serialize(&Resource {
        body: vec![Entry::Message(message)],
    });
    let (_, value) = text.split_once('=').unwrap_or_default();
    value.trim().to_owned()
}

/// A text of characters that XML 1.0 allows (§2.2).
fn allowed(text: &str) -> String {
    let is_allowed = |c: char| !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    text.chars()
        .map(|c| if is_allowed(c) { c } else { '\u{fffd}' })
        .collect()
}
