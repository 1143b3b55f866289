//! What the apps read.

use ::validator::Validate;
use manila::FieldNames;
use manila::validate::{Extracted, Input};
use serde::{Deserialize, Serialize};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub(super) enum ApiError {
    #[error("The request is not valid.")]
    #[error_code(status = 422, condition = "validation")]
    Invalid,
    #[error("This is no email address.")]
    #[error_code(status = 422, rule = "email")]
    InvalidEmail,
    #[error("This is not within the limits.")]
    #[error_code(status = 422, rule = "range")]
    OutOfRange,
    #[error("This is too long.")]
    #[error_code(status = 422, rule = "length")]
    Length,
    #[error("This is missing.")]
    #[error_code(status = 422, rule = "required")]
    Missing,
}

#[derive(Deserialize, ::garde::Validate, FieldNames)]
pub(super) struct Signup {
    #[garde(email)]
    email: String,
    #[garde(range(min = 18, max = 120))]
    age: u8,
    #[garde(length(max = 5), inner(length(max = 20)))]
    tags: Vec<String>,
    #[garde(dive)]
    address: Address,
}

#[derive(Deserialize, ::garde::Validate, Validate, FieldNames)]
pub(super) struct Address {
    #[garde(required)]
    #[validate(required)]
    city: Option<String>,
}

/// validator has no rule for the elements of a list of texts; each is a type of its own.
#[derive(Deserialize, Validate, FieldNames)]
pub(super) struct Newcomer {
    #[validate(email)]
    email: String,
    #[validate(range(min = 18, max = 120))]
    age: u8,
    #[validate(length(max = 5), nested)]
    tags: Vec<Tag>,
    #[validate(nested)]
    address: Address,
}

#[derive(Deserialize, Serialize, Validate, FieldNames)]
#[serde(transparent)]
pub(super) struct Tag {
    #[validate(length(max = 20))]
    text: String,
}

#[derive(Deserialize, ::garde::Validate, Validate, FieldNames)]
#[serde(rename_all = "camelCase")]
pub(super) struct Page {
    #[garde(range(max = 100))]
    #[validate(range(max = 100))]
    page_size: u8,
}

/// Read by eserde, checked by garde.
#[derive(::eserde::Deserialize, ::garde::Validate, FieldNames)]
#[serde(rename_all = "camelCase")]
pub(super) struct Whole {
    #[garde(email)]
    mail_address: String,
    #[garde(range(min = 18))]
    age: u8,
}

/// An extractor of the service's own.
pub(super) struct Header(Page);

impl Header {
    pub(super) fn read(value: &[u8]) -> Self {
        let page_size = str::from_utf8(value).unwrap().parse().unwrap();
        Self(Page { page_size })
    }
}

impl Extracted for Header {
    type Value = Page;
    const INPUT: Input = Input::Parameters;

    fn value(&self) -> &Page {
        &self.0
    }
}

/// The parts of a path, by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slug {
    pub(super) slug: String,
}
