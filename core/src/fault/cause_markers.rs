//! How a value becomes a [`Cause`](crate::Cause): the markers of [`IntoCause`](crate::IntoCause).
//!
//! They keep the implementations apart, as an error type may some day be what another of them speaks
//! of. The compiler infers the one that fits; nobody has to name them.

/// The error is kept itself.
#[derive(Debug)]
pub enum ByValue {}

/// What points to the error is kept: a `Box`, an `anyhow::Error`, an `eyre::Report`.
#[derive(Debug)]
pub enum ByPointer {}

/// The text of the error and of its sources is kept, as the error cannot be sent to another thread.
#[derive(Debug)]
pub enum ByChain {}

/// The value is a text.
#[derive(Debug)]
pub enum ByText {}
