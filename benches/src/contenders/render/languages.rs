//! `{"ok":false,"error":{…}}` in another language than the catalog's: a sentence that is the same each time,
//! and one with a number and a plural in it.

use std::sync::Arc;

use http::StatusCode;
use manila::adapter::{Renderer, RequestContext};
use manila::translate::Locale;
use manila::{Envelopes, Fault, IntoFault as _};
use manila_fluent::Translations;

use super::{JSON, contender, respond};
use crate::contenders::errors::PlanError;
use crate::measure::Runs;
use crate::work::{Body, Expected, Work};

const GERMAN: &str = "
PLAN_LIMIT_EXCEEDED = Das Limit des Tarifs ist erreicht.
TOO_MANY_APPS = { $limit ->
    [one] Der Tarif hat nur eine App.
   *[other] Der Tarif hat nur { $limit } Apps.
}
";

const FIXED: &str = concat!(
    r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","#,
    r#""message":"Das Limit des Tarifs ist erreicht."}}"#
);

const FILLED: &str = concat!(
    r#"{"ok":false,"error":{"code":"TOO_MANY_APPS","message":"Der Tarif hat nur 3 Apps.","#,
    r#""details":{"limit":3,"used":3,"plan":"free"}}}"#
);

pub(super) fn fixed() -> Work {
    work("render: another language", FIXED, || {
        PlanError::PlanLimitExceeded.into_fault()
    })
}

pub(super) fn filled() -> Work {
    work("render: another language, a plural", FILLED, || {
        let apps = PlanError::TooManyApps {
            limit: 3,
            used: 3,
            plan: "free",
        };
        apps.into_fault()
    })
}

fn work(name: &'static str, body: &'static str, make: fn() -> Fault) -> Work {
    let expected = Expected {
        status: 402,
        body: Body::Json(body.into()),
        header: &[("content-type", "application/json")],
    };
    let built = Translations::builder(PlanError::CATALOG).locale("de", [GERMAN]);
    // Where they cannot be read, the body is not the expected one.
    let envelopes = Envelopes::ok_error().catalog(PlanError::CATALOG);
    let envelopes = match built.build() {
        Ok(translations) => envelopes.shared_translations(Arc::new(translations)),
        Err(_) => envelopes,
    };
    let renderer = Renderer::new(envelopes);
    Work {
        name: name.into(),
        runs: Runs::warm(2000),
        contenders: vec![
            contender("limit", &expected, move || {
                respond(StatusCode::PAYMENT_REQUIRED, JSON, body)
            }),
            contender("manila", &expected, move || {
                let request = RequestContext::default().with_locale(Locale::new(1));
                let rendered = renderer.render(&make(), &request);
                let status = StatusCode::from_u16(rendered.status()).unwrap_or_default();
                respond(status, JSON, rendered.into_body())
            }),
        ],
    }
}
