use std::fmt::Debug;

use serde::Serialize;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum Typed<T: Serialize + Debug + 'static, E>
where
    E: std::error::Error + 'static,
{
    #[error("{value:?} is out of range.")]
    #[error_code(status = 422)]
    OutOfRange {
        #[error_code(detail)]
        value: T,
    },
    #[error("the store failed")]
    #[error_code(status = 503)]
    Store(#[source] E),
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum Borrowed<'a, const N: usize> {
    #[error("No plan is called {name}.")]
    #[error_code(status = 404)]
    NoPlan {
        #[error_code(detail)]
        name: &'a str,
    },
    #[error("Pick one of them.")]
    #[error_code(status = 400)]
    Ambiguous(#[error_code(detail, rename = "names")] &'a [&'a str], [u8; N]),
}

#[derive(manila::ErrorCode)]
pub enum Handed<E: manila::IntoFault> {
    #[error_code(transparent)]
    Inner(E),
}

fn main() {
    let error = Typed::<_, std::io::Error>::OutOfRange { value: vec![1, 2] };
    assert_eq!(error.fault().http_status(), 422);
    let name = String::from("gold");
    let error: Borrowed<'_, 3> = Borrowed::NoPlan { name: &name };
    assert_eq!(error.code().name(), "no_plan");
    assert_eq!(Handed::Inner(error).fault().http_status(), 404);
}
