//! The page on OpenAPI documents, whose code is compiled from here.
#![doc = include_str!("../../../docs/openapi-rust.md")]
