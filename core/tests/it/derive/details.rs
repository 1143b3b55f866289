//! The data that travels with an error.

use std::collections::HashMap;

use manila::DetailType;
use serde::{Serialize, Serializer};
use serde_json::json;

use super::error;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(details_case = "camelCase")]
enum ApiError {
    #[error("The limit is reached.")]
    #[error_code(status = 402)]
    Limit {
        #[error_code(detail)]
        most_apps: u32,
        #[error_code(detail, rename = "plan_name")]
        plan: &'static str,
        #[error_code(detail)]
        until_2030: Option<bool>,
        internal_id: u64,
    },

    #[error("pair")]
    #[error_code(status = 409)]
    Pair(u8, #[error_code(detail, rename = "second")] Second),

    #[error("the shard {shard} is gone")]
    #[error_code(status = 503)]
    Gone {
        #[error_code(detail)]
        region: &'static str,
        shard: u32,
    },

    #[error("odd")]
    #[error_code(status = 400)]
    Odd {
        #[error_code(detail)]
        odd: Unserializable,
        #[error_code(detail)]
        even: u8,
    },
}

#[derive(Debug, Serialize)]
struct Second {
    first_name: &'static str,
}

#[derive(Debug)]
struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("never"))
    }
}

#[test]
fn fields_marked_so_travel_as_details() {
    let limit = ApiError::Limit {
        most_apps: 5,
        plan: "gold",
        until_2030: None,
        internal_id: 77,
    };
    assert_eq!(limit.to_string(), "The limit is reached.");
    assert_eq!(
        error(limit)["details"],
        json!({"mostApps": 5, "plan_name": "gold", "until2030": null}),
    );
    let pair = ApiError::Pair(1, Second { first_name: "Ada" });
    // The case is for the names of fields, not for what is in them.
    assert_eq!(
        error(pair)["details"],
        json!({"second": {"first_name": "Ada"}})
    );
}

#[test]
fn a_4xx_shows_every_detail_and_a_5xx_those_that_are_declared() {
    let fault = ApiError::Pair(1, Second { first_name: "Ada" }).fault();
    let details = error(fault.with_detail("others", [1, 2]))["details"].take();
    assert_eq!(
        details,
        json!({"second": {"first_name": "Ada"}, "others": [1, 2]})
    );

    let gone = || ApiError::Gone {
        region: "eu",
        shard: 12,
    };
    let fault = gone()
        .fault()
        .with_detail("others", 1)
        .with_detail("region", "us");
    assert_eq!(error(fault)["details"], json!({"region": "us"}));
    assert_eq!(error(gone())["details"], json!({"region": "eu"}));
}

#[test]
fn a_detail_that_does_not_serialize_is_left_out() {
    let odd = ApiError::Odd {
        odd: Unserializable,
        even: 2,
    };
    assert_eq!(
        error(odd),
        json!({"code": "odd", "message": "odd", "details": {"even": 2}}),
    );
}

#[test]
fn details_are_spelled_as_the_enum_says() {
    macro_rules! spelled {
        ($($name:ident $(in $case:literal)? => $detail:literal,)+) => {
            $({
                #[derive(manila::ErrorCode)]
                $(#[error_code(details_case = $case)])?
                enum $name {
                    #[error_code(status = 500)]
                    Failed {
                        #[error_code(detail)]
                        retry_at2: u8,
                    },
                }
                let details = error($name::Failed { retry_at2: 5 })["details"].take();
                assert_eq!(details, json!({ $detail: 5 }));
                assert!($name::CATALOG.codes()[0].declares($detail));
            })+
        };
    }
    spelled! {
        AsWritten => "retry_at2",
        Camel in "camelCase" => "retryAt2",
        Snake in "snake_case" => "retry_at2",
        Screaming in "SCREAMING_SNAKE_CASE" => "RETRY_AT2",
        Pascal in "PascalCase" => "RetryAt2",
        Kebab in "kebab-case" => "retry-at2",
    }
}

#[test]
fn the_type_of_a_detail_is_told_by_that_of_its_field() {
    macro_rules! typed {
        ($($field:ident: $ty:ty => $kind:ident,)+) => {
            #[derive(manila::ErrorCode)]
            #[expect(dead_code, reason = "its catalog is what is looked at")]
            enum Typed<'a> {
                #[error_code(status = 500)]
                Failed { $(#[error_code(detail)] $field: $ty,)+ },
            }
            let details = Typed::CATALOG.codes()[0].details();
            let kinds: Vec<_> = details.iter().map(|detail| (detail.name(), detail.kind())).collect();
            assert_eq!(kinds, [$((stringify!($field), DetailType::$kind)),+]);
        };
    }
    typed! {
        unsigned: u64 => Integer,
        signed: Option<i8> => Integer,
        float: f32 => Number,
        flag: bool => Boolean,
        owned: String => String,
        borrowed: &'a str => String,
        boxed: Box<str> => String,
        letter: char => String,
        list: Vec<u8> => Array,
        slice: &'a [u8] => Array,
        array: [u8; 4] => Array,
        map: HashMap<String, u8> => Object,
        sorted: std::collections::BTreeMap<String, u8> => Object,
        pair: (u8, u8) => Any,
        other: Second => Any,
    }
}
