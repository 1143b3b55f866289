//! What becomes of responses behind an adapter that is not one of the workspace's: tables of cases,
//! without a framework.

mod adapter;
mod case;
mod errors;
mod markdown;
mod passed;
mod requests;

pub(crate) use self::{
    adapter::Layer,
    case::{Answer, answer, carried, request, runtime},
};
