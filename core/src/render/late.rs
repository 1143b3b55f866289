//! A fault where no response can be made any more: the head has left, or there was never a request.
//!
//! What is written is masked and bounded as a response is, and logged as one.

use super::context::RequestContext;
use super::rendered::Rendered;
use super::renderer::Renderer;
use crate::envelopes::Envelopes;
use crate::fault::{Fault, cut_to};
use crate::observe::ErrorReport;
use crate::style::ClientMessage;

/// The longest reason of a close frame, in bytes: the payload of a control frame but for the status
/// code (RFC 6455 §5.5, §5.5.1).
const LONGEST_REASON: usize = 123;

impl Renderer {
    /// Writes a fault as [`Envelopes::render_text`] does, with the bodies that are kept here.
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let renderer = Renderer::new(Envelopes::code_data());
    /// let fault = Fault::condition(Condition::UpstreamFailed);
    /// assert_eq!(
    ///     renderer.render_text(&fault, &RequestContext::default()),
    ///     r#"{"code":-502,"data":"A server behind this one answered badly."}"#,
    /// );
    /// ```
    #[must_use]
    pub fn render_text(&self, fault: &Fault, request: &RequestContext<'_>) -> String {
        let request = request.as_late();
        let rendered = self.render(fault, &request);
        text(self.envelopes(), fault, &rendered, request.request_id())
    }

    /// Writes a fault as [`Envelopes::render_close_reason`] does, with the bodies that are kept here.
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let renderer = Renderer::new(Envelopes::ok_error());
    /// let fault = Fault::condition(Condition::Gone);
    /// assert_eq!(
    ///     renderer.render_close_reason(&fault, &RequestContext::default()),
    ///     "gone: The resource is gone for good.",
    /// );
    /// ```
    #[must_use]
    pub fn render_close_reason(&self, fault: &Fault, request: &RequestContext<'_>) -> String {
        let request = request.as_late();
        let rendered = self.render(fault, &request);
        close_reason(self.envelopes(), fault, &rendered, &request)
    }
}

impl Envelopes {
    /// Writes a fault for a place where no response can be made: the envelope as text in one line.
    /// The log and the [observers](Self::observe) are told, as of the error of a response. The text
    /// is masked and bounded as ever, so that it may be shown to whoever may read an error response.
    /// `request_id` is that of the request, or of the job; it is in the event, and in the text where
    /// the style has it ([`request_id_in_body`](Self::request_id_in_body)).
    ///
    /// As the last event of a stream of server-sent events (HTML Standard §9.2), whose status has left
    /// long ago:
    ///
    #[doc = include_str!("../docs/envelopes/render_text_event.md")]
    ///
    /// As the stored result of a job, which somebody asks for later:
    ///
    #[doc = include_str!("../docs/envelopes/render_text_job.md")]
    #[must_use]
    pub fn render_text(&self, fault: &Fault, request_id: Option<&str>) -> String {
        text(self, fault, &self.render(fault, request_id), request_id)
    }

    /// Writes a fault as the reason of a WebSocket's close frame (RFC 6455 §5.5.1): the code, and the
    /// sentence that a client may read. The log and the [observers](Self::observe) are told, as of the
    /// error of a response. It has 123 bytes of UTF-8 at most, the most that the frame takes, and ends
    /// in `…` where it was cut. The envelope itself does not fit.
    ///
    #[doc = include_str!("../docs/envelopes/render_close_reason.md")]
    #[must_use]
    pub fn render_close_reason(&self, fault: &Fault, request_id: Option<&str>) -> String {
        let request = RequestContext::new(request_id);
        close_reason(self, fault, &self.render(fault, request_id), &request)
    }
}

fn text(
    envelopes: &Envelopes,
    fault: &Fault,
    rendered: &Rendered,
    request_id: Option<&str>,
) -> String {
    tell(envelopes, rendered.report(fault), request_id);
    String::from_utf8_lossy(rendered.body()).into_owned()
}

fn close_reason(
    envelopes: &Envelopes,
    fault: &Fault,
    rendered: &Rendered,
    request: &RequestContext<'_>,
) -> String {
    let report = ErrorReport {
        is_partial: true,
        ..rendered.report(fault)
    };
    tell(envelopes, report, request.request_id);
    let resolved = fault.resolve(envelopes.service.catalog);
    let languages = envelopes.languages();
    let language = languages.and_then(|it| it.language(request.form.locale(), false));
    let message = ClientMessage::of(fault, &resolved, language.as_ref());
    cut(format!("{}: {}", rendered.code(), message.text))
}

fn tell(envelopes: &Envelopes, report: ErrorReport<'_>, request_id: Option<&str>) {
    envelopes.tell(ErrorReport {
        request_id,
        ..report
    });
}

/// A text within the bound of a close frame.
fn cut(mut reason: String) -> String {
    const MARK: char = '…';

    if reason.len() > LONGEST_REASON {
        cut_to(&mut reason, LONGEST_REASON - MARK.len_utf8());
        reason.push(MARK);
    }
    reason
}
