//! Facts of HTTP that know no fault.

pub(crate) mod header;
mod invalid_setting;
pub(crate) mod media_type;
pub(crate) mod request_id;
pub(crate) mod status;

pub use self::invalid_setting::InvalidSetting;
