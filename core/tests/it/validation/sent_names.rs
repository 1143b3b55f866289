//! The places of broken rules in the document that the value was read from.

use std::collections::BTreeMap;

use manila::extract::{KeepBody, MediaType, SentBody, form, json as read_json};
use manila::validate::{Input, garde, validator};
use manila::{Fault, FieldNames};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::violations;

/// The same types for either validator.
macro_rules! types {
    ($module:ident, $validator:ident, $email:meta, $age:meta, $nested:meta) => {
        mod $module {
            use $validator::Validate;

            #[derive(Debug, serde::Deserialize, Validate, manila::FieldNames)]
            #[serde(rename_all = "camelCase")]
            pub(super) struct Account {
                #[serde(alias = "mail", alias = "e-mail")]
                #[$email]
                email_address: String,
                #[serde(default)]
                #[$age]
                age: u8,
                #[serde(default, alias = "places")]
                #[$nested]
                seats: Vec<Seat>,
            }

            #[derive(Debug, serde::Deserialize, Validate, manila::FieldNames)]
            pub(super) struct Seat {
                #[serde(default, alias = "r#row")]
                #[$age]
                row: u8,
            }
        }
    };
}

types!(
    with_garde,
    garde,
    garde(email),
    garde(range(min = 18)),
    garde(dive)
);
types!(
    with_validator,
    validator,
    validate(email),
    validate(range(min = 18)),
    validate(nested)
);

async fn checked<T: DeserializeOwned>(
    of: MediaType,
    body: &'static str,
    check: impl Fn(&T) -> Result<(), Fault>,
) -> Vec<(Value, Value)> {
    let read = async {
        let body = bytes::Bytes::from_static(body.as_bytes());
        SentBody::offer(of, &body);
        // An extractor of one's own may go on.
        tokio::task::yield_now().await;
        match of {
            MediaType::Json => read_json::<T>(&body).unwrap(),
            _ => form::<T>(&body).unwrap(),
        }
    };
    let (value, sent) = KeepBody::new(read).await;
    let fault = SentBody::during(sent, || check(&value)).unwrap_err();
    // The next check knows nothing of the body.
    let without = check(&value).unwrap_err();
    assert_eq!(without.violations().len(), fault.violations().len());
    violations(&fault)
        .into_iter()
        .map(|violation| (violation["pointer"].clone(), violation["details"].clone()))
        .collect()
}

async fn check(of: MediaType, body: &'static str, expected: &[(&str, Value)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(place, details)| (json!(place), details.clone()))
        .collect();
    let by_garde =
        checked::<with_garde::Account>(of, body, |value| garde(value, &(), Input::Body)).await;
    assert_eq!(by_garde, expected, "{body}");
    let by_validator =
        checked::<with_validator::Account>(of, body, |value| validator(value, Input::Body)).await;
    assert_eq!(by_validator, expected, "{body}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_place_has_the_name_that_was_sent() {
    let min = || json!({"min": 18});
    let of = MediaType::Json;
    for (body, place) in [
        (r#"{"mail":"x","age":20}"#, "/mail"),
        (r#"{"age":20,"e-mail":"x"}"#, "/e-mail"),
        (r#"{"emailAddress":"x","age":20}"#, "/emailAddress"),
    ] {
        check(of, body, &[(place, Value::Null)]).await;
    }
    check(
        of,
        r#"{"mail":"x","age":7,"places":[{"row":20},{"r#row":7}]}"#,
        &[
            ("/mail", Value::Null),
            ("/age", min()),
            ("/places/1/r#row", min()),
        ],
    )
    .await;
    check(
        MediaType::Form,
        "e-mail=x&age=7",
        &[("/e-mail", Value::Null), ("/age", min())],
    )
    .await;
}

#[tokio::test(flavor = "current_thread")]
async fn what_was_not_sent_is_told_at_the_object_that_lacks_it() {
    let age = || json!({"member": "age", "min": 18});
    check(MediaType::Json, r#"{"mail":"a@b.cd"}"#, &[("", age())]).await;
    check(MediaType::Form, "mail=a@b.cd", &[("", age())]).await;
    check(
        MediaType::Json,
        r#"{"mail":"a@b.cd","age":20,"seats":[{"row":20},{}]}"#,
        &[("/seats/1", json!({"member": "row", "min": 18}))],
    )
    .await;
}

#[tokio::test(flavor = "current_thread")]
async fn the_key_of_a_map_is_data() {
    #[derive(Debug, Deserialize, garde::Validate, FieldNames)]
    #[serde(transparent)]
    struct Limits {
        #[garde(dive)]
        limits: BTreeMap<String, with_garde::Seat>,
    }
    let body = r#"{"r#type":{"row":1},"7":{"row":2},"a/b":{}}"#;
    let told = checked::<Limits>(MediaType::Json, body, |value| {
        garde(value, &(), Input::Body)
    });
    let places: Vec<_> = told.await.into_iter().map(|(place, _)| place).collect();
    let mut expected = ["/7/row", "/a~1b", "/r#type/row"].map(|place| json!(place));
    let mut places = places;
    places.sort_by_key(ToString::to_string);
    expected.sort_by_key(ToString::to_string);
    assert_eq!(places, expected);
}
