//! Errors whose type is hidden: boxed ones, and with a feature each those of `anyhow` and `eyre`.

use std::error::Error;

use super::IntoFault;
use crate::Condition;
use crate::fault::{Fault, error_chain};

macro_rules! hidden_errors {
    ($($(#[$about:meta])* $error:ty;)+) => {$(
        $(#[$about])*
        impl IntoFault for $error {
            fn into_fault(self) -> Fault {
                match told_by(&*self, self.downcast_ref()) {
                    Told::All(fault) => fault,
                    Told::Part(fault) => fault.because(self),
                }
            }

            fn to_fault(&self) -> Fault {
                match told_by(&**self, self.downcast_ref()) {
                    Told::All(fault) => fault,
                    Told::Part(fault) => fault.because_of(&**self),
                }
            }
        }
    )+};
}

hidden_errors! {
    /// A fault that is in the box, or among the sources of what is, stands for itself, with whatever is
    /// around it as the cause. Any other error is the service's own trouble: the condition `internal`,
    /// with the error for the log alone.
    Box<dyn Error + Send + Sync>;
    /// Like an error that is `Send` and `Sync`, but of the cause the text is kept.
    Box<dyn Error>;
    /// Like a boxed error; its contexts are part of the cause, and may be a fault.
    #[cfg(feature = "anyhow-1")]
    anyhow::Error;
    /// Like a boxed error; its contexts are part of the cause, and may be a fault.
    #[cfg(feature = "eyre-06")]
    eyre::Report;
}

enum Told {
    /// The fault is all that there is.
    All(Fault),
    /// The fault has the whole error as its cause.
    Part(Fault),
}

/// What an error tells, of which a context may be a fault that is no source.
#[track_caller]
fn told_by(error: &(dyn Error + 'static), context: Option<&Fault>) -> Told {
    if let Some(fault) = error.downcast_ref::<Fault>() {
        return Told::All(fault.clone());
    }
    let source = || error_chain(error).find_map(|error| error.downcast_ref::<Fault>());
    match context.or_else(source) {
        Some(fault) => Told::Part(fault.clone()),
        None => Told::Part(Fault::condition(Condition::Internal)),
    }
}
