//! What a catalog knows of the code.

use std::borrow::Cow;

use manila::{Catalog, Code, FromCode, Wire};

use super::RemoteError;
use crate::read_as::ReadAs;

impl RemoteError {
    /// Returns the entry of the code in the decoder's catalog; `None` for a code that is not on its list,
    /// as HTTP's own are not.
    #[must_use]
    pub fn catalog_code(&self) -> Option<&'static Code> {
        self.entry_of(self.0.catalog?)
    }

    /// Returns whether the code is this one. The spellings on the wire are compared, so that the catalog
    /// need not be the decoder's, and a code of another catalog with the same spelling is the same.
    ///
    /// ```
    /// use manila_catalogs::Vibehost;
    ///
    /// let remote = manila_client::decode(409, [("x-error-code", "CONFLICT")], b"");
    /// assert!(remote.is(Vibehost::Conflict.code()));
    /// ```
    #[must_use]
    pub fn is(&self, code: &Code) -> bool {
        let numbers = (self.0.envelope.number, code.number());
        let is_number = match numbers {
            (Some(sent), Some(number)) => sent == -i64::from(number).abs(),
            _ => false,
        };
        is_number || self.is_code(&code.wire_code().to_text())
    }

    /// Returns the code as a value of an enum of codes; `None` for a code that is not on its list, and for
    /// one whose variant has fields.
    ///
    /// The enum derives [`FromCode`], as those of `manila-catalogs` do. What a variant's fields hold may be of
    /// any type, and comes back as [`details`](Self::details); so only variants without fields are made of a
    /// code, as all of [`manila::catalog!`] are. Of such an enum `None` means a code that this program does not
    /// know.
    ///
    /// ```
    /// use manila_catalogs::Vibehost;
    ///
    /// let remote = manila_client::decode(402, [("x-error-code", "PLAN_LIMIT_EXCEEDED")], b"");
    /// assert!(matches!(remote.as_enum(), Some(Vibehost::PlanLimitExceeded)));
    /// let remote = manila_client::decode(402, [("x-error-code", "NEXT_YEARS_CODE")], b"");
    /// assert!(remote.as_enum::<Vibehost>().is_none());
    /// ```
    #[must_use]
    pub fn as_enum<T: FromCode>(&self) -> Option<T> {
        T::from_code(self.entry_of(T::CATALOG)?)
    }

    /// Returns where to read more of the code: as the response says, else the address in the error reference
    /// of the decoder's catalog.
    #[must_use]
    pub fn documentation(&self) -> Option<Cow<'_, str>> {
        let of_remedy = self.remedy().and_then(|remedy| remedy.documentation());
        let sent = self.envelope().documentation.as_deref().or(of_remedy);
        let of_catalog = || self.catalog_code()?.documentation().map(Cow::Owned);
        sent.map(Cow::Borrowed).or_else(of_catalog)
    }

    /// Spells the code as the catalog does, where the body has a number alone.
    pub(super) fn name_code(&mut self) {
        let (Some(catalog), Some(number)) = (self.0.catalog, self.0.envelope.number) else {
            return;
        };
        let is_status = number == -i64::from(self.0.status);
        self.0.envelope.code = match self.entry_of(catalog) {
            Some(code) => Some(code.wire_code().to_text().into_owned()),
            // The status, in place of a code that the catalog has no number for.
            None if is_status && catalog.wire() == Wire::Name => None,
            None => self.0.envelope.code.take(),
        };
    }

    /// The entry of the code in a catalog.
    fn entry_of(&self, catalog: &'static Catalog) -> Option<&'static Code> {
        let spelled = || catalog.find(self.code()?);
        match (self.read_as(), self.0.envelope.number) {
            (ReadAs::CodeData, Some(number)) => catalog
                .find(&number.to_string())
                .or_else(|| catalog.find(&number.unsigned_abs().to_string()))
                .or_else(spelled),
            _ => spelled(),
        }
    }
}
