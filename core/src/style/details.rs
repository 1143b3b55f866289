//! The details of a fault, as far as clients may see them.

use std::borrow::Cow;

use manila_catalog_file::Applied;

use super::public_fault::PublicFault;
use super::sentence::public_members;
use crate::catalog::Resolved;
use crate::fault::{Fault, Member, RetryMoment};
use crate::json::{Object, key};

impl PublicFault<'_> {
    /// Returns whether [`write_details`](Self::write_details) has anything to write, so that an
    /// object for it is not empty.
    ///
    #[doc = include_str!("../docs/public_fault/write_details.md")]
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.has_details_of_fault() || self.remedy().is_some()
    }

    /// Whether the fault itself has any, beside the way out, which is its code's.
    pub(super) fn has_details_of_fault(&self) -> bool {
        self.visible.details > 0 || self.reason().is_some() || self.has_retry()
    }

    /// Returns the details that fit in the body and that a client may see: each name, and the value
    /// as JSON. `reason`, `retry` and `remedy`, which [`write_details`](Self::write_details) adds, have
    /// getters of their own.
    ///
    #[doc = include_str!("../docs/public_fault/details.md")]
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        let members = public_members(self.fault, self.resolved);
        members.take(self.visible.details).map(Member::pair)
    }

    /// Returns when the same request can succeed, where the fault knows it. The header has it as
    /// `retry-after` in any style.
    ///
    #[doc = include_str!("../docs/public_fault/retry.md")]
    #[must_use]
    pub fn retry(&self) -> Option<RetryMoment> {
        self.fault.attached()?.retry
    }

    /// Returns whether the request had its effect before it failed, where the fault knows it.
    #[must_use]
    pub fn applied(&self) -> Option<Applied> {
        self.fault.attached()?.applied
    }

    /// Writes the details as members of an object: those that are attached, in their order, then
    /// the `reason` of a foreign response, `retry`, and the `remedy` where the service asks for it. Their
    /// names are distinct.
    ///
    #[doc = include_str!("../docs/public_fault/write_details.md")]
    pub fn write_details(&self, object: &mut Object<'_>) {
        self.write_details_of_fault(object);
        self.write_remedy(object);
    }

    /// Writes the details of the fault itself, without the way out.
    pub(super) fn write_details_of_fault(&self, object: &mut Object<'_>) {
        self.write_members(object);
        object.text_if(key!("reason"), self.reason());
        if self.has_retry() {
            object.object("retry", |retry| {
                if let Some(seconds) = self.retry_seconds() {
                    retry.integer("after_seconds", seconds);
                }
                retry.string_if("applied", self.applied().map(Applied::as_str));
            });
        }
    }

    fn write_members(&self, object: &mut Object<'_>) {
        let Some(attached) = self.fault.attached() else {
            return;
        };
        if self.visible.details == attached.details.len() {
            object.details(attached.details.json());
            return;
        }
        for member in public_members(self.fault, self.resolved).take(self.visible.details) {
            object.json(member.json());
        }
    }

    /// Returns the text of the foreign response that the envelope replaces, of a 4xx alone: a plain
    /// text of at most 1,024 bytes, such as the sentence of a framework's own rejection.
    ///
    #[doc = include_str!("../docs/public_fault/reason.md")]
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        let reason = self.fault.attached()?.reason.as_deref()?;
        (self.status() < 500 && self.visible.reason).then_some(reason)
    }

    fn has_retry(&self) -> bool {
        self.retry_seconds().is_some() || self.applied().is_some()
    }

    fn retry_seconds(&self) -> Option<i64> {
        self.retry()?
            .seconds()
            .map(|seconds| seconds.try_into().unwrap_or(i64::MAX))
    }
}

/// How many details a client may see.
pub(crate) fn count_public_members(fault: &Fault, resolved: &Resolved) -> usize {
    match fault.attached() {
        Some(attached) if resolved.shows_all() => attached.details.len(),
        _ => public_members(fault, resolved).count(),
    }
}
