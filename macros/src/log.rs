//! Mistakes, all of them.

use proc_macro2::{Span, TokenStream};

/// Every mistake found so far.
#[derive(Default)]
pub(crate) struct Log {
    errors: Vec<syn::Error>,
}

impl Log {
    pub(crate) fn mistake(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// Notes a mistake that stopped a parser, and goes on without its output.
    pub(crate) fn take<T>(&mut self, parsed: syn::Result<T>) -> Option<T> {
        parsed.map_err(|error| self.errors.push(error)).ok()
    }

    pub(crate) fn len(&self) -> usize {
        self.errors.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.errors
            .into_iter()
            .map(syn::Error::into_compile_error)
            .collect()
    }
}
