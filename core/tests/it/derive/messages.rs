//! What a client is told, and what stays inside.

use manila::{Envelopes, Fault, Status};

use super::{body, error, rendered};
use crate::support::logged;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("display {secret}")]
    #[error_code(status = 400, message = "The attribute's sentence.")]
    Attribute { secret: u32 },

    #[error("Display says {shown}.")]
    #[error_code(status = 400)]
    Displayed { shown: u32 },

    #[error("A sentence that never varies.")]
    #[error_code(status = 400)]
    Fixed,

    #[error("Half {{braces}}.")]
    #[error_code(status = 400)]
    Braces,

    #[error("the database at 10.0.0.1 is gone")]
    #[error_code(status = 500)]
    Broken,

    #[error("the database at {address} is gone")]
    #[error_code(status = 503, message = "Come back later.")]
    Closed { address: &'static str },

    #[error("the plan {secret} includes too little")]
    #[error_code(status = 402, message = "The plan { $name } includes { $limit } apps.")]
    Filled {
        secret: u32,
        #[error_code(detail)]
        name: &'static str,
        #[error_code(detail)]
        limit: u32,
    },

    #[error("the plan is too small")]
    #[error_code(status = 402, message = "{$name} { and {  $limit} apps { $name}.")]
    FilledWithoutBlanks {
        #[error_code(detail)]
        name: &'static str,
        #[error_code(detail)]
        limit: u32,
    },

    #[error("Down for maintenance.")]
    #[error_code(status = 503, message)]
    Maintenance,

    #[error("The shard {shard} is down until {until}.")]
    #[error_code(status = 503, message)]
    ShardDown {
        #[error_code(detail)]
        shard: &'static str,
        #[error_code(detail, rename = "restart")]
        until: &'static str,
        address: &'static str,
    },

    #[error("That is no number.")]
    #[error_code(status = 400, message)]
    NoNumber(#[from] std::num::ParseIntError),

    #[error("Both say the same.")]
    #[error_code(statuses = [409, 503], message)]
    Both,

    #[error("Display of a code with two statuses")]
    #[error_code(status = [409, 503])]
    Either,
}

fn message(of: ApiError) -> String {
    error(of)["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_4xx_shows_its_message_or_else_its_display() {
    assert_eq!(
        message(ApiError::Attribute { secret: 5 }),
        "The attribute's sentence."
    );
    assert_eq!(message(ApiError::Displayed { shown: 5 }), "Display says 5.");
    assert_eq!(message(ApiError::Fixed), "A sentence that never varies.");
    assert_eq!(message(ApiError::Braces), "Half {braces}.");
}

#[test]
fn a_5xx_shows_its_message_or_else_its_title() {
    assert_eq!(message(ApiError::Broken), "Broken");
    assert_eq!(
        message(ApiError::Closed {
            address: "10.0.0.1"
        }),
        "Come back later."
    );
}

#[test]
fn a_text_that_is_for_clients_is_sent_in_every_style() {
    let no_number = || ApiError::from("x".parse::<u8>().unwrap_err());
    let down = || ApiError::ShardDown {
        shard: "eu <1>",
        until: "noon",
        address: "10.0.0.1",
    };
    let both = || {
        let fault = ApiError::Both.fault();
        fault.with_status(Status::new(503).unwrap())
    };
    type Make = fn(&Fault) -> (u16, String);
    let messages: [Make; 4] = [
        |fault| said(&Envelopes::ok_error(), fault, "/error/message"),
        |fault| said(&Envelopes::json_api(), fault, "/errors/0/detail"),
        |fault| {
            let data = said(&Envelopes::code_data(), fault, "/data/message");
            match data.1.is_empty() {
                true => said(&Envelopes::code_data(), fault, "/data"),
                false => data,
            }
        },
        |fault| said(&Envelopes::problem(), fault, "/detail"),
    ];
    for message in messages {
        let check = |fault: &Fault, status, text: &str| {
            assert_eq!(message(fault), (status, text.to_owned()));
        };
        check(&ApiError::Maintenance.fault(), 503, "Down for maintenance.");
        check(&down().fault(), 503, "The shard eu <1> is down until noon.");
        check(&no_number().fault(), 400, "That is no number.");
        check(&ApiError::Both.fault(), 409, "Both say the same.");
        check(&both(), 503, "Both say the same.");
    }
    // The code's own text is there without an occurrence as well.
    assert_eq!(
        ApiError::CATALOG.find("shard_down").unwrap().message(),
        Some("The shard { $shard } is down until { $restart }.")
    );
}

#[test]
fn the_log_has_what_a_text_for_clients_leaves_out() {
    let told = |fault: &Fault| {
        let ((), causes) = logged("cause", || rendered(fault).log(fault, "abc-123", None));
        causes.into_iter().next()
    };
    let down = ApiError::Maintenance.fault();
    // Everybody has read it, so that there is nothing to keep.
    assert!(down.cause().is_none());
    assert_eq!(told(&down).as_deref(), Some("Down for maintenance."));
    let shard = ApiError::ShardDown {
        shard: "eu",
        until: "noon",
        address: "10.0.0.1",
    };
    let told_of_shard = told(&shard.fault()).unwrap();
    assert!(told_of_shard.starts_with("The shard eu is down until noon."));
    let no_number = ApiError::from("x".parse::<u8>().unwrap_err()).fault();
    assert_eq!(
        told(&no_number).as_deref(),
        Some("That is no number.: invalid digit found in string")
    );
}

/// The status, and the text at a place of the body.
fn said(envelopes: &Envelopes, fault: &Fault, pointer: &str) -> (u16, String) {
    let rendered = envelopes.render(fault, None);
    let body = body(&rendered);
    let text = body.pointer(pointer).and_then(|text| text.as_str());
    (rendered.status(), text.unwrap_or_default().to_owned())
}

#[test]
fn a_display_that_never_varies_belongs_to_the_catalog() {
    let message = |error: ApiError| error.code().message();
    assert_eq!(
        message(ApiError::Fixed),
        Some("A sentence that never varies.")
    );
    // As a 503 it was written for the log.
    assert_eq!(message(ApiError::Either), None);
    assert_eq!(
        message(ApiError::Attribute { secret: 5 }),
        Some("The attribute's sentence.")
    );
    assert_eq!(message(ApiError::Displayed { shown: 5 }), None);
    // It was written for the log.
    assert_eq!(message(ApiError::Broken), None);
}

#[test]
fn placeholders_are_filled_from_the_details() {
    let filled = ApiError::Filled {
        secret: 7,
        name: "gold",
        limit: 5,
    };
    assert_eq!(message(filled), "The plan gold includes 5 apps.");
    let filled = ApiError::FilledWithoutBlanks {
        name: "gold",
        limit: 5,
    };
    assert_eq!(message(filled), "gold { and 5 apps gold.");
}

#[test]
fn a_sentence_about_one_occurrence_replaces_that_of_a_4xx_alone() {
    let told = |fault: Fault| error(fault.with_message("This once."))["message"].clone();
    assert_eq!(told(ApiError::Fixed.fault()), "This once.");
    assert_eq!(told(ApiError::Displayed { shown: 5 }.fault()), "This once.");
    assert_eq!(told(ApiError::Broken.fault()), "Broken");
    assert_eq!(
        told(
            ApiError::Closed {
                address: "10.0.0.1"
            }
            .fault()
        ),
        "Come back later."
    );
}

#[test]
fn a_5xx_hides_its_display_in_every_style() {
    let styles = [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ];
    for envelopes in styles {
        for error in [
            ApiError::Broken,
            ApiError::Closed {
                address: "10.0.0.1",
            },
        ] {
            let rendered = envelopes.render(&error.fault(), None);
            let body = String::from_utf8_lossy(rendered.body()).into_owned();
            assert!(
                !body.contains("10.0.0.1") && !body.contains("database"),
                "{body}"
            );
        }
    }
}

#[test]
fn another_status_of_the_code_decides_what_is_shown() {
    let either = rendered(&ApiError::Either.fault());
    assert_eq!(either.status(), 409);
    assert_eq!(
        body(&either)["error"]["message"],
        "Display of a code with two statuses"
    );

    let fault = ApiError::Either.fault().with_message("This once.");
    let closed = rendered(&fault.with_status(Status::new(503).unwrap()));
    assert_eq!(closed.status(), 503);
    assert_eq!(body(&closed)["error"]["message"], "Either");
}

#[test]
fn a_status_that_the_code_does_not_declare_is_not_taken() {
    let fault = ApiError::Either
        .fault()
        .with_status(Status::new(404).unwrap());
    assert_eq!(rendered(&fault).status(), 409);
}
