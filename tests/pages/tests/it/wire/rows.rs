//! The rows of the page.

use manila_axum::Envelopes;
use manila_fluent::Translations;

use super::row::{Advised, Row};

const ID_IS_SENT: Option<(&str, &str)> = Some(("x-request-id", "abc-123"));
const MARKDOWN_IS_NAMED: Option<(&str, &str)> = Some(("accept", "text/markdown"));
const SPANISH_IS_ASKED_FOR: Option<(&str, &str)> = Some(("accept-language", "es-MX, en;q=0.5"));
const ORIGIN: Option<(&str, &str)> = Some(("origin", "https://app.example"));

/// HTTP's own sentences in Spanish, for a service of any catalog.
pub(super) fn in_spanish(envelopes: Envelopes) -> Envelopes {
    let spanish = include_str!("../../../../../catalogs/i18n/es/manila.ftl");
    let built = Translations::builder(Advised::ReauthRequired.code().catalog());
    envelopes.translations(built.locale("es", [spanish]).build().unwrap())
}

pub(super) const ROWS: &[Row] = &[
    Row {
        what: "`x-request-id`",
        when: "every response",
        value: "the client's, if it is one; else a UUID of version 7 (RFC 9562 §5.7)",
        switch: "`request_id_header(name)`, `ids(policy)`",
        request: ("/", None),
        is_so: |sent| sent.status == 200 && sent.field("x-request-id").is_some(),
        is_switched: Some(|envelopes| envelopes.request_id_header("x-trace").unwrap()),
    },
    Row {
        what: "`x-request-id`",
        when: "a request that has one",
        value: "the same, if it has 1 to 128 of the allowed characters",
        switch: "`ignore_inbound_ids()`",
        request: ("/", ID_IS_SENT),
        is_so: |sent| sent.field("x-request-id") == Some("abc-123"),
        is_switched: Some(Envelopes::ignore_inbound_ids),
    },
    Row {
        what: "`x-error-code`",
        when: "every error",
        value: "the code, as in the body",
        switch: "",
        request: ("/conflict", None),
        is_so: |sent| sent.field("x-error-code") == Some("conflict"),
        is_switched: None,
    },
    Row {
        what: "`content-type`",
        when: "every error",
        value: "that of the style",
        switch: "the style",
        request: ("/conflict", None),
        is_so: |sent| sent.field("content-type") == Some("application/json"),
        is_switched: Some(|_| Envelopes::problem()),
    },
    Row {
        what: "`x-content-type-options`",
        when: "every error",
        value: "`nosniff`",
        switch: "",
        request: ("/conflict", None),
        is_so: |sent| sent.field("x-content-type-options") == Some("nosniff"),
        is_switched: None,
    },
    Row {
        what: "`cache-control`",
        when: "every error",
        value: "`no-store` (RFC 9111 §5.2.2.5)",
        switch: "`fault.with_header(\"cache-control\", …)`",
        request: ("/conflict", None),
        is_so: |sent| sent.field("cache-control") == Some("no-store"),
        is_switched: None,
    },
    Row {
        what: "`www-authenticate`",
        when: "a 401 without a challenge",
        value: "`Bearer realm=\"api\"` (RFC 9110 §11.6.1, RFC 6750 §3)",
        switch: "`www_authenticate(…)`, `no_www_authenticate()`",
        request: ("/unauthorized", None),
        is_so: |sent| sent.field("www-authenticate") == Some("Bearer realm=\"api\""),
        is_switched: Some(Envelopes::no_www_authenticate),
    },
    Row {
        what: "`retry-after`, `details.retry`",
        when: "an error that says when to come back",
        value: "whole seconds, rounded up (RFC 9110 §10.2.3)",
        switch: "",
        request: ("/moment", None),
        is_so: |sent| {
            sent.field("retry-after") == Some("2")
                && sent.body.contains(r#""retry":{"after_seconds":2}"#)
        },
        is_switched: None,
    },
    Row {
        what: "`x-should-retry`",
        when: "an error with advice in the catalog, or a moment to come back",
        value: "`true` or `false`",
        switch: "no `retry` in the catalog",
        request: ("/moment", None),
        is_so: |sent| sent.field("x-should-retry") == Some("true"),
        is_switched: None,
    },
    Row {
        what: "`access-control-expose-headers`",
        when: "a request with an `Origin`",
        value: "nothing, until the envelopes are asked for it",
        switch: "`expose_headers()`",
        request: ("/conflict", ORIGIN),
        is_so: |sent| sent.field("access-control-expose-headers").is_none(),
        is_switched: Some(Envelopes::expose_headers),
    },
    Row {
        what: "the id in the body",
        when: "an error in the style `ok_error` or `code_data`",
        value: "nothing, until the envelopes are asked for it (`json_api` and `problem` always have it)",
        switch: "`request_id_in_body()`",
        request: ("/conflict", ID_IS_SENT),
        is_so: |sent| !sent.body.contains("abc-123"),
        is_switched: Some(Envelopes::request_id_in_body),
    },
    Row {
        what: "`details.reason`",
        when: "a foreign 4xx whose body is a short plain text",
        value: "that text",
        switch: "`hide_reasons()`",
        request: ("/foreign/409", None),
        is_so: |sent| sent.body.contains(r#""reason":"Taken by ada.""#),
        is_switched: Some(Envelopes::hide_reasons),
    },
    Row {
        what: "`details.remedy`, in `json_api` `meta.remedy`",
        when: "an error whose catalog knows who can act, what the client does, which request mends it, or a page",
        value: "nothing, until the envelopes are asked for it",
        switch: "`remedies()`",
        request: ("/reauth", None),
        is_so: |sent| sent.status == 401 && !sent.body.contains(r#""remedy":{"owner":"user""#),
        is_switched: Some(Envelopes::remedies),
    },
    Row {
        what: "the body",
        when: "an error, of a request whose `accept` names `text/markdown` (RFC 7763)",
        value: "the envelope, until the envelopes offer the other",
        switch: "`markdown()`",
        request: ("/reauth", MARKDOWN_IS_NAMED),
        is_so: |sent| sent.body.starts_with(r#"{"ok":false"#),
        is_switched: Some(Envelopes::markdown),
    },
    Row {
        what: "`vary: accept`",
        when: "every error",
        value: "nothing, until the envelopes offer Markdown, or check media types (then on successes too)",
        switch: "`markdown()`, `check_media_types(…)`",
        request: ("/conflict", None),
        is_so: |sent| sent.field("vary").is_none(),
        is_switched: Some(Envelopes::markdown),
    },
    Row {
        what: "the sentences",
        when: "an error, of a request whose `accept-language` asks for another language (RFC 9110 §12.5.4)",
        value: "the catalog's, until the envelopes have translations",
        switch: "`translations(…)`",
        request: ("/conflict", SPANISH_IS_ASKED_FOR),
        is_so: |sent| sent.body.contains("The request conflicts with"),
        is_switched: Some(in_spanish),
    },
    Row {
        what: "`content-language`, `vary: accept-language`",
        when: "every error",
        value: "nothing, until the envelopes have translations; then the language of the sentences (RFC 9110 §8.5)",
        switch: "`translations(…)`",
        request: ("/conflict", None),
        is_so: |sent| sent.field("content-language").is_none() && sent.field("vary").is_none(),
        is_switched: Some(in_spanish),
    },
    Row {
        what: "`source_message`, in `json_api` in `meta`, `source_detail` in `problem`",
        when: "an error, and a violation, whose sentence is translated",
        value: "nothing, until the envelopes are asked for it",
        switch: "`source_message()`",
        request: ("/conflict", SPANISH_IS_ASKED_FOR),
        is_so: |sent| {
            !sent
                .body
                .contains(r#""source_message":"The request conflicts"#)
        },
        is_switched: Some(|envelopes| in_spanish(envelopes).source_message()),
    },
    Row {
        what: "other header fields",
        when: "a foreign 5xx",
        value: "as they are, but for those of the old body, of caches, and Manila's own",
        switch: "`hide_foreign_headers()`, `drop_header(name)`",
        request: ("/foreign/500", None),
        is_so: |sent| {
            sent.field("x-debug") == Some("canary")
                && sent.field("x-error-code") == Some("internal_server_error")
                && !sent.body.contains("canary")
        },
        is_switched: Some(Envelopes::hide_foreign_headers),
    },
    Row {
        what: "the body",
        when: "an error that the service marks with `PassThrough`",
        value: "as it is; the id is added",
        switch: "",
        request: ("/page", None),
        is_so: |sent| sent.body == "<h1>Not here</h1>" && sent.field("x-request-id").is_some(),
        is_switched: None,
    },
];
