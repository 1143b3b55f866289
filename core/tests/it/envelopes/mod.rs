//! What a fault looks like on the wire.

mod bodies;
mod bounds;
mod golden;
mod headers;
mod markdown;
mod remedies;

use manila::{Envelopes, Fault};

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

const ID: &str = "01900000-0000-7000-8000-000000000000";

fn styles() -> [Envelopes; 4] {
    let styles = [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ];
    styles.map(|envelopes| envelopes.catalog(ApiError::CATALOG))
}

fn body(fault: &Fault, envelopes: &Envelopes) -> String {
    let rendered = envelopes.render(fault, Some(ID));
    let body = String::from_utf8(rendered.into_body().to_vec()).unwrap();
    // Whatever else a test looks at, a body is JSON.
    let _: serde_json::Value = serde_json::from_str(&body).unwrap();
    body
}
