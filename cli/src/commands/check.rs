//! `manila check`

use std::fmt::Write as _;

use manila_catalog_file::{Diagnostic, LINTS, Level, OWN_SENTENCES, RULES, TranslationRule};
use serde::Serialize;

use super::json::json;
use crate::args::{Check, Format};
use crate::catalogs::{faultless, findings};
use crate::input::{Input, default_catalog, stdin_once};
use crate::outcome::{Failure, Verdict};
use crate::report::{self, Lines, Told};
use crate::shown::counted;
use crate::translations::{self, Translation};

/// The version of what `--format json` writes.
const SCHEMA: u32 = 1;

pub(crate) fn run(args: &Check, out: &mut String) -> Result<Verdict, Failure> {
    stdin_once(&args.catalogs)?;
    let (mut inputs, mut unreadable) = (Vec::new(), Vec::new());
    let by_default = match &*args.catalogs {
        [] => Some(default_catalog()?),
        _ => None,
    };
    for catalog in args.catalogs.iter().map(String::as_str).chain(by_default) {
        match Input::open(catalog) {
            Ok(input) => inputs.push(input),
            Err(Failure(message)) => unreadable.push(message),
        }
    }
    // A file that cannot be read hides nothing of those that can.
    let translations = translations_of(&inputs, args, &mut unreadable);
    let verdict = if inputs.is_empty() {
        Verdict::Fine
    } else {
        check(&inputs, &translations, args.format, out)
    };
    if unreadable.is_empty() {
        Ok(verdict)
    } else {
        Err(Failure(unreadable.join("\nerror: ")))
    }
}

/// The translations of a catalog, by its place, and what was found in them. A catalog that cannot be used
/// has none: there is nothing that they could be held against.
struct Translated {
    /// The languages of the catalog that have no file.
    missing: Vec<Diagnostic>,
    files: Vec<(Translation, Vec<Diagnostic>)>,
}

fn translations_of(
    inputs: &[Input],
    args: &Check,
    unreadable: &mut Vec<String>,
) -> Vec<Translated> {
    let mut own = std::collections::HashSet::new();
    let mut translated = Vec::new();
    for input in inputs {
        let mut of_catalog = Translated {
            missing: Vec::new(),
            files: Vec::new(),
        };
        let folder = translations::folder_of(input, args.translations.as_deref());
        if let Some((folder, source)) = folder.zip(faultless(input).ok()) {
            let (mut files, failures) = translations::read(&folder, source.catalog());
            for Failure(message) in failures {
                // Catalogs in one folder may share a file.
                if !unreadable.contains(&message) {
                    unreadable.push(message);
                }
            }
            of_catalog.missing = translations::missing(&source, input, &folder, &files);
            // Catalogs in one folder share the file of Manila's own sentences.
            files.retain(|it| it.name != OWN_SENTENCES || own.insert(it.input.name.clone()));
            let doubled = translations::doubled(&files);
            let judged = files.into_iter().map(|file| {
                let found = translations::findings(&file, source.catalog());
                (file, found)
            });
            of_catalog.files = judged.collect();
            for (at, found) in doubled {
                of_catalog.files[at].1.insert(0, found);
            }
        }
        translated.push(of_catalog);
    }
    translated
}

/// A catalog, or a translation of one, and what was found in it.
struct Checked<'a> {
    input: &'a Input,
    is_catalog: bool,
    found: Vec<Diagnostic>,
}

fn check(inputs: &[Input], translated: &[Translated], format: Format, out: &mut String) -> Verdict {
    let mut checked = Vec::new();
    for (at, input) in inputs.iter().enumerate() {
        let translated = translated.get(at);
        let mut found = findings(input);
        found.extend(translated.into_iter().flat_map(|it| it.missing.clone()));
        checked.push(Checked {
            input,
            is_catalog: true,
            found,
        });
        let files = translated.into_iter().flat_map(|it| &it.files);
        checked.extend(files.map(|(file, found)| Checked {
            input: &file.input,
            is_catalog: false,
            found: found.clone(),
        }));
    }
    let count = Count::of(&checked);
    match format {
        Format::Text => {
            for Checked { input, found, .. } in &checked {
                *out += &report::text(input, found);
            }
            let _ = writeln!(out, "{}", count.in_words());
        }
        Format::Json => *out += &json(&Data::of(&checked, &count)),
        Format::Markdown => *out += &markdown(&checked, &count),
        Format::Sarif => *out += &json(&report::sarif(&told(&checked))),
        Format::Github => *out += &report::github(&told(&checked)),
    }
    if count.is_fine() {
        Verdict::Fine
    } else {
        Verdict::Findings
    }
}

/// The rule that stands for the findings which are not told.
const MORE: &str = "more";

/// How much was found.
struct Count {
    catalogs: usize,
    translations: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Whether more was found than is told.
    is_cut: bool,
}

impl Count {
    fn of(checked: &[Checked<'_>]) -> Self {
        let all = || checked.iter().flat_map(|checked| &checked.found);
        let of = |level: Level| {
            let told = all().filter(|found| found.rule != MORE && found.level == level);
            told.count()
        };
        Self {
            catalogs: checked.iter().filter(|it| it.is_catalog).count(),
            translations: checked.iter().filter(|it| !it.is_catalog).count(),
            errors: of(Level::Error),
            warnings: of(Level::Warning),
            notes: of(Level::Note),
            is_cut: all().any(|found| found.rule == MORE),
        }
    }

    fn in_words(&self) -> String {
        let mut checked = counted(self.catalogs, "catalog");
        if self.translations > 0 {
            checked += &format!(" and {}", counted(self.translations, "translation"));
        }
        let notes = match self.notes {
            0 => String::new(),
            notes => format!(", {}", counted(notes, "note")),
        };
        if self.is_fine() {
            return format!("{checked} checked, nothing found{notes}");
        }
        format!(
            "{checked} checked: {}, {}{notes}{}",
            counted(self.errors, "error"),
            counted(self.warnings, "warning"),
            if self.is_cut { ", and more" } else { "" },
        )
    }

    /// Whether nothing has to be mended: what a note tells may be meant so.
    fn is_fine(&self) -> bool {
        self.errors + self.warnings == 0 && !self.is_cut
    }
}

/// The findings as tools take them.
fn told<'a>(checked: &'a [Checked<'a>]) -> Vec<Told<'a>> {
    let mut told = Vec::new();
    for Checked { input, found, .. } in checked {
        let lines = Lines::of(&input.text);
        let findings = found.iter();
        told.extend(findings.map(|found| Told::finding(input, &lines, found, about(found.rule))));
    }
    told
}

/// What a rule is, in one sentence. Mistakes of the syntax speak for themselves.
fn about(rule: &str) -> &'static str {
    let mut rules = RULES.iter().chain(LINTS);
    let known = rules.find(|known| known.id.as_str() == rule);
    known.map_or_else(
        || TranslationRule::from_word(rule).map_or("", TranslationRule::summary),
        |known| known.summary,
    )
}

/// All that was found, as data.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    catalogs: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    translations: Vec<&'a str>,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Finding<'a>>,
}

/// A finding as data.
#[derive(Serialize)]
struct Finding<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    level: &'static str,
    rule: &'static str,
    code: Option<&'a str>,
    message: &'a str,
    help: Option<&'a str>,
}

impl<'a> Data<'a> {
    fn of(checked: &'a [Checked<'a>], count: &Count) -> Self {
        let findings = checked.iter().flat_map(|Checked { input, found, .. }| {
            found.iter().map(|found| Finding {
                file: &input.name,
                line: found.line,
                column: found.column,
                level: found.level.as_str(),
                rule: found.rule,
                code: found.code.as_deref(),
                message: &found.message,
                help: found.help.as_deref(),
            })
        });
        let names = |are_catalogs: bool| {
            let checked = checked.iter().filter(|it| it.is_catalog == are_catalogs);
            checked.map(|it| &*it.input.name).collect()
        };
        Self {
            schema: SCHEMA,
            catalogs: names(true),
            translations: names(false),
            errors: count.errors,
            warnings: count.warnings,
            notes: count.notes,
            findings: findings.collect(),
        }
    }
}

fn markdown(checked: &[Checked<'_>], count: &Count) -> String {
    let mut text = format!("## Error codes\n\n{}.\n", count.in_words());
    for Checked { input, found, .. } in checked {
        if found.is_empty() {
            continue;
        }
        let findings = found.iter().map(|found| {
            let Diagnostic { level, line, .. } = found;
            let message = report::escaped(&found.message);
            let help = found
                .help
                .as_deref()
                .map(|help| format!(" ({})", report::escaped(help)));
            let rule = report::code(found.rule);
            format!(
                "**{level}**, line {line}: {message}{} {rule}",
                help.unwrap_or_default()
            )
        });
        let file = report::code(&input.name);
        let _ = write!(text, "\n### {file}\n\n");
        report::add_list(&mut text, findings);
    }
    text
}
