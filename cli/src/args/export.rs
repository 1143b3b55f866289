//! The arguments of `manila export`.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Args as ClapArgs, ValueEnum};
use manila::Condition;

use super::style::StyleName;

const EXAMPLES: &str = "\
Examples:
  manila export errors.toml
  manila export errors.toml --format openapi --for api.json --output api.json
  manila export errors.toml --format overlay --for api.yaml --output errors.overlay.json
  manila export errors.toml --format openapi --openapi 3.0 --layout per-operation --also-json
  manila export errors.toml --format json-schema --style problem --closed
  manila export errors.toml --format typescript --output src/errors.ts
  manila export errors.toml --format python --operations --check shop/errors.py
  manila export errors.toml --format ftl --locale es --output i18n/es/errors.ftl
  manila export errors.toml --format ftl --locale es --own-sentences --output i18n/es/manila.ftl
  manila export errors.toml --format messages-json --locale es --output web/errors.es.json

docs/contract.md of Manila's repository says which generator wants what, docs/clients.md how clients are used,
docs/languages.md how a catalog is translated.";

/// Export a catalog as data, as the contract with clients (OpenAPI, an overlay, JSON Schema), as a client in
/// TypeScript or Python, or its texts in a language.
///
/// The contract has a schema for each code, and the responses of each operation: those of the codes whose
/// `operations` name it (of all codes, where none does), and those that the framework answers by itself. What
/// a document declares already stays as it is.
///
/// A client is one file without dependencies, which reads an answer in any style back into a typed error.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = EXAMPLES, after_help = "`--help` has examples.")]
pub(crate) struct Export {
    /// The catalog to export.
    pub(crate) catalog: String,
    /// The output format.
    #[arg(long, value_enum, default_value_t = ExportFormat::Json)]
    pub(crate) format: ExportFormat,
    /// Add the codes of this catalog, of a service that raises codes of several. Can be repeated.
    #[arg(long = "and", value_name = "CATALOG", help_heading = CODES)]
    pub(crate) others: Vec<String>,
    /// The style of the service's errors; by default `ok-error`.
    #[arg(long, value_enum, help_heading = CONTRACT)]
    pub(crate) style: Option<StyleName>,
    /// Complete this OpenAPI 3.x document, in JSON or YAML; `-` is standard input. With `overlay`: target just
    /// the operations and statuses that it does not describe.
    ///
    /// Without it `openapi` writes a document of components alone, and `overlay` targets every operation of
    /// any document, each with all codes.
    #[arg(long = "for", value_name = "DOCUMENT", help_heading = CONTRACT)]
    pub(crate) document: Option<String>,
    /// How the errors of an operation are laid out; by default `per-status`.
    #[arg(long, value_enum, help_heading = CONTRACT)]
    pub(crate) layout: Option<LayoutOption>,
    /// The version of OpenAPI; by default 3.1, or that of the document.
    #[arg(long, value_enum, value_name = "VERSION", conflicts_with = "document", help_heading = CONTRACT)]
    pub(crate) openapi: Option<Version>,
    /// Add discriminators, for generators of Java, C# and Swift. Codes have to be strings.
    #[arg(long, help_heading = CONTRACT)]
    pub(crate) discriminator: bool,
    /// Describe bodies as `application/json` too, for generators that know no other media type.
    #[arg(long, help_heading = CONTRACT)]
    pub(crate) also_json: bool,
    /// Leave out this condition, which the service never answers with: `rate_limited`, say. Can be repeated.
    #[arg(long, value_name = "CONDITION", value_parser = condition(), hide_possible_values = true, help_heading = CONTRACT)]
    pub(crate) without: Vec<Condition>,
    /// Add this condition, which any operation can come to: `upstream_failed`, say, where handlers ask other
    /// services. Can be repeated.
    #[arg(long, value_name = "CONDITION", value_parser = condition(), hide_possible_values = true, help_heading = CONTRACT)]
    pub(crate) with: Vec<Condition>,
    /// Refuse codes that the catalog does not have, in `json-schema`; by default they are accepted, as
    /// catalogs grow.
    #[arg(long, help_heading = CONTRACT)]
    pub(crate) closed: bool,
    /// Add what each operation can answer with, by what the codes and the catalog call operations.
    #[arg(long, help_heading = CLIENTS)]
    pub(crate) operations: bool,
    /// The language, by its tag: `es`, `pt-BR`.
    #[arg(long, value_name = "TAG", value_parser = language_tag, help_heading = LANGUAGES)]
    pub(crate) locale: Option<String>,
    /// Take translations from this folder, LOCALE/NAME.ftl; by default `i18n` beside the catalog's file.
    #[arg(long, value_name = "FOLDER", help_heading = LANGUAGES)]
    pub(crate) translations: Option<PathBuf>,
    /// Take Manila's own sentences, of broken rules and of HTTP's statuses, in the place of the catalog's texts.
    #[arg(long, help_heading = LANGUAGES)]
    pub(crate) own_sentences: bool,
    /// Write to this file instead of standard output, which is `-`.
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Write nothing; exit with 1 if this file is not up to date.
    #[arg(long, value_name = "FILE", conflicts_with = "output")]
    pub(crate) check: Option<PathBuf>,
}

const CODES: &str = "Options of openapi, overlay, json-schema, typescript and python";
const LANGUAGES: &str = "Options of ftl, messages-json and xliff";
const CONTRACT: &str = "Options of openapi, overlay and json-schema";
const CLIENTS: &str = "Options of typescript and python";

/// The form of exported data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The catalog as JSON, as README.md describes it.
    Json,
    /// An OpenAPI document, of the errors alone or completed with them.
    Openapi,
    /// An OpenAPI Overlay, which adds the errors to a document.
    Overlay,
    /// The JSON Schema of an error's body.
    JsonSchema,
    /// A client in TypeScript.
    Typescript,
    /// A client in Python.
    Python,
    /// A Fluent file for a translator, with the source beside what is translated.
    Ftl,
    /// The sentences in a language as JSON, in the syntax of ICU, for a front end.
    MessagesJson,
    /// The texts as XLIFF 1.2, for a translator's tools.
    Xliff,
}

/// How the errors of an operation are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutOption {
    /// A union of codes for each status.
    PerStatus,
    /// One union for `4XX` and `5XX`, as progenitor needs it.
    PerOperation,
    /// One envelope for all operations, whose code is an open enumeration.
    One,
}

/// A version of OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Version {
    /// OpenAPI 3.0.
    #[value(name = "3.0")]
    V30,
    /// OpenAPI 3.1.
    #[value(name = "3.1")]
    V31,
    /// OpenAPI 3.2.
    #[value(name = "3.2")]
    V32,
}

fn condition() -> impl clap::builder::TypedValueParser<Value = Condition> {
    let words = Condition::ALL.iter().map(|condition| condition.as_str());
    let known = PossibleValuesParser::new(words);
    known.map(|word| Condition::from_word(&word).unwrap_or(Condition::Internal))
}

/// A language tag (RFC 5646), which is a folder's name as well.
fn language_tag(text: &str) -> Result<String, String> {
    let is_part = |part: &str| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let begins_with_letter = text.starts_with(|c: char| c.is_ascii_alphabetic());
    match begins_with_letter && text.split('-').all(is_part) {
        true => Ok(text.to_owned()),
        false => Err("it is not a language tag".to_owned()),
    }
}

impl Export {
    /// What is asked for that the format does not have, if anything is.
    pub(crate) fn misfit(&self) -> Option<String> {
        use ExportFormat::{
            Ftl, JsonSchema, MessagesJson, Openapi, Overlay, Python, Typescript, Xliff,
        };
        const OPENAPI: &[ExportFormat] = &[Openapi, Overlay];
        const CLIENTS: &[ExportFormat] = &[Typescript, Python];
        const LANGUAGES: &[ExportFormat] = &[Ftl, MessagesJson, Xliff];
        if LANGUAGES.contains(&self.format) && self.locale.is_none() {
            let own = name(&self.format);
            return Some(format!("'--format {own}' needs '--locale <TAG>'"));
        }
        let options = [
            (
                "--and",
                !self.others.is_empty(),
                &[Openapi, Overlay, JsonSchema, Typescript, Python][..],
            ),
            (
                "--style",
                self.style.is_some(),
                &[Openapi, Overlay, JsonSchema],
            ),
            ("--for", self.document.is_some(), OPENAPI),
            ("--layout", self.layout.is_some(), OPENAPI),
            ("--openapi", self.openapi.is_some(), OPENAPI),
            ("--discriminator", self.discriminator, OPENAPI),
            ("--also-json", self.also_json, OPENAPI),
            (
                "--without",
                !self.without.is_empty(),
                &[Openapi, Overlay, JsonSchema],
            ),
            (
                "--with",
                !self.with.is_empty(),
                &[Openapi, Overlay, JsonSchema],
            ),
            ("--closed", self.closed, &[JsonSchema]),
            ("--operations", self.operations, CLIENTS),
            ("--locale", self.locale.is_some(), LANGUAGES),
            ("--translations", self.translations.is_some(), LANGUAGES),
            ("--own-sentences", self.own_sentences, LANGUAGES),
        ];
        let mut options = options.into_iter();
        let (option, _, formats) =
            options.find(|(_, is_given, formats)| *is_given && !formats.contains(&self.format))?;
        let formats: Vec<_> = formats.iter().map(name).collect();
        let formats = formats.join(" or ");
        let own = name(&self.format);
        Some(format!(
            "the argument '{option}' cannot be used with '--format {own}': it is for '--format {formats}'"
        ))
    }

    /// The command that writes the same to the file that is named behind it.
    pub(crate) fn command(&self, shown: impl Fn(&str) -> String) -> String {
        let mut command = format!("manila export {}", shown(&self.catalog));
        let mut add = |option: &str, value: Option<String>| {
            command += &format!(" {option}");
            if let Some(value) = value {
                command += &format!(" {value}");
            }
        };
        if self.format != ExportFormat::Json {
            add("--format", Some(name(&self.format)));
        }
        self.others
            .iter()
            .for_each(|catalog| add("--and", Some(shown(catalog))));
        self.style
            .into_iter()
            .for_each(|style| add("--style", Some(name(&style))));
        self.document
            .iter()
            .for_each(|document| add("--for", Some(shown(document))));
        self.layout
            .into_iter()
            .for_each(|layout| add("--layout", Some(name(&layout))));
        self.openapi
            .into_iter()
            .for_each(|version| add("--openapi", Some(name(&version))));
        for (option, is_given) in [
            ("--discriminator", self.discriminator),
            ("--also-json", self.also_json),
            ("--closed", self.closed),
            ("--operations", self.operations),
            ("--own-sentences", self.own_sentences),
        ] {
            if is_given {
                add(option, None);
            }
        }
        self.locale
            .iter()
            .for_each(|locale| add("--locale", Some(locale.clone())));
        self.translations.iter().for_each(|folder| {
            let folder = shown(&folder.to_string_lossy());
            add("--translations", Some(folder));
        });
        for (option, conditions) in [("--without", &self.without), ("--with", &self.with)] {
            for condition in conditions {
                add(option, Some(condition.as_str().to_owned()));
            }
        }
        add("--output", None);
        command
    }
}

/// What a value is called on the command line.
fn name(value: &impl ValueEnum) -> String {
    let value = value.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}
