//! Bodies that are the same each time but for the id and the details are those that are written
//! whole.

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault};

manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }

fn text(rendered: &manila::Rendered) -> &str {
    str::from_utf8(rendered.body()).unwrap()
}

#[test]
fn a_body_is_the_same_however_often_it_is_asked_for() {
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::ok_error().catalog(ApiError::CATALOG),
        Envelopes::code_data(),
        Envelopes::code_data().catalog(ApiError::CATALOG),
        Envelopes::json_api(),
        Envelopes::json_api().catalog(ApiError::CATALOG),
        Envelopes::problem(),
        Envelopes::problem()
            .catalog(ApiError::CATALOG)
            .reference_url("https://docs.example/<errors>/"),
        Envelopes::ok_error().request_id_in_body(),
        Envelopes::ok_error()
            .catalog(ApiError::CATALOG)
            .request_id_in_body(),
        Envelopes::code_data().request_id_in_body(),
        Envelopes::problem().request_id_in_body(),
        Envelopes::json_api().catalog(ApiError::CATALOG).remedies(),
        Envelopes::code_data().catalog(ApiError::CATALOG).remedies(),
    ] {
        let renderer = Renderer::new(envelopes.clone());
        for fault in [
            ApiError::PlanLimitExceeded.fault(),
            ApiError::PlanLimitExceeded.fault().with_detail("limit", 5),
            ApiError::Conflict
                .fault()
                .with_detail("since", "a \"<day>\"")
                .with_detail("0", [0, 1]),
            ApiError::Conflict.fault(),
            Fault::condition(Condition::RouteNotFound),
            Fault::condition(Condition::Conflict).with_detail("text", "x".repeat(5_000)),
            Fault::condition(Condition::Panic),
            Fault::condition(Condition::Panic).with_detail("secret", 1),
            Fault::foreign(404),
            Fault::foreign(499),
            Fault::foreign(799),
        ] {
            for id in [
                "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949",
                "00000000-0000-0000-0000-000000000000",
                "0",
                "abc-123",
                "\"<script>\"",
                "\u{2028}",
            ] {
                let whole = envelopes.render(&fault, Some(id));
                assert!(!text(&whole).contains("secret"), "{}", text(&whole));
                for _ in 0..3 {
                    let filled = renderer.render(&fault, &RequestContext::new(Some(id)));
                    assert_eq!(text(&filled), text(&whole));
                    assert_eq!(filled.content_type(), whole.content_type());
                }
            }
        }
    }
}

#[test]
fn a_body_that_has_no_room_is_cut_however_often_it_is_asked_for() {
    for limit in [0, 100, 200] {
        let envelopes = Envelopes::json_api().body_limit(limit);
        let renderer = Renderer::new(envelopes.clone());
        let fault = Fault::condition(Condition::Conflict).with_detail("text", "x".repeat(90));
        for _ in 0..3 {
            let filled = renderer.render(&fault, &RequestContext::new(Some("abc")));
            assert_eq!(text(&filled), text(&envelopes.render(&fault, Some("abc"))));
        }
    }
}
