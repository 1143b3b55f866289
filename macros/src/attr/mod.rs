//! What stands in attributes.

mod foreign;
mod name;
mod setting;
mod settings;
mod value;

pub(crate) use self::foreign::{
    display_text, doc_text, fixed_display, forwards, marks_source, may_show,
};
pub(crate) use self::setting::Setting;
pub(crate) use self::settings::{Key, Settings};
