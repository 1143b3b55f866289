//! The way out of an error, as its catalog describes it: of any occurrence, so that a 5xx has it too.

use std::borrow::Cow;

use manila_catalog_file::Owner;

use super::public_fault::PublicFault;
use super::translate::Text;
use crate::catalog::Code;
use crate::json::{Object, key};

/// The way out of an error, which a service [asks for](crate::Envelopes::remedies): who can act, and
/// how. It is what the catalog says of the code, whatever happened in this occurrence.
///
/// Styles get it from [`PublicFault::remedy`]; of its four members those are there that are known.
///
#[doc = include_str!("../docs/public_fault/remedy.md")]
#[derive(Debug)]
pub struct PublicRemedy<'a> {
    fault: &'a PublicFault<'a>,
    entry: &'static Code,
}

impl PublicRemedy<'_> {
    /// Returns who can act ([`Code::owner`]).
    #[must_use]
    pub const fn owner(&self) -> Option<Owner> {
        self.entry.owner()
    }

    /// Returns what the caller does, a sentence for each step ([`Code::client`]), in the
    /// [language of the response](crate::Envelopes::translations) as far as it is translated.
    #[must_use]
    pub fn steps(&self) -> impl ExactSizeIterator<Item = Cow<'_, str>> {
        let language = self.fault.siblings.language;
        let steps = self.entry.client().iter().enumerate();
        steps.map(move |(at, step)| {
            let said = language.and_then(|it| it.say(Text::Step(self.entry, at + 1), &()));
            said.unwrap_or(Cow::Borrowed(*step))
        })
    }

    /// Returns the request that mends it, `POST /v1/auth/login` say ([`Code::next`]).
    #[must_use]
    pub const fn next(&self) -> Option<&'static str> {
        self.entry.next()
    }

    /// Returns the address of the code's page: in the [reference](PublicFault::reference) of the service,
    /// else in that of the code's own catalog ([`Code::documentation`]).
    #[must_use]
    pub fn documentation(&self) -> Option<String> {
        let reference = self.fault.reference();
        reference.or_else(|| self.entry.documentation())
    }

    /// Writes what is known as the members `owner`, `steps`, `next` and `documentation`.
    pub fn write(&self, object: &mut Object<'_>) {
        if let Some(owner) = self.owner() {
            object.plain(key!("owner"), owner.as_str());
        }
        let steps = self.steps();
        if steps.len() > 0 {
            object.elements(key!("steps"), |array| {
                steps.for_each(|step| array.string(&step));
            });
        }
        object.text_if(key!("next"), self.next());
        object.text_if(key!("documentation"), self.documentation().as_deref());
    }

    /// Whether it says what to do, beside who does it and where to read of it.
    pub(crate) fn has_steps(&self) -> bool {
        !self.entry.client().is_empty() || self.next().is_some()
    }

    fn is_known(&self) -> bool {
        self.owner().is_some()
            || self.has_steps()
            || self.fault.has_reference()
            || self.entry.catalog().documentation().is_some()
    }
}

impl PublicFault<'_> {
    /// Returns the way out of the error, where the service [asks for it](crate::Envelopes::remedies), the
    /// catalog knows one, and the body has room for it. [`write_details`](Self::write_details) writes it
    /// as `remedy`.
    #[must_use]
    pub fn remedy(&self) -> Option<PublicRemedy<'_>> {
        if !self.meta.service.has_remedies || !self.visible.remedy {
            return None;
        }
        self.known_remedy()
    }

    /// The way out that the catalog knows, whether the service asks for it or not.
    pub(crate) fn known_remedy(&self) -> Option<PublicRemedy<'_>> {
        let entry = self.resolved.entry?;
        let remedy = PublicRemedy { fault: self, entry };
        remedy.is_known().then_some(remedy)
    }

    /// Writes the way out as the member `remedy`, if there is one.
    pub(super) fn write_remedy(&self, object: &mut Object<'_>) {
        if let Some(remedy) = self.remedy() {
            object.members(key!("remedy"), |members| remedy.write(members));
        }
    }
}
