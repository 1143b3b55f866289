//! What the framework refuses by itself.

use manila::{Condition, Fault, IntoFault};

use super::answer;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum Full {
    #[error("Malformed.")]
    #[error_code(status = 400, condition = ["bad_request", "conflict"])]
    Malformed,
    #[error("Invalid.")]
    #[error_code(status = 422, condition = "validation")]
    Invalid,
    #[error("Unknown member.")]
    #[error_code(status = 400, condition = "unknown_field")]
    UnknownMember,
    #[error("closed")]
    #[error_code(status = 503, condition = "unavailable")]
    Closed,
    #[error("broken")]
    #[error_code(status = 500, default)]
    Broken,
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum Sparse {
    #[error("Malformed.")]
    #[error_code(status = 400, condition = "bad_request")]
    Malformed,
}

#[derive(Debug, manila::ErrorCode)]
enum Empty {}

#[test]
fn a_condition_is_answered_by_the_code_for_it_or_for_a_more_general_one() {
    fn check(condition: Condition, [full, sparse, empty]: [(u16, &str); 3]) {
        let expect = |catalog, (status, code): (u16, &str)| {
            assert_eq!(
                answer(condition, catalog),
                (status, code.to_owned()),
                "{condition}"
            );
        };
        expect(Full::CATALOG, full);
        expect(Sparse::CATALOG, sparse);
        expect(Empty::CATALOG, empty);
    }
    let malformed = (400, "malformed");
    let (bad, unprocessable) = ((400, "bad_request"), (422, "unprocessable_content"));
    check(Condition::BadRequest, [malformed, malformed, bad]);
    check(Condition::InvalidJson, [malformed, malformed, bad]);
    check(
        Condition::Validation,
        [(422, "invalid"), malformed, unprocessable],
    );
    check(
        Condition::WrongType,
        [(422, "invalid"), malformed, unprocessable],
    );
    check(
        Condition::UnknownField,
        [(400, "unknown_member"), malformed, unprocessable],
    );
    let conflict = (409, "conflict");
    check(Condition::Conflict, [malformed, conflict, conflict]);
    let unavailable = (503, "service_unavailable");
    check(
        Condition::Overloaded,
        [(503, "closed"), unavailable, unavailable],
    );
    let timeout = (504, "gateway_timeout");
    check(Condition::Timeout, [(503, "closed"), timeout, timeout]);
    let internal = (500, "internal_server_error");
    check(Condition::Internal, [(500, "broken"), internal, internal]);
    check(Condition::Panic, [(500, "broken"), internal, internal]);
    let not_found = (404, "not_found");
    check(Condition::RouteNotFound, [not_found; 3]);
}

#[test]
fn conditions_are_named_in_a_list_or_one_by_one() {
    #[derive(manila::ErrorCode)]
    enum Named {
        #[error_code(
            status = 404,
            message = "No.",
            condition = "gone",
            condition = "forbidden"
        )]
        #[error_code(condition = ["conflict", "route_not_found"])]
        No,
    }
    for condition in [
        Condition::Gone,
        Condition::Forbidden,
        Condition::Conflict,
        Condition::RouteNotFound,
    ] {
        assert_eq!(Named::CATALOG.condition(condition), Some(Named::No.code()));
    }
}

#[test]
fn the_catalog_tells_which_code_is_named_for_a_condition() {
    let catalog = Full::CATALOG;
    assert_eq!(
        catalog.condition(Condition::Conflict),
        Some(Full::Malformed.code())
    );
    assert_eq!(
        catalog.condition(Condition::Internal),
        Some(Full::Broken.code())
    );
    assert_eq!(catalog.condition(Condition::Panic), None);
    assert_eq!(
        catalog.code_for(Condition::Panic),
        Some(Full::Broken.code())
    );
    assert_eq!(catalog.code_for(Condition::Gone), None);
    assert_eq!(Empty::CATALOG.code_for(Condition::Internal), None);
}

#[test]
fn a_foreign_response_is_taken_for_exactly_one_condition() {
    let of = |status, catalog| {
        let envelopes = manila::Envelopes::ok_error().catalog(catalog);
        let rendered = envelopes.render(&Fault::foreign(status), None);
        (rendered.status(), rendered.code().to_owned())
    };
    assert_eq!(of(422, Full::CATALOG), (422, "invalid".to_owned()));
    assert_eq!(
        of(422, Sparse::CATALOG),
        (422, "unprocessable_content".to_owned())
    );
    assert_eq!(of(409, Full::CATALOG), (400, "malformed".to_owned()));
    assert_eq!(of(418, Full::CATALOG), (418, "http_418".to_owned()));
}

#[test]
fn the_default_code_is_that_of_foreign_errors() {
    let fault = std::io::Error::other("the disk is full").into_fault();
    let envelopes = manila::Envelopes::ok_error().catalog(Full::CATALOG);
    let rendered = envelopes.render(&fault, None);
    assert_eq!((rendered.status(), rendered.code()), (500, "broken"));
}

/// A condition of an enum of its own, in a service of another catalog.
#[test]
fn an_internal_variant_is_answered_by_its_own_catalog_then_the_services_then_http() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Mute {
        #[error("hidden")]
        #[error_code(internal)]
        Hidden,
    }
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Own {
        #[error("hidden")]
        #[error_code(internal)]
        Hidden,
        #[error("broken")]
        #[error_code(status = 500, condition = "internal")]
        OwnTrouble,
    }
    #[derive(Debug, manila::ErrorCode)]
    #[error_code(case = "SCREAMING_SNAKE_CASE")]
    enum Loud {}

    let code = |fault: Fault, services: Option<&'static manila::Catalog>| {
        let mut envelopes = manila::Envelopes::ok_error();
        if let Some(catalog) = services {
            envelopes = envelopes.catalog(catalog);
        }
        envelopes.render(&fault, None).code().to_owned()
    };
    let (mute, own) = (|| Mute::Hidden.fault(), || Own::Hidden.fault());
    assert_eq!(code(mute(), Some(Full::CATALOG)), "broken");
    assert_eq!(code(mute(), Some(Sparse::CATALOG)), "internal_server_error");
    assert_eq!(code(mute(), Some(Loud::CATALOG)), "INTERNAL_SERVER_ERROR");
    assert_eq!(code(mute(), None), "internal_server_error");
    assert_eq!(code(own(), Some(Full::CATALOG)), "own_trouble");
    assert_eq!(code(own(), None), "own_trouble");
    let raised = Fault::condition_of(Mute::CATALOG, Condition::Conflict);
    assert_eq!(code(raised, Some(Full::CATALOG)), "malformed");
}
