//! Facts of HTTP that know no fault: statuses, header fields, media types and request ids.
//!
//! Everything here is true of any service. No framework's types are used, as the two that Manila
//! supports have different ones; names and values are strings.

pub(crate) mod accept;
pub(crate) mod clock;
pub(crate) mod header;
mod invalid_setting;
pub(crate) mod media_type;
pub(crate) mod request_id;
pub(crate) mod status;

pub use self::invalid_setting::InvalidSetting;
pub(crate) use self::invalid_setting::{NOT_HTTP, header_setting};
