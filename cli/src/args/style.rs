//! The styles by name.

use clap::ValueEnum;

/// The envelope of a service's errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StyleName {
    /// `{"ok":false,"error":{…}}`
    OkError,
    /// JSON:API 1.1.
    JsonApi,
    /// `{"code":-403,"data":…}`
    CodeData,
    /// RFC 9457.
    Problem,
}
