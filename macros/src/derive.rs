//! `#[derive(ErrorCode)]`

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::expand::{impls, stubs};
use crate::read::read;

pub(crate) fn expand(input: DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let code_enum = read(input, &mut errors);
    if errors.is_empty() {
        return impls(&code_enum);
    }
    let mut tokens = errors.into_compile_errors();
    tokens.extend(stubs(&code_enum));
    tokens
}
