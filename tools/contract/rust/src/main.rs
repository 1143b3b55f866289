//! Reads each error of the operation `createApp` with the types that progenitor makes of the document.
//!
//! A code narrows if the `match` below compiles: it has no wildcard, and the details of a code have their type.
//! That an error becomes the variant of its code is asserted with the document's own examples.

// The script writes the name that the document has for the errors of `createApp`.
include!("names.rs");

/// One style: where its document is, which errors to ask for, and where the details of one are.
macro_rules! style {
    ($style:ident, $document:literal, $error:ident => $errors:expr, $limit:expr, $name:expr) => {
        mod $style {
            progenitor::generate_api!(spec = $document, interface = Positional);

            use super::names::$style::Body;
            use super::names::$style::Error as CreateAppError;

            pub(super) async fn create(client: &Client, name: &str) -> Option<Body> {
                let app = types::NewApp { name: name.parse().ok()? };
                match client.create_app(&app).await {
                    Err(Error::ErrorResponse(response)) => Some(response.into_inner()),
                    _ => None,
                }
            }

            pub(super) fn code_of(body: Body) -> &'static str {
                use CreateAppError as E;
                let first: fn(Body) -> E = $errors;
                let $error = first(body);
                match $error {
                    E::PlanLimitExceededError($error) => {
                        let limit: i64 = $limit;
                        assert!(limit >= 0);
                        "PLAN_LIMIT_EXCEEDED"
                    }
                    E::PlanPausedError(_) => "PLAN_PAUSED",
                    E::AppNameTakenError($error) => {
                        let _: String = $name;
                        "APP_NAME_TAKEN"
                    }
                    E::ValidationFailedError(_) => "VALIDATION_FAILED",
                    E::SignInRequiredError(_) => "SIGN_IN_REQUIRED",
                    E::InternalError(_) => "INTERNAL",
                    E::BadRequestError(_) => "BAD_REQUEST",
                    E::ForbiddenError(_) => "FORBIDDEN",
                    E::MethodNotAllowedError(_) => "METHOD_NOT_ALLOWED",
                    E::NotAcceptableError(_) => "NOT_ACCEPTABLE",
                    E::RequestTimeoutError(_) => "REQUEST_TIMEOUT",
                    E::ContentTooLargeError(_) => "CONTENT_TOO_LARGE",
                    E::UnsupportedMediaTypeError(_) => "UNSUPPORTED_MEDIA_TYPE",
                    E::TooManyRequestsError(_) => "TOO_MANY_REQUESTS",
                    E::ServiceUnavailableError(_) => "SERVICE_UNAVAILABLE",
                    E::GatewayTimeoutError(_) => "GATEWAY_TIMEOUT",
                }
            }

            pub(super) fn check() -> usize {
                // To call the operation is compiled, not done.
                let _ = create;
                let document = include_str!(concat!("../", $document));
                let document: serde_json::Value = serde_json::from_str(document).expect("JSON");
                let mut read = 0;
                for key in ["4XX", "5XX"] {
                    let response = &document["paths"]["/apps"]["post"]["responses"][key];
                    for (name, body) in super::examples(&document, response) {
                        let Ok(body) = serde_json::from_value::<Body>(body.clone()) else {
                            panic!("{name} of {} cannot be read: {body}", stringify!($style));
                        };
                        assert_eq!(code_of(body).replace('_', "").to_lowercase(), name.to_lowercase());
                        read += 1;
                    }
                }
                read
            }
        }
    };
}

style!(ok_error, "documents/ok-error.json", error => |body: Body| body.error, error.details.limit, error.details.name);
style!(numbers, "documents/numbers.json", error => |body: Body| body.error, error.details.limit, error.details.name);
style!(problem, "documents/problem.json", error => |body: Body| body, error.details.limit, error.details.name);
style!(code_data, "documents/code-data.json", error => |body: Body| body, error.data.details.limit, error.data.details.name);
style!(json_api, "documents/json-api.json", error => |body: Body| body.errors.into_iter().next().expect("one"), error.meta.limit, error.meta.name);

/// The examples of a response, by their names; each is of one code.
fn examples<'d>(
    document: &'d serde_json::Value,
    response: &'d serde_json::Value,
) -> Vec<(&'d str, &'d serde_json::Value)> {
    let follow = |value: &'d serde_json::Value| match value["$ref"].as_str() {
        Some(at) => document.pointer(&at[1..]).expect("a component"),
        None => value,
    };
    let content = &follow(response)["content"];
    let media = content.as_object().into_iter().flat_map(|content| content.values());
    let examples = media.filter_map(|media| media["examples"].as_object()).flatten();
    examples.map(|(name, example)| (name.as_str(), &follow(example)["value"])).collect()
}

fn main() {
    let checks = [
        ("ok-error", ok_error::check()),
        ("ok-error with numbers", numbers::check()),
        ("problem", problem::check()),
        ("code-data", code_data::check()),
        ("json-api", json_api::check()),
    ];
    for (style, read) in checks {
        assert!(read > 15, "{style} has {read} examples");
        println!("{style}: {read} examples became the variant of their code");
    }
}
