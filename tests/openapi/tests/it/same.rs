//! The three documents say the same of errors, and what is so.

use std::collections::BTreeSet;

use manila::Envelopes;
use serde_json::Value;

use crate::api::{ApiError, styles};
use crate::document::{codes, components, errors, json};
use crate::{on_aide, on_utoipa_actix_web, on_utoipa_axum};

/// The documents, by the library that makes them.
fn documents(envelopes: &Envelopes) -> [(&'static str, Value); 3] {
    [
        (
            "utoipa-axum",
            json(&on_utoipa_axum::app(envelopes.clone()).1),
        ),
        (
            "utoipa-actix-web",
            json(&on_utoipa_actix_web::app(envelopes.clone()).1),
        ),
        ("aide", json(&on_aide::app(envelopes.clone()).1)),
    ]
}

#[test]
fn the_documents_say_the_same_of_errors() {
    for (style, envelopes) in styles() {
        let [(_, first), others @ ..] = documents(&envelopes);
        for (name, document) in others {
            assert_eq!(errors(&document), errors(&first), "{name}, {style}");
            assert_eq!(components(&document), components(&first), "{name}, {style}");
        }
    }
}

/// The service's own codes of each operation, with their statuses. The 409 of the last is declared.
const CODES: [&str; 9] = [
    "GET /any 403 ACCOUNT_LOCKED",
    "GET /any 403 QUOTA_EXCEEDED",
    "GET /any 404 NOTE_NOT_FOUND",
    "GET /any 409 TITLE_TAKEN",
    "GET /notes/{id} 404 NOTE_NOT_FOUND",
    "POST /notes 403 ACCOUNT_LOCKED",
    "POST /notes 403 QUOTA_EXCEEDED",
    "POST /notes 409 TITLE_TAKEN",
    "PUT /notes/{id} 404 NOTE_NOT_FOUND",
];

#[test]
fn an_operation_has_its_codes_and_none_else() {
    let catalog = ApiError::CATALOG.codes();
    let own: BTreeSet<_> = catalog.iter().map(|code| code.name()).collect();
    // The numbers of `code-data` are the statuses here, which say nothing of the codes.
    let styles = styles()
        .into_iter()
        .filter(|(style, _)| *style != "code-data");
    for (style, envelopes) in styles {
        for (name, document) in documents(&envelopes) {
            let mut found = Vec::new();
            for (operation, statuses) in errors(&document) {
                for (status, response) in statuses {
                    let codes = codes(&document, &response).into_iter();
                    let codes = codes.filter(|code| own.contains(&**code));
                    found.extend(codes.map(|code| format!("{operation} {status} {code}")));
                }
            }
            assert_eq!(found, CODES, "{name}, {style}");
        }
    }
}

#[test]
fn what_is_declared_stays() {
    for (style, envelopes) in styles() {
        for (name, document) in documents(&envelopes) {
            let declared = &document["paths"]["/notes/{id}"]["put"]["responses"]["409"];
            assert_eq!(declared["description"], "Declared.", "{name}, {style}");
            assert!(
                declared.get("content").is_none(),
                "{name}, {style}: {declared}"
            );
        }
    }
}

#[test]
fn no_mark_is_left() {
    for (style, envelopes) in styles() {
        for (name, document) in documents(&envelopes) {
            let text = document.to_string();
            let mark = text.find("x-manila");
            assert_eq!(mark, None, "{name}, {style}");
        }
    }
}

#[test]
fn the_parameters_are_where_the_extractor_reads_them() {
    for (name, document) in documents(&styles()[0].1) {
        let parameters = &document["paths"]["/notes/{id}"]["get"]["parameters"];
        let parameter = (&parameters[0]["name"], &parameters[0]["in"]);
        assert_eq!(parameter, (&"id".into(), &"path".into()), "{name}");
        assert_eq!(parameters.as_array().unwrap().len(), 1, "{name}");
    }
}
