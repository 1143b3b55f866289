//! Facts of HTTP that know no fault.

pub(crate) mod header;
pub(crate) mod request_id;
pub(crate) mod status;
