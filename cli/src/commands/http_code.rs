//! HTTP's own codes, which clients get where a catalog has none.

use std::fmt::Write as _;

use manila::Status;
use manila_catalog_file::{Case, Condition};
use serde::Serialize;

/// One of HTTP's own codes.
#[derive(Debug, Serialize)]
pub(super) struct HttpCode {
    status: u16,
    #[serde(skip_serializing_if = "str::is_empty")]
    phrase: &'static str,
    /// Those that have it where a catalog names no code for them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<&'static str>,
}

impl HttpCode {
    /// Finds the code in whichever case it is spelled, or a status by its number.
    pub(super) fn of(code: &str) -> Option<Self> {
        let status = status_of(code)?;
        let conditions = Condition::ALL.iter();
        let conditions = conditions.filter(|condition| condition.status() == status.get());
        Some(Self {
            status: status.get(),
            phrase: status.phrase(),
            conditions: conditions.map(|condition| condition.as_str()).collect(),
        })
    }
}

/// Explains one of HTTP's own codes, in whichever case it is spelled, or a status by its number.
pub(super) fn explain(code: &str) -> Option<String> {
    let HttpCode {
        status,
        phrase,
        conditions,
    } = HttpCode::of(code)?;
    let name = match phrase {
        "" => code,
        phrase => phrase,
    };
    let mut text = format!("{code}: {name}\n");
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name:<14} {value}");
    };
    line(
        "catalog",
        "none: HTTP's own codes (RFC 9110), spelled as the catalog spells its own",
    );
    line("status", &status.to_string());
    line(
        "meaning",
        "The service answers with this status, and has no code of its own for it.",
    );
    if !conditions.is_empty() {
        line("conditions", &conditions.join(", "));
        line(
            "",
            "each can have a code of its own, under `[conditions]` of a catalog",
        );
    }
    Some(text)
}

fn status_of(code: &str) -> Option<Status> {
    let spelled = Case::Snake.spell(code);
    if spelled.is_empty() {
        return None;
    }
    (400..=599).filter_map(Status::new).find(|status| {
        status.get().to_string() == code
            || spelled == format!("http_{status}")
            || spelled == Case::Snake.spell(status.phrase())
    })
}
