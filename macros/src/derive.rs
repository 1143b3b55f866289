//! `#[derive(ErrorCode)]`

use proc_macro2::TokenStream;
use syn::DeriveInput;

use crate::expand::{impls, stubs};
use crate::log::Log;
use crate::read::read;

pub(crate) fn expand(input: DeriveInput) -> TokenStream {
    let mut log = Log::default();
    let code_enum = read(input, &mut log);
    if log.is_empty() {
        return impls(&code_enum);
    }
    let mut tokens = log.into_compile_errors();
    tokens.extend(stubs(&code_enum));
    tokens
}
