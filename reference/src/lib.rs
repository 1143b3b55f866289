//! The error reference of a web API, made of its catalogs.
//!
//! A [`Reference`] is the settings; [`Reference::site`] makes the pages of them: an index of every code that can
//! be searched, a page for each code with the responses that a client gets, the same as Markdown and as data,
//! what can come from each operation, and what changed. The [`Site`] is
//!
//! - [files](Site::files) to publish, whose links are relative, so that they work from a folder as well as below
//!   any path of any host; and
//! - the [answer](Site::answer) to a request, for adapters that serve it from the program.
//!
//! Pages ask no other host for anything, contain no script and no style, and work without either.
//!
//! ```
//! use manila_reference::{Answer, Reference, Request};
//!
//! #[derive(Debug, thiserror::Error, manila::ErrorCode)]
//! #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
//! enum ApiError {
//!     /// The workspace uses everything that its plan includes.
//!     #[error("The plan's limit is reached.")]
//!     #[error_code(status = 402, client = "Offer a larger plan.")]
//!     PlanLimit,
//! }
//!
//! let site = Reference::new(ApiError::CATALOG).title("Plans").site();
//! assert!(site.files().any(|file| file.path() == "PLAN_LIMIT/index.html"));
//!
//! let request = Request::new("GET", "/PLAN_LIMIT").accept("text/markdown");
//! let Answer::Reply(reply) = site.answer(&request) else { unreachable!() };
//! assert_eq!(reply.status(), 200);
//! assert!(reply.body().starts_with(b"---\ncode: \"PLAN_LIMIT\"\n"));
//! ```
//!
//! # What it tells, and whom
//!
//! By default a reference is for the public: what a catalog has for the operators of the service (`server`,
//! `source` and `facts` of a code, and the reasons for which advice on it is silenced) is in no page, no file of
//! data and no search. [`Reference::for_operators`] makes one with all of it.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod accent;
mod accept;
mod answer;
mod book;
mod content;
mod entry;
mod error;
mod escape;
mod example;
mod format;
mod languages;
mod links;
mod logo;
mod operations;
mod page;
mod pages;
mod prose;
mod reference;
mod releases;
mod request;
mod route;
mod said;
mod settings;
mod site;
mod vocabulary;
mod volume;
mod wording;

#[cfg(feature = "changes")]
#[cfg_attr(docsrs, doc(cfg(feature = "changes")))]
pub use self::releases::Release;
pub use self::{
    answer::{Answer, Reply},
    error::Error,
    logo::Logo,
    reference::Reference,
    request::Request,
    site::{File, Site},
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
