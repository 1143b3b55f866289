//! What a service has written, and nothing has changed.

use manila::{Envelopes, Source};
use manila_client::{Decoder, ReadAs, RemoteError};

use super::case::{Case, ID, pairs};
use crate::expected::{ExpectedFault, ExpectedStyle, Fields, Members, expected_fault};
use crate::json::{Json, parse};

/// Asserts that a response which has room for everything is read as the fault that was raised.
pub(super) fn check_whole(case: &Case, envelopes: &Envelopes) {
    let style = case.settings.expected_style();
    let Some(expected) = expected_fault(&case.fault, case.settings.catalog()) else {
        return;
    };
    let read_as = match style {
        ExpectedStyle::OkError => ReadAs::OkError,
        ExpectedStyle::JsonApi => ReadAs::JsonApi,
        ExpectedStyle::CodeData => ReadAs::CodeData,
        ExpectedStyle::Problem => ReadAs::Problem,
        ExpectedStyle::Custom => return,
    };
    let rendered = envelopes
        .clone()
        .body_limit(usize::MAX)
        .render(&case.fault.build(), Some(ID));
    let mut fields = Fields::default();
    rendered.apply(&mut fields);
    fields.put("x-request-id", ID);
    let has_code = fields.first("x-error-code").is_some();
    let limit = usize::MAX;
    let decoder = Decoder::new().body_limit(limit);
    let remote = decoder.decode(rendered.status(), pairs(&fields), rendered.body());
    assert_eq!(remote.read_as(), read_as);
    if style != ExpectedStyle::CodeData || has_code {
        assert_eq!(remote.code(), Some(&*expected.code.text()), "the code");
    }
    check_content(&remote, &expected, style);
    assert_eq!(remote.request_id(), Some(ID), "the id");

    // The body alone says all but the code of `code-data` and, in two styles, the id.
    for name in ["x-error-code", "x-request-id", "content-type"] {
        fields.remove(name);
    }
    let bare = decoder.decode(rendered.status(), pairs(&fields), rendered.body());
    assert_eq!(bare.read_as(), read_as, "by its shape");
    if style != ExpectedStyle::CodeData {
        assert_eq!(
            bare.code(),
            Some(&*expected.code.text()),
            "the code of the body"
        );
    }
    check_content(&bare, &expected, style);
}

fn check_content(remote: &RemoteError, expected: &ExpectedFault, style: ExpectedStyle) {
    assert_eq!(remote.status(), expected.code.status);
    let has_violations = !expected.violations.is_empty();
    let has_place = style != ExpectedStyle::JsonApi || !has_violations;
    // A sentence of blanks says nothing; the title stands in for it, where the style has one.
    let says = |text: &&str| !text.trim().is_empty();
    let sent = Some(&*expected.message).filter(|_| has_place);
    let said = sent.filter(says).or(remote.title().filter(says));
    assert_eq!(remote.message(), said, "the message");
    check_details(remote.details_json(), &expected.details);
    let reason = expected
        .own_details
        .iter()
        .find(|(name, _)| name == "reason");
    let reason = reason.map(|(_, reason)| reason.clone());
    assert_eq!(remote.reason().map(Json::text), reason, "the reason");
    assert_eq!(remote.truncated(), None);

    let violations = remote.violations();
    assert_eq!(violations.len(), expected.violations.len());
    for (found, expected) in violations.iter().zip(&expected.violations) {
        assert_eq!(
            found.code(),
            Some(&*expected.code.text()),
            "the code of a violation"
        );
        assert_eq!(
            found.message(),
            Some(&*expected.message),
            "the message of a violation"
        );
        let place = found.source().map(|source| match source {
            Source::Pointer(pointer) => ("pointer", pointer.as_str()),
            Source::Parameter(name) => ("parameter", &**name),
            Source::Header(name) => ("header", &**name),
            _ => ("", ""),
        });
        let expected_place = expected.place.as_ref().map(|(kind, text)| (*kind, &**text));
        assert_eq!(place, expected_place, "the place of a violation");
        check_details(found.details_json(), &expected.details);
    }
}

/// Whether the details are these, in their order.
fn check_details(json: Option<&str>, expected: &Members) {
    let found = json.map_or(Ok(Json::Object(Vec::new())), |json| parse(json.as_bytes()));
    assert_eq!(found, Ok(Json::Object(expected.clone())), "the details");
    if let Ok(Json::Object(members)) = found {
        let names = |members: &Members| {
            members
                .iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(names(&members), names(expected), "the order of the details");
    }
}
