//! A style of one's own, in one file: Acme's, which no other API has.
//!
//! ```json
//! {"fail":{"code":"RATE_LIMITED","http":429,"text":"…","severity":"info","advice":"after"},
//!  "trace":"01a1fca2-…","wait":2,"data":{"limit":5},
//!  "fields":[{"pointer":"/email","code":"TOO_LONG","text":"…","data":{"max":80}}]}
//! ```
//!
//! A success is `{"result":…,"trace":"01a1fca2-…"}`.

use manila::{
    Array, InvalidSetting, Object, PublicFault, PublicSuccess, PublicViolation, Source, Style,
    WireCode,
};

/// Acme's style.
pub(super) fn style() -> Result<Style, InvalidSetting> {
    Style::custom("application/vnd.acme.fail+json", write)?
        .wrap_success("application/vnd.acme.result+json", wrap)
}

fn wrap(success: &PublicSuccess<'_>, body: &mut Object<'_>) {
    success.write_data("result", body);
    body.string_if("trace", success.request_id());
}

fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    body.object("fail", |fail| write_code(fault, fail));
    body.string_if("trace", fault.request_id());
    let wait = fault.retry().and_then(|moment| moment.seconds());
    if let Some(seconds) = wait.and_then(|seconds| i64::try_from(seconds).ok()) {
        body.integer("wait", seconds);
    }
    if fault.has_details() {
        body.object("data", |data| fault.write_details(data));
    }
    if fault.violations().len() > 0 {
        body.array("fields", |fields| write_fields(fault, fields));
    }
    if let Some(count) = fault.truncated() {
        body.integer("more", count);
    }
}

/// What the catalog says of the code, and what this occurrence says.
fn write_code(fault: &PublicFault<'_>, fail: &mut Object<'_>) {
    put_code(fault.code(), fail);
    fail.integer("http", fault.status().into());
    fail.string("text", fault.message());
    let Some(code) = fault.catalog_code() else {
        return;
    };
    fail.string_if("section", code.section());
    fail.string_if("category", code.category());
    fail.string_if(
        "severity",
        code.severity().map(|severity| severity.as_str()),
    );
    fail.string_if("advice", code.retry().map(|retry| retry.as_str()));
}

fn write_fields(fault: &PublicFault<'_>, fields: &mut Array<'_>) {
    for violation in fault.violations() {
        fields.object(|field| write_field(&violation, field));
    }
}

fn write_field(violation: &PublicViolation<'_>, field: &mut Object<'_>) {
    match violation.source() {
        Some(Source::Pointer(pointer)) => field.string("pointer", pointer.as_str()),
        Some(Source::Parameter(name)) => field.string("parameter", name),
        Some(Source::Header(name)) => field.string("header", name),
        Some(_) | None => {}
    }
    put_code(&violation.code(), field);
    field.string("text", &violation.message());
    if violation.has_details() {
        field.object("data", |data| violation.write_details(data));
    }
}

fn put_code(code: &WireCode, object: &mut Object<'_>) {
    match code {
        WireCode::Name(name) => object.string("code", name),
        WireCode::Number(number) => object.integer("code", (*number).into()),
    }
}
