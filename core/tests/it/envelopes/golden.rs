//! The bodies of some faults, whole, in a file for each style.
//! `UPDATE_GOLDEN=1 cargo test -p manila` writes them anew.

use std::fs;
use std::path::Path;
use std::time::Duration;

use manila::{Applied, Condition, Envelopes, Fault, Pointer, Violation};

use super::{ApiError, ID, styles};

/// A fault in a service.
struct Case {
    name: &'static str,
    fault: Fault,
    settings: fn(Envelopes) -> Envelopes,
    id: &'static str,
}

impl Case {
    fn new(name: &'static str, fault: Fault) -> Self {
        Self {
            name,
            fault,
            settings: |envelopes| envelopes,
            id: ID,
        }
    }

    fn with(self, settings: fn(Envelopes) -> Envelopes) -> Self {
        Self { settings, ..self }
    }
}

fn cases() -> Vec<Case> {
    let reference = |envelopes: Envelopes| envelopes.reference_url("https://docs.example/errors/");
    let service = |envelopes: Envelopes| {
        envelopes
            .version("1.47.0")
            .api_version("v1")
            .datetime("UTC", "ISO 8601")
    };
    vec![
        Case::new("a code", ApiError::Conflict.fault()),
        Case::new("a code in a reference", ApiError::Conflict.fault()).with(reference),
        Case::new(
            "a code of HTTP's own, which no reference has a page for",
            Fault::condition(Condition::MethodNotAllowed),
        )
        .with(reference),
        Case {
            id: "a1b2",
            ..Case::new(
                "a service that tells of itself, and an id that is no UUID",
                Fault::condition(Condition::Gone),
            )
            .with(service)
        },
        Case::new("violations", violations()),
        Case::new(
            "details in their order, the later value of one in the place of the earlier",
            ApiError::Conflict
                .fault()
                .with_detail("z", 1)
                .with_detail("a", "x")
                .with_details(serde_json::json!({"m": {"n": u64::MAX}}))
                .with_detail("z", 2),
        ),
        Case::new(
            "when to retry",
            ApiError::RateLimited
                .fault()
                .with_retry_after(Duration::from_millis(200))
                .with_applied(Applied::No),
        ),
        Case::new(
            "a 5xx, of which nothing else is for the client",
            ApiError::Internal
                .fault()
                .with_message("Not shown.")
                .with_detail("shown", false),
        ),
        Case::new(
            "text that means something to what shows it",
            ApiError::Conflict
                .fault()
                .with_message("</script>&\u{2028}\u{2029}\u{0}\u{1f}\u{7f}\"\\\n"),
        ),
    ]
}

fn violations() -> Fault {
    Fault::condition(Condition::Validation)
        .with_detail("form", "signup")
        .with_violation(
            Violation::new("The age has to be 18 or more.")
                .with_condition(Condition::InvalidValue)
                .with_pointer(Pointer::root().member("a/b").index(1))
                .with_detail("minimum", 18),
        )
        .with_violation(Violation::new("The limit is too high.").with_parameter("limit"))
        .with_violation(
            Violation::new("The team is gone.")
                .with_code(ApiError::Conflict.code())
                .with_header("x-team"),
        )
}

#[test]
fn each_style_writes_each_fault_as_its_file_says() {
    let files = ["ok-error", "json-api", "code-data", "problem"];
    for (name, style) in files.into_iter().zip(styles()) {
        let blocks = cases().into_iter().map(|case| {
            let envelopes = (case.settings)(style.clone());
            let rendered = envelopes.render(&case.fault, Some(case.id));
            let body = str::from_utf8(rendered.body()).unwrap();
            format!("# {}\n{}\n", case.name, in_lines(body))
        });
        let written = blocks.collect::<Vec<_>>().join("\n");
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/it/envelopes")
            .join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&file, &written).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap();
        assert!(
            written == expected,
            "{name}.txt is another; `UPDATE_GOLDEN=1 cargo test -p manila` writes it anew:\n{written}"
        );
    }
}

/// The body with a line for each member and element, and every one of its own characters.
fn in_lines(body: &str) -> String {
    let mut lines = String::new();
    let (mut depth, mut is_text, mut is_escaped) = (0, false, false);
    for c in body.chars() {
        match c {
            _ if is_text => {
                is_text = c != '"' || is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                lines.push(c);
            }
            '{' | '[' => {
                depth += 1;
                lines.push(c);
                begin_line(&mut lines, depth);
            }
            '}' | ']' => {
                depth -= 1;
                begin_line(&mut lines, depth);
                lines.push(c);
            }
            ',' => {
                lines.push(c);
                begin_line(&mut lines, depth);
            }
            ':' => lines.push_str(": "),
            _ => {
                is_text = c == '"';
                lines.push(c);
            }
        }
    }
    lines
}

fn begin_line(lines: &mut String, depth: usize) {
    lines.push('\n');
    lines.extend(std::iter::repeat_n("  ", depth));
}
