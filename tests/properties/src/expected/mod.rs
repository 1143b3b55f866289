//! What the contract says of a fault, written down a second time.

mod body;
mod fields;
mod public;
mod resolve;

pub(crate) use self::{
    body::{Sentence, Shown, body},
    fields::{Fields, IMF_FIXDATE, add_fields, is_imf_fixdate},
    public::{Public, public},
    resolve::{Told, resolve},
};
