//! What core writes of the head of a response.

use super::carrier::Carrier;
use crate::http::header::ResponseHeader;

/// The head of a response, as a framework has it, for core to write. The [module](super) has an
/// implementation as its example.
///
/// Four methods are enough. An adapter that makes heads of its framework's own types beforehand
/// also implements [`is_bare`](Self::is_bare), [`make_head`](Self::make_head) and
/// [`put_head`](Self::put_head); otherwise heads are written field by field, with the same result.
pub trait WriteResponse: ResponseHeader {
    /// A request's id as the framework has it, a header value say. Its bytes are in the
    /// [grammar](crate::IdPolicy::grammar) of the policy, and so ASCII.
    type Id: Clone + AsRef<[u8]>;

    /// A head that is the same each time, but for the id, in the framework's own types; `()` if the
    /// adapter makes none.
    type Head;

    /// Returns the status.
    fn status(&self) -> u16;

    /// Sets the status, which is from 200 to 999.
    fn set_status(&mut self, status: u16);

    /// Sets the header field of the id, which [`IdPolicy::header_name`] names, unless the response
    /// has one that [fits](super::IdGrammar::only): a handler may have set another on purpose.
    /// Returns the id that the response has in the end, which body and log repeat.
    ///
    /// [`IdPolicy::header_name`]: crate::IdPolicy::header_name
    fn ensure_id(&mut self, id: Self::Id) -> Self::Id;

    /// Puts the statement of the response about itself into its extensions, in the place of what
    /// was there.
    fn set_carrier(&mut self, carrier: Carrier);

    /// Removes everything that the framework keeps beside status and header of a response that is
    /// replaced: its extensions, and what else might reach the status line, such as a reason phrase
    /// or the version that an upstream has spoken. Nothing by default, for a framework that keeps
    /// nothing; the [`Carrier`] is set afterwards.
    fn clear_extensions(&mut self) {}

    /// Returns whether the header has only fields about the body that is replaced, `content-type`
    /// and `content-length`, so that a head made beforehand can take its place.
    fn is_bare(&self) -> bool {
        false
    }

    /// Makes a head of a status and the fields that `apply` writes; `None` if this adapter makes none. It is called once for each code, condition or status.
    fn make_head(
        &self,
        _status: u16,
        _apply: &dyn Fn(&mut dyn ResponseHeader),
    ) -> Option<Self::Head> {
        None
    }

    /// Puts a head made beforehand in the place of a bare one, with the request's id.
    fn put_head(&mut self, _head: &Self::Head, _id: Self::Id) {}
}
