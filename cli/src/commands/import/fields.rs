//! The keys of a code in the catalog format, and what lists call them.

use manila_catalog_file::Entry;

use super::cell::Cell;
use super::values::{
    allow, applied, causes, details, exit_code, facts, flag, number, owner, retry, scope, severity,
    statuses, step, text, texts,
};

/// A key of a code.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: &'static str,
    /// What else lists call it, the surest first, in lower-case letters and digits alone.
    pub(super) synonyms: &'static [&'static str],
    pub(super) take: Take,
}

/// Puts a cell into an entry, or says why it cannot be there.
pub(super) type Take = fn(&mut Entry, &Cell) -> Result<(), String>;

/// What lists call the code itself. Of these any text is one.
pub(super) const CODES: &[&str] = &["code", "errorcode", "errorkey", "identifier", "key", "slug"];

/// The same of which only a text that can be a code is one: others are titles, or numbers of lines.
pub(super) const POSSIBLE_CODES: &[&str] =
    &["error", "errorname", "name", "constant", "symbol", "id"];

/// What lists call a number beside the name.
pub(super) const NUMBERS: &[&str] = &[
    "number",
    "errornumber",
    "codenumber",
    "numericcode",
    "errno",
];

const fn field(key: &'static str, synonyms: &'static [&'static str], take: Take) -> Field {
    Field {
        key,
        synonyms,
        take,
    }
}

/// In the order in which they are matched: a column belongs to the first that takes it.
pub(super) const FIELDS: &[Field] = &[
    field("number", NUMBERS, number),
    field(
        "status",
        &[
            "status",
            "statuses",
            "httpstatus",
            "httpstatuscode",
            "statuscode",
            "http",
            "httpcode",
            "httpstatuses",
            "statuscodes",
        ],
        statuses,
    ),
    field(
        "message",
        &[
            "message",
            "text",
            "usermessage",
            "errormessage",
            "msg",
            "detail",
            "description",
            "error",
        ],
        |entry, cell| text(&mut entry.message, cell),
    ),
    field(
        "meaning",
        &["meaning", "description", "explanation", "detail", "details"],
        |entry, cell| {
            entry.meaning = super::values::block(cell)?;
            Ok(())
        },
    ),
    field(
        "title",
        &["title", "label", "heading", "summary", "name", "error"],
        |entry, cell| text(&mut entry.title, cell),
    ),
    field(
        "causes",
        &[
            "causes",
            "cause",
            "reasons",
            "reason",
            "when",
            "whenfired",
            "commoncauses",
        ],
        causes,
    ),
    field(
        "operations",
        &["operations", "operation", "endpoints", "endpoint"],
        |entry, cell| texts(&mut entry.operations, cell),
    ),
    field(
        "client",
        &[
            "client",
            "clientshould",
            "resolution",
            "solution",
            "remedy",
            "fix",
            "action",
        ],
        |entry, cell| step(&mut entry.client, cell),
    ),
    field("server", &["server", "operatorshould"], |entry, cell| {
        step(&mut entry.server, cell)
    }),
    field("next", &["next"], |entry, cell| text(&mut entry.next, cell)),
    field("source", &["source", "sources"], |entry, cell| {
        texts(&mut entry.source, cell)
    }),
    field("section", &["section", "group", "domain"], |entry, cell| {
        text(&mut entry.section, cell)
    }),
    field("category", &["category", "type", "kind"], |entry, cell| {
        text(&mut entry.category, cell)
    }),
    field("retry", &["retry", "retryadvice"], retry),
    field("severity", &["severity", "level"], severity),
    field(
        "user_actionable",
        &["useractionable", "actionable"],
        |entry, cell| {
            entry.user_actionable = Some(flag(cell)?);
            Ok(())
        },
    ),
    field("owner", &["owner"], owner),
    field("applied", &["applied"], applied),
    field("auto_fix", &["autofix"], |entry, cell| {
        text(&mut entry.auto_fix, cell)
    }),
    field(
        "related",
        &["related", "relatedcodes", "seealso"],
        |entry, cell| texts(&mut entry.related, cell),
    ),
    field("mentions", &["mentions"], |entry, cell| {
        texts(&mut entry.mentions, cell)
    }),
    field("scope", &["scope", "scopes"], scope),
    field("exit_code", &["exitcode"], exit_code),
    field("facts", &["facts"], facts),
    field("since", &["since", "introduced"], |entry, cell| {
        text(&mut entry.since, cell)
    }),
    field("deprecated", &["deprecated"], |entry, cell| {
        super::values::lifecycle(&mut entry.deprecated, cell)
    }),
    field("retired", &["retired", "removed"], |entry, cell| {
        super::values::lifecycle(&mut entry.retired, cell)
    }),
    field(
        "replaced_by",
        &["replacedby", "replacement"],
        |entry, cell| text(&mut entry.replaced_by, cell),
    ),
    field("derived", &["derived"], |entry, cell| {
        entry.derived = flag(cell)?;
        Ok(())
    }),
    field("details", &["details"], details),
    field("allow", &["allow"], allow),
];

/// The field of a key. `statuses` is the other name of `status`.
pub(super) fn field_of(key: &str) -> Option<&'static Field> {
    let key = if key == "statuses" { "status" } else { key };
    FIELDS.iter().find(|field| field.key == key)
}

/// A name as it is compared: `HTTP Status-Code` is `httpstatuscode`.
pub(super) fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
