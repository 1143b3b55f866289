//! A function of the service's own that says which fault an error is.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::fault::Fault;

type Judge = dyn Fn(&(dyn Error + 'static)) -> Option<Fault> + Send + Sync;

/// Says which fault an error of a service is.
#[derive(Clone)]
pub(super) struct JudgeError(pub(super) Arc<Judge>);

impl fmt::Debug for JudgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JudgeError").finish_non_exhaustive()
    }
}
