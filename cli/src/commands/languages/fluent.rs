//! A Fluent file for a translator.

use std::fmt::Write as _;

use manila_catalog_file::{OWN_SENTENCES, SourceMessage, SourcePart, SourceText};

use super::texts::{Message, Texts};

/// What a line begins with that is written by this command, so that the next run writes it anew: the source's
/// text, a detail, and a message that is to be translated.
const TO_TRANSLATE: &str = "~ ";

/// Returns the file of a language: each message below its source, as it is translated, or as a comment that
/// a translator takes the mark from.
pub(super) fn text(texts: &Texts<'_>) -> String {
    let what = match texts.name {
        OWN_SENTENCES => "sentences of Manila itself".to_owned(),
        name => format!("texts of {name}"),
    };
    let mut file = format!(
        "### The {what} in {}. Above each stands the source's, in {}. What begins with `# ~ ` is not\n\
         ### translated: take the mark away and translate the rest. Lines of your own above a message are kept.\n",
        texts.locale, texts.source
    );
    let mut section = &None;
    for message in &texts.messages {
        if message.section != *section {
            section = &message.section;
            let heading = section.as_deref().unwrap_or("Others");
            let _ = write!(file, "\n## {}\n", one_line(heading));
        }
        add_message(&mut file, texts, message);
    }
    add_others(&mut file, texts);
    file
}

fn add_message(file: &mut String, texts: &Texts<'_>, message: &Message<'_>) {
    let Message {
        texts: message,
        section: _,
        entry,
    } = message;
    let known = texts.known.message(&message.id);
    file.push('\n');
    for line in known
        .into_iter()
        .flat_map(|known| own_lines(&known.comment, texts))
    {
        let _ = writeln!(file, "{}", format!("# {line}").trim_end());
    }
    for (name, text) in all_texts(message) {
        let name = name.map(|name| format!(".{name}")).unwrap_or_default();
        let _ = writeln!(file, "# {}{name}: {}", texts.source, one_line(&text.text));
    }
    for detail in entry.iter().flat_map(|entry| &entry.details) {
        let meaning = detail.meaning.as_deref().map(one_line);
        let meaning = meaning
            .map(|meaning| format!(", {meaning}"))
            .unwrap_or_default();
        let _ = writeln!(file, "# ${}: {}{meaning}", detail.name, detail.kind);
    }
    let has = |attribute| texts.known.pattern(&message.id, attribute).is_some();
    let has_all = known.is_some();
    if !has_all || (message.value.is_some() && !has(None)) {
        let value = message.value.as_ref();
        let value = value.map(|value| pattern(value, 4));
        let _ = writeln!(
            file,
            "# {TO_TRANSLATE}{} ={}",
            message.id,
            value
                .unwrap_or_default()
                .replace('\n', &format!("\n# {TO_TRANSLATE}"))
        );
    }
    for (name, text) in &message.attributes {
        if !has(Some(name)) {
            let text = format!("    .{name} ={}", pattern(text, 8));
            let text = text.replace('\n', &format!("\n# {TO_TRANSLATE}"));
            let _ = writeln!(file, "# {TO_TRANSLATE}{text}");
        }
    }
    if let Some(known) = known {
        let _ = writeln!(file, "{}", known.text);
    }
}

/// What the file has beside the messages of the catalog: terms, and messages that are no code's any more.
fn add_others(file: &mut String, texts: &Texts<'_>) {
    let is_known = |id: &str| texts.messages.iter().any(|message| message.texts.id == id);
    let others: Vec<_> = texts.known.ids().filter(|id| !is_known(id)).collect();
    if others.is_empty() {
        return;
    }
    file.push_str("\n## Beside the codes of the catalog\n");
    for known in others.iter().filter_map(|id| texts.known.message(id)) {
        file.push('\n');
        for line in own_lines(&known.comment, texts) {
            let _ = writeln!(file, "{}", format!("# {line}").trim_end());
        }
        let _ = writeln!(file, "{}", known.text);
    }
}

/// The lines of a comment that this command has not written.
fn own_lines<'k>(comment: &'k [String], texts: &Texts<'_>) -> impl Iterator<Item = &'k str> {
    let source = texts.source.to_owned();
    let is_written = move |line: &str| {
        let of_source = line.strip_prefix(&*source);
        line.starts_with(TO_TRANSLATE)
            || (line.starts_with('$') && line.contains(": "))
            || of_source.is_some_and(|rest| rest.starts_with(": ") || rest.starts_with('.'))
    };
    let lines = comment.iter().map(|line| &**line);
    lines.filter(move |line| !is_written(line))
}

fn all_texts<'m, 'c>(
    message: &'m SourceMessage<'c>,
) -> impl Iterator<Item = (Option<&'m str>, &'m SourceText<'c>)> {
    let value = message.value.iter().map(|text| (None, text));
    let attributes = message.attributes.iter();
    value.chain(attributes.map(|(name, text)| (Some(&**name), text)))
}

/// A text on one line, for a comment.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as a pattern of Fluent, as it stands behind `=`: several lines are indented.
fn pattern(text: &SourceText<'_>, indent: usize) -> String {
    let parts = text.parts().into_iter().map(|part| match part {
        SourcePart::Text(text) => escaped(text),
        SourcePart::Placeholder(name) => format!("{{ ${name} }}"),
    });
    let text: String = parts.collect();
    let written = text.trim().lines().map(|line| {
        let line = line.trim_end();
        match line.strip_prefix(['.', '*', '[']) {
            // At the start of a line these begin an attribute or a variant.
            Some(rest) => format!("{{ \"{}\" }}{rest}", &line[..1]),
            None => line.to_owned(),
        }
    });
    let written: Vec<_> = written.collect();
    match &*written {
        [line] => format!(" {line}"),
        lines => {
            let indent = " ".repeat(indent);
            let lines = lines.iter().map(|line| format!("\n{indent}{line}"));
            lines.collect::<String>().trim_end().to_owned()
        }
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '{' | '}' => {
                let _ = write!(escaped, "{{\"{character}\"}}");
            }
            other => escaped.push(other),
        }
    }
    escaped
}
