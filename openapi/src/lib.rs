//! The errors of a web API as OpenAPI and JSON Schema.
//!
//! A [`Contract`] is made of what a service answers with: its catalogs and its style. It has a schema for
//! each code, and completes an OpenAPI document of any origin with the responses of each operation: those of
//! the codes that the operation can come with, and those that the framework answers by itself (an unknown
//! route, a body that is too large, a panic). Everything that an operation declares already stays as it is.
//!
//! ```
//! use manila_openapi::Contract;
//! use serde_json::json;
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402, operations = ["POST /apps"])]
//!     PlanLimitExceeded,
//! }
//!
//! let mut document = json!({
//!     "openapi": "3.1.0",
//!     "info": { "title": "Plans", "version": "1.0.0" },
//!     "paths": { "/apps": { "post": { "responses": { "201": { "description": "Created" } } } } },
//! });
//! let report = Contract::new(ApiError::CATALOG).complete(&mut document).unwrap();
//! assert_eq!(report.operations(), 1);
//!
//! let responses = &document["paths"]["/apps"]["post"]["responses"];
//! assert_eq!(responses["201"], json!({ "description": "Created" }));
//! assert_eq!(responses["402"], json!({ "$ref": "#/components/responses/PlanLimitExceeded" }));
//! let code = &document["components"]["schemas"]["PlanLimitExceededError"]["properties"]["code"];
//! assert_eq!(code["const"], "PLAN_LIMIT_EXCEEDED");
//! ```
//!
//! # Marks, for bindings
//!
//! A library that makes OpenAPI documents of handlers knows which enum of codes a handler returns, and nothing
//! of the service's style. Its binding leaves a [mark](mark_of) on the operation, which
//! [`complete`](Contract::complete) reads and removes:
//!
//! - as the member [`MARK`] of the operation, or
//! - as the member [`MARK`] of one of its responses, under whatever key: such a response carries the mark
//!   alone, and is removed with it; or
//! - as a member of `responses` whose name begins with [`MARK`], so that marks of several enums do not replace
//!   each other: `x-manila-codes-plans`.
//!
//! A mark is an object with the name of a `catalog`, which the contract has to have, and the names of `codes`,
//! if it is not all of them that can come from the operation; or an array of such objects. An operation
//! without a mark has the codes of every catalog, unless [`only_marked`](Contract::only_marked) says otherwise.

#[doc(hidden)]
pub mod bindings;
mod complete;
mod components;
mod conditions;
mod contract;
mod document;
mod error;
mod example;
mod field;
mod json_schema;
mod kinds;
mod mark;
mod operations;
mod options;
mod overlay;
mod plan;
mod report;
mod response;
mod schema;
mod shape;
mod unions;
mod walk;

pub use self::{
    contract::Contract,
    error::Error,
    mark::{MARK, mark_of, mark_of_codes},
    options::{Layout, OpenApiVersion},
    report::Report,
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
