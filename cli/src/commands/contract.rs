//! `manila export` of what clients have to expect: OpenAPI, overlays, JSON Schema.

use std::fmt::Write as _;
use std::io::Write as _;

use manila::{Style, WireCode};
use manila_openapi::{Contract, Layout, OpenApiVersion, Report};
use serde_json::Value;

use super::json::json;
use crate::args::{Export, ExportFormat, LayoutOption, StyleName, Version};
use crate::catalogs::catalog;
use crate::core_catalog::core_catalog;
use crate::input::text_of;
use crate::outcome::Failure;
use crate::shown::shown;
use crate::yaml;

/// The largest document that is read, in mebibytes.
const LARGEST_MIB: u64 = 64;

/// How many names are told of each kind.
const MOST_TOLD: usize = 20;

/// Returns the text of the contract.
pub(super) fn text(args: &Export) -> Result<String, Failure> {
    let document = args.document.as_deref().map(document).transpose()?;
    let contract = contract(args)?;
    let value = match (args.format, document) {
        (ExportFormat::JsonSchema, _) => contract.json_schema(),
        (ExportFormat::Overlay, document) => {
            let overlay = contract.overlay(document.as_ref());
            overlay.map_err(|error| of_document(args, &error))?
        }
        (_, None) => contract.document(),
        (_, Some(mut document)) => {
            let report = contract.complete(&mut document);
            tell(&report.map_err(|error| of_document(args, &error))?);
            document
        }
    };
    Ok(json(&value))
}

fn contract(args: &Export) -> Result<Contract, Failure> {
    let first = core_catalog(&catalog(&args.catalog)?)?;
    let mut contract = Contract::new(first)
        .style(style(args.style))
        .layout(match args.layout {
            None | Some(LayoutOption::PerStatus) => Layout::PerStatus,
            Some(LayoutOption::PerOperation) => Layout::PerOperation,
            Some(LayoutOption::One) => Layout::One,
        })
        .openapi(match args.openapi {
            Some(Version::V30) => OpenApiVersion::V30,
            None | Some(Version::V31) => OpenApiVersion::V31,
            Some(Version::V32) => OpenApiVersion::V32,
        })
        .without(args.without.iter().copied())
        .and_conditions(args.with.iter().copied());
    let mut codes: Vec<_> = first.codes().iter().collect();
    for other in &args.others {
        let other = core_catalog(&catalog(other)?)?;
        codes.extend(other.codes());
        contract = contract.and_catalog(other);
    }
    if args.discriminator {
        let are_numbers = match args.style {
            Some(StyleName::JsonApi) => false,
            Some(StyleName::CodeData) => true,
            _ => codes
                .iter()
                .any(|code| matches!(code.wire_code(), WireCode::Number(_))),
        };
        if are_numbers {
            let why = "the codes are numbers here, and a discriminator can have strings alone; leave out `--discriminator`, or use `--style json-api`, whose codes are strings";
            return Err(Failure(why.to_owned()));
        }
        contract = contract.discriminator();
    }
    if args.also_json {
        contract = contract.also_json();
    }
    if args.closed {
        contract = contract.closed();
    }
    Ok(contract)
}

fn style(named: Option<StyleName>) -> Style {
    match named {
        None | Some(StyleName::OkError) => Style::ok_error(),
        Some(StyleName::JsonApi) => Style::json_api(),
        Some(StyleName::CodeData) => Style::code_data(),
        Some(StyleName::Problem) => Style::problem(),
    }
}

/// Reads a document in JSON or YAML. A brace begins JSON, which is read as such, for its messages.
fn document(named: &str) -> Result<Value, Failure> {
    let text = text_of(named, LARGEST_MIB)?;
    let read = match text.trim_start().starts_with('{') {
        true => serde_json::from_str(&text).map_err(|error| error.to_string()),
        false => yaml::parse(&text),
    };
    read.map_err(|why| Failure(format!("{} cannot be read: {}", shown(named), shown(&why))))
}

fn of_document(args: &Export, error: &manila_openapi::Error) -> Failure {
    let named = args.document.as_deref().unwrap_or_default();
    Failure(format!("{}: {}", shown(named), shown(&error.to_string())))
}

/// Tells on standard error what a user would not see in the document.
fn tell(report: &Report) {
    let mut told = String::new();
    let mut note = |names: &[String], why: &str| {
        for name in names.iter().take(MOST_TOLD) {
            let _ = writeln!(told, "note: {}: {why}", shown(name));
        }
        if names.len() > MOST_TOLD {
            let _ = writeln!(told, "note: and {} more", names.len() - MOST_TOLD);
        }
    };
    note(
        report.unread_paths(),
        "is in another document, which is not read",
    );
    note(
        report.unknown_operations(),
        "is what codes call an operation, and the document has none of that name",
    );
    let _ = write!(std::io::stderr(), "{told}");
}
