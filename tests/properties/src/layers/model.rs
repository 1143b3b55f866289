//! What leaves, as wire.md §2, §3, §4 and §6 have it.

use manila::Condition;

use super::case::{Case, ErrorCase, OutcomeCase, Placement, Readiness};
use super::header::{Asking, put, strip};
use super::reply::{BodyCase, CarriedCase, Frame, Reply};
use crate::expected::{Fields, add_fields, add_metadata, resolve};
use crate::fault::{AnyStatus, FaultCase, KindCase};
use crate::settings::{LeftAlone, Settings};
use crate::text::Text;

/// The longest foreign text that is kept.
const MAX_REASON: u64 = 1024;

/// A response on its way out.
#[derive(Debug, Clone)]
pub(super) struct Leaving {
    pub(super) status: u16,
    /// All fields but those that go with an envelope's body.
    pub(super) fields: Fields,
    pub(super) content: Content,
}

/// What the body is.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// That of the service.
    Original,
    Envelope(Box<Envelope>),
}

/// What is known of an envelope.
#[derive(Debug, Clone)]
pub(super) struct Envelope {
    pub(super) fault: FaultCase,
    pub(super) settings: Settings,
    pub(super) is_grpc: bool,
    /// Whether the old body may be looked at.
    pub(super) may_be_read: bool,
    /// The beginning of the old body, where the log is told it.
    pub(super) told: Option<Vec<u8>>,
}

/// What comes out of a service.
enum State {
    Reply(Leaving, Box<Reply>),
    Failed(FaultCase),
}

/// What leaves for a case, and what the service is asked.
pub(super) fn model(case: &Case) -> (Leaving, Fields) {
    let mut asking = Asking::new(&case.request, &case.settings);
    let leaving = match &case.placement {
        Placement::One => {
            let id = asking.take(&case.settings);
            envelop(case, &case.settings, &id, service(case))
        }
        Placement::Nested(_) => {
            let inner = case.inner_settings();
            let id = asking.take(&case.settings);
            let inner_id = asking.take(inner);
            let leaving = envelop(case, inner, &inner_id, service(case));
            let state = again(case, leaving);
            envelop(case, &case.settings, &id, state)
        }
        Placement::IdsOutside => {
            let id = asking.take(&case.settings);
            let inner_id = asking.take(&case.settings);
            let mut leaving = envelop(case, &case.settings, &inner_id, service(case));
            put(&mut leaving.fields, &case.settings, id);
            leaving
        }
        Placement::IdsInside => {
            let id = asking.take(&case.settings);
            let inner_id = asking.take(&case.settings);
            let mut state = service(case);
            if let State::Reply(leaving, _) = &mut state {
                put(&mut leaving.fields, &case.settings, inner_id);
            }
            envelop(case, &case.settings, &id, state)
        }
    };
    (leaving, asking.fields)
}

/// What has left one layer, for the next.
fn again(case: &Case, leaving: Leaving) -> State {
    let mut reply = match &case.outcome {
        OutcomeCase::Reply(reply) => reply.clone(),
        _ => Box::new(Reply::empty()),
    };
    if is_looked_at(&reply) && matches!(reply.body.frames.first(), Some(Frame::Pending)) {
        // The poll by which the layer has looked at the body is the one that was pending.
        reply.body.frames.remove(0);
    }
    State::Reply(leaving, reply)
}

/// Whether a layer polls the body to see if it is the one that a fault came with.
fn is_looked_at(reply: &Reply) -> bool {
    let is_marked = reply.is_marked && !(200..400).contains(&reply.status);
    reply.carried.is_some() && !is_marked
}

/// Whether an answer to HEAD may be that of the fault, though its body is gone: it has the status, and
/// says nothing of the body's length.
fn may_be_true(carried: &CarriedCase, leaving: &Leaving) -> bool {
    let length = leaving.fields.first("content-length").and_then(text);
    length.is_none() && resolve(&carried.fault, None).status == leaving.status
}

fn service(case: &Case) -> State {
    let error = match (&case.readiness, &case.outcome) {
        (Readiness::Fails(error), _) | (Readiness::Ready(_), OutcomeCase::Fails(error)) => error,
        (Readiness::Panics(_), _)
        | (_, OutcomeCase::PanicsInCall(_) | OutcomeCase::PanicsInPoll(_)) => {
            return State::Failed(FaultCase::of_condition(Condition::Panic));
        }
        (_, OutcomeCase::Reply(reply)) => {
            let leaving = Leaving {
                status: reply.status,
                fields: reply.fields(),
                content: Content::Original,
            };
            return State::Reply(leaving, reply.clone());
        }
    };
    State::Failed(match error {
        ErrorCase::Text(_) => FaultCase::of_condition(Condition::Internal),
        ErrorCase::Fault(fault) | ErrorCase::Wrapped(fault) => (**fault).clone(),
        ErrorCase::Timeout => FaultCase::of_condition(Condition::Timeout),
        ErrorCase::Overload => FaultCase::of_condition(Condition::Overloaded),
    })
}

/// What one layer makes of a state.
fn envelop(case: &Case, settings: &Settings, id: &[u8], state: State) -> Leaving {
    let (mut leaving, reply) = match state {
        State::Failed(fault) => {
            let fields = Fields::default();
            return enveloped(case, settings, id, fields, known(fault));
        }
        State::Reply(leaving, reply) => (leaving, reply),
    };
    let is_envelope = matches!(leaving.content, Content::Envelope(_));
    let is_carried = reply
        .carried
        .as_ref()
        .is_some_and(|it| it.is_true() || case.request.is_head && may_be_true(it, &leaving));
    if is_envelope || (reply.is_marked && !(200..400).contains(&leaving.status)) {
        put(&mut leaving.fields, settings, id.to_vec());
        return leaving;
    }
    let is_polled = reply.carried.is_some();
    if let Some(carried) = reply.carried.filter(|_| is_carried) {
        strip(&mut leaving.fields, settings, leaving.status, false);
        let found = Found {
            may_be_read: true,
            ..known(carried.fault)
        };
        return enveloped(case, settings, id, leaving.fields, found);
    }
    let content_type = leaving
        .fields
        .first("content-type")
        .and_then(text)
        .map(str::to_owned);
    let content_type = content_type.as_deref();
    if passes(settings, &leaving, content_type) {
        put(&mut leaving.fields, settings, id.to_vec());
        return leaving;
    }
    let mut found = replaced(case, settings, &leaving, &reply.body, is_polled);
    found.may_be_read |= is_polled;
    strip(&mut leaving.fields, settings, leaving.status, true);
    enveloped(case, settings, id, leaving.fields, found)
}

/// Whether a response that carries no fault leaves as it is.
fn passes(settings: &Settings, leaving: &Leaving, content_type: Option<&str>) -> bool {
    let status = leaving.status;
    match status {
        101 if leaving.fields.first("upgrade").is_some() => return true,
        200..400 => return true,
        ..200 => return false,
        _ => {}
    }
    let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
    let essence = content_type.split(['+', ';']).next().unwrap_or_default();
    let is_grpc = matches!(essence.trim(), "application/grpc" | "application/grpc-web");
    let is_left_alone = |LeftAlone {
                             first,
                             last,
                             media_type,
                         }: &LeftAlone| {
        (*first..=*last).contains(&status) && content_type.starts_with(media_type.0)
    };
    is_grpc
        || settings
            .policy
            .left_alone
            .as_ref()
            .is_some_and(is_left_alone)
}

/// A fault with what becomes of the body that it takes the place of.
struct Found {
    fault: FaultCase,
    may_be_read: bool,
    told: Option<Vec<u8>>,
}

fn known(fault: FaultCase) -> Found {
    Found {
        fault,
        may_be_read: false,
        told: None,
    }
}

/// A foreign response, whose text is for the client, for the log, or for nobody.
fn replaced(
    case: &Case,
    settings: &Settings,
    leaving: &Leaving,
    body: &BodyCase,
    is_polled: bool,
) -> Found {
    let fault = if leaving.status < 200 {
        FaultCase::of_condition(Condition::Internal)
    } else {
        FaultCase::plain(KindCase::Foreign(AnyStatus(leaving.status)))
    };
    let content_type = leaving.fields.first("content-type").and_then(text);
    let is_plain = leaving.fields.first("content-encoding").is_none();
    let is_client_error = |status: u16| (400..500).contains(&status);
    let is_grpc = settings.grpc && case.request.is_grpc();
    let may_be_reason = is_plain
        && !settings.policy.hides_reasons
        && !case.request.is_head
        && !is_grpc
        && is_client_error(leaving.status)
        && is_client_error(resolve(&fault, settings.catalog()).status)
        && content_type.is_some_and(is_plain_text);
    let may_be_told =
        is_plain && !settings.policy.drops_texts && content_type.is_none_or(is_readable);
    let reason = if may_be_reason { reason(body) } else { None };
    let is_empty = body.exact_size() == Some(0) && !is_polled;
    let told = body.frames.first().and_then(Frame::data);
    Found {
        told: told.filter(|_| may_be_told && !is_empty && reason.is_none()),
        fault: FaultCase { reason, ..fault },
        may_be_read: may_be_reason || may_be_told,
    }
}

/// Whether a media type says that there is something to read.
fn is_readable(content_type: &str) -> bool {
    let content_type = content_type.to_ascii_lowercase();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/") || essence == "application/json" || essence.ends_with("+json")
}

/// The text of a body that is all there at the first poll.
fn reason(body: &BodyCase) -> Option<Text> {
    let size = body
        .exact_size()
        .filter(|size| (1..=MAX_REASON).contains(size))?;
    let data = body
        .frames
        .first()?
        .data()
        .filter(|data| data.len() as u64 == size)?;
    String::from_utf8(data).ok().map(Text)
}

fn is_plain_text(content_type: &str) -> bool {
    let content_type = content_type.to_ascii_lowercase();
    let mut parts = content_type.split(';').map(str::trim);
    parts.next() == Some("text/plain")
        && parts.all(|parameter| match parameter.split_once('=') {
            Some(("charset", charset)) => charset.trim_matches('"') == "utf-8",
            _ => true,
        })
}

/// The value, if it is visible text.
fn text(value: &[u8]) -> Option<&str> {
    let is_text = value.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'));
    std::str::from_utf8(value).ok().filter(|_| is_text)
}

fn enveloped(
    case: &Case,
    settings: &Settings,
    id: &[u8],
    mut fields: Fields,
    found: Found,
) -> Leaving {
    let code = resolve(&found.fault, settings.catalog());
    put(&mut fields, settings, id.to_vec());
    let is_grpc = settings.grpc && case.request.is_grpc();
    if is_grpc {
        add_metadata(&mut fields, &found.fault, &code);
    } else {
        add_fields(&mut fields, &found.fault, &code, settings);
        // No router stands around the layers.
        if code.status == 405 && fields.first("allow").is_none() {
            fields.put("allow", "");
        }
    }
    Leaving {
        status: if is_grpc { 200 } else { code.status },
        fields,
        content: Content::Envelope(Box::new(Envelope {
            fault: found.fault,
            settings: settings.clone(),
            is_grpc,
            may_be_read: found.may_be_read,
            told: found.told,
        })),
    }
}
