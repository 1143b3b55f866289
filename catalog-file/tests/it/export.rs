//! Exports, read without the command.

use manila_catalog_file::{
    Allowed, Catalog, CatalogPath, compare, examine_json, lint, read, read_json,
};

/// What an export has to say, by the least.
fn export(codes: &str) -> String {
    format!("{{\"schema\":2,\"name\":\"plans\",\"case\":\"snake_case\",\"codes\":[{codes}]}}")
}

fn catalog(text: &str) -> Catalog {
    match read_json(text) {
        Ok(source) => source.into_catalog(),
        Err(mistakes) => panic!("{mistakes:#?} in {text}"),
    }
}

#[test]
fn a_path_of_the_catalog_is_a_part_of_the_text() {
    let text =
        export(r#"{"name":"a","statuses":[400, 409],"details":[{"name":"n","type":"any"}]}"#);
    let source = read_json(&text).unwrap();
    for (path, part) in [
        (CatalogPath::Catalog("name"), "\"plans\""),
        (CatalogPath::Code(0), "\"a\""),
        (CatalogPath::Field(0, "message"), "\"a\""),
        (CatalogPath::Field(0, "statuses"), "[400, 409]"),
        (CatalogPath::Item(0, "statuses", 1), "409"),
        (
            CatalogPath::Detail(0, 0),
            "{\"name\":\"n\",\"type\":\"any\"}",
        ),
    ] {
        assert_eq!(&text[source.span(path)], part, "{path:?}");
    }
    let found = source.diagnostics(lint(source.catalog()));
    assert_eq!(found[0].code.as_deref(), Some("a"));
    assert_eq!(
        found[0].with_file("a.json").to_string().lines().next(),
        Some("a.json:1:65: code `a` has no message [no-message]"),
    );
}

#[test]
fn silenced_advice_is_silent_in_an_export() {
    let text = r#"{"name":"a","statuses":[400],"allow":{"no-message":"it is internal"}}"#;
    assert_eq!(examine_json(&export(text)), []);
    let allowed = Allowed::new("no-message", "it is internal");
    assert_eq!(catalog(&export(text)).codes[0].allow, [allowed]);
    let unreasoned = examine_json(&export(&text.replace("it is internal", "")));
    assert_eq!(unreasoned[0].rule, "text");
}

#[test]
fn what_an_export_spells_out_is_no_change() {
    let file = "[catalog]\nname = 'plans'\ncase = 'snake_case'\n[codes.a]\nstatus = 400\nmessage = '{$n} left.'\ndetails.n = { type = 'any' }\n";
    let file = read(file).unwrap().into_catalog();
    let code = r#"{"name":"a","title":"A","statuses":[400],"exit_code":65,"scope":["response"],
        "message":"{ $n } left.","details":[{"name":"n","type":"any"}]}"#;
    let text = export(code).replace("\"codes\"", "\"title\":\"plans\",\"codes\"");
    let exported = catalog(&text);
    assert_eq!(compare(&file, &exported), []);
    assert_eq!(compare(&exported, &file), []);
    let renamed = catalog(&text.replace("\"title\":\"plans\"", "\"title\":\"Plans\""));
    assert_eq!(compare(&file, &renamed)[0].kind, "catalog-text");
    let elsewhere = catalog(&text.replace("[\"response\"]", "[\"job\"]"));
    assert_eq!(compare(&file, &elsewhere)[0].kind, "removed-scope");
}

#[test]
fn an_export_of_the_first_schema_is_read_and_one_of_a_later_schema_is_not() {
    let old = export(r#"{"name":"a","statuses":[400],"client":"Wait.","server":"Look."}"#)
        .replace("\"schema\":2", "\"schema\":1");
    let code = catalog(&old).codes.remove(0);
    assert_eq!(
        (code.client, code.server),
        (vec!["Wait.".to_owned()], vec!["Look.".to_owned()])
    );
    for schema in ["0", "3"] {
        let other = old.replace("\"schema\":1", &format!("\"schema\":{schema}"));
        let found = examine_json(&other);
        let message = format!("schema {schema} is not supported, only 1 to 2 are");
        assert_eq!(
            (found[0].rule, &*found[0].message),
            ("unknown-schema", &*message)
        );
    }
}

#[test]
fn the_facts_of_an_export_are_those_of_a_file() {
    let file = "[catalog]\nname = 'plans'\ncase = 'snake_case'\n[codes.a]\nstatus = 400\n\
                causes = ['b', 'c']\nclient = ['d', 'e']\nserver = 'f'\nsource = ['g']\n\
                owner = 'nobody'\napplied = 'unknown'\noperations = ['GET /', 'mutations']\n\
                next = 'POST /'\nfacts = { b = 'c', d = 0.50, e = true, f = 7 }\n\
                details.g = { type = 'array', items = 'string', values = ['h'], required = false }\n\
                [operations.'GET /']\ntitle = 'Read'\ngroups = ['reads']\n[catalog.facts]\nb = 'B'\n";
    let code = r#"{"name":"a","statuses":[400],"causes":["b","c"],"client":["d","e"],
        "server":["f"],"source":["g"],"owner":"nobody","applied":"unknown",
        "operations":["GET /","mutations"],"next":"POST /",
        "facts":{"b":"c","d":5e-1,"e":true,"f":7},
        "details":[{"name":"g","type":"array","required":false,"items":"string","values":["h"]}]}"#;
    let head = r#""facts":{"b":"B"},"operations":[{"name":"GET /","title":"Read","groups":["reads"]}],"codes""#;
    let text = export(code).replace("\"codes\"", head);
    assert_eq!(read(file).unwrap().into_catalog(), catalog(&text));
    for (from, to, rule) in [
        ("\"c\"", "null", "wrong-type"),
        ("\"name\":\"GET /\",", "", "missing-key"),
        ("[\"reads\"]", "\"reads\"", "wrong-type"),
        ("\"B\"", "\"\"", "text"),
    ] {
        assert_eq!(
            examine_json(&text.replacen(from, to, 1))[0].rule,
            rule,
            "{from}"
        );
    }
}

#[test]
fn no_cut_or_flipped_export_makes_the_reader_panic() {
    let text = export(
        r#"{"name":"a","number":-7,"statuses":[400],"derived":true,"title":"\u00e9é",
        "user_actionable":false,"scope":["job"],"details":[{"name":"n","type":"uri"}],"allow":{"a":"b"}}"#,
    );
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(!examine_json(&text[..end]).is_empty(), "{end}");
        for other in ["\"", "{", "]", "\\", "0", "é"] {
            let flipped = format!(
                "{}{other}{}",
                &text[..end],
                text.get(end + 1..).unwrap_or_default()
            );
            for found in examine_json(&flipped) {
                assert!(flipped.get(found.span.clone()).is_some(), "{found:?}");
            }
        }
    }
}

#[test]
fn an_export_that_says_a_former_word_is_told_the_one_that_replaces_it() {
    let found = examine_json(&export(
        r#"{"name":"a","statuses":[400],"message":"No.","retry":"fixed_first"}"#,
    ));
    let found: Vec<_> = found
        .iter()
        .map(|found| (&*found.message, found.help.as_deref()))
        .collect();
    let message = "unknown value `fixed_first` for `retry`";
    assert_eq!(found, [(message, Some("write `after_change`"))]);
}
