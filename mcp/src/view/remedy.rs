//! The way out of an error, as the catalog knows it.

use manila::{Code, Object, Owner, PublicFault};

/// Who can act, and how. It is the catalog's alone, so that a client may read it of a 5xx too.
pub(super) struct Remedy {
    pub(super) owner: Option<Owner>,
    pub(super) steps: &'static [&'static str],
    pub(super) next: Option<&'static str>,
    pub(super) documentation: Option<String>,
}

impl Remedy {
    /// Returns `None` where nothing of it is known.
    pub(super) fn of(fault: &PublicFault<'_>) -> Option<Self> {
        let entry = fault.catalog_code()?;
        let remedy = Self {
            owner: entry.owner(),
            steps: Code::client(entry),
            next: entry.next(),
            documentation: fault.reference(),
        };
        let is_empty = remedy.owner.is_none()
            && remedy.steps.is_empty()
            && remedy.next.is_none()
            && remedy.documentation.is_none();
        (!is_empty).then_some(remedy)
    }

    pub(super) fn write(&self, object: &mut Object<'_>) {
        object.string_if("owner", self.owner.map(Owner::as_str));
        if !self.steps.is_empty() {
            object.array("steps", |steps| {
                self.steps.iter().for_each(|step| steps.string(step));
            });
        }
        object.string_if("next", self.next);
        object.string_if("documentation", self.documentation.as_deref());
    }
}
