//! What an error object of JSON-RPC is made of. Its number is chosen where the whole fault is known:
//! here violations may have been left out for want of room.

use manila::{Code, Condition, Object, PublicFault, WireCode, WriteStyle};

use super::public::write_public;

pub(crate) struct RpcStyle;

impl WriteStyle for RpcStyle {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        if let Some(number) = own_number(fault).filter(|number| *number < 0) {
            body.integer("number", number.into());
        }
        body.boolean("is_validation", is_validation(fault));
        body.string("message", fault.message());
        body.object("data", |data| write_public(fault, data));
    }
}

/// The number that the catalog has for the code, also where names are on the wire; HTTP's own codes
/// have one where the catalog's codes are numbers.
fn own_number(fault: &PublicFault<'_>) -> Option<i32> {
    match fault.code() {
        WireCode::Number(number) => Some(*number),
        WireCode::Name(_) => fault.catalog_code().and_then(Code::number),
    }
}

/// Whether the code is the one that arguments get which break a rule.
fn is_validation(fault: &PublicFault<'_>) -> bool {
    match fault.catalog_code() {
        Some(code) => code.catalog().code_for(Condition::Validation) == Some(code),
        None => fault.status() == Condition::Validation.status(),
    }
}
