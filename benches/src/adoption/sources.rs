//! Enums of many codes, as each contender's users write them.

use std::fmt::Write as _;

/// The status of a code; they differ, as they do in a service.
fn status(at: usize) -> u16 {
    [400, 402, 404, 409, 422][at % 5]
}

fn name(at: usize) -> String {
    format!("Failure{at:05}Broke")
}

fn message(at: usize) -> String {
    format!("Part {at} of it broke.")
}

/// An enum with these attributes on itself and on each of its variants.
fn enumeration(codes: usize, attributes: &str, of_variant: impl Fn(usize) -> String) -> String {
    let mut text = format!("/// Codes.\n{attributes}\npub enum Codes {{\n");
    for at in 0..codes {
        let (meaning, name, attributes) = (message(at), name(at), of_variant(at));
        let _ = writeln!(text, "/// {meaning}\n{attributes}\n{name},");
    }
    text.push_str("}\n");
    text
}

pub(super) fn by_manila(codes: usize) -> String {
    let attributes = "#[derive(Debug, thiserror::Error, manila::ErrorCode)]\n\
                      #[error_code(catalog = \"codes\", case = \"snake_case\")]";
    enumeration(codes, attributes, |at| {
        let (status, message) = (status(at), message(at));
        format!("#[error({message:?})]\n#[error_code(status = {status})]")
    })
}

/// The path starts at the folder of the package.
pub(super) fn by_catalog(codes: usize) -> String {
    format!(
        "manila::catalog! {{ pub enum Codes = \"../../../target/adoption/codes/{codes}.toml\" }}\n"
    )
}

/// The file of that catalog.
pub(super) fn catalog(codes: usize) -> String {
    let mut text = String::from("[catalog]\nname = 'codes'\ncase = 'snake_case'\n");
    for at in 0..codes {
        let (status, message) = (status(at), message(at));
        let _ = write!(
            text,
            "\n[codes.failure_{at:05}_broke]\nstatus = {status}\nmessage = '{message}'\n"
        );
    }
    text
}

pub(super) fn by_thiserror(codes: usize) -> String {
    enumeration(codes, "#[derive(Debug, thiserror::Error)]", |at| {
        format!("#[error({:?})]", message(at))
    })
}

pub(super) fn by_axum_problem(codes: usize) -> String {
    let attributes = "#[derive(Debug, thiserror::Error, axum_problem::AxumProblem)]";
    enumeration(codes, attributes, |at| {
        let (status, message) = (status(at), message(at));
        format!("#[error({message:?})]\n#[problem(status = {status})]")
    })
}

/// What a service writes that has no library for it.
pub(super) fn by_hand(codes: usize) -> String {
    let mut text = enumeration(codes, "#[derive(Debug)]", |_| String::new());
    let arms = |text: &mut String, value: fn(usize) -> String| {
        for at in 0..codes {
            let _ = writeln!(text, "Self::{} => {},", name(at), value(at));
        }
    };
    text.push_str("impl Codes {\n/// The status.\npub fn status(&self) -> u16 { match self {\n");
    arms(&mut text, |at| status(at).to_string());
    text.push_str("} }\n/// The name.\npub fn code(&self) -> &'static str { match self {\n");
    arms(&mut text, |at| format!("\"failure_{at:05}_broke\""));
    text.push_str(
        "} }\n}\nimpl std::fmt::Display for Codes {\n\
         fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n\
         f.write_str(match self {\n",
    );
    arms(&mut text, |at| format!("{:?}", message(at)));
    text.push_str("})\n}\n}\nimpl std::error::Error for Codes {}\n");
    text
}
