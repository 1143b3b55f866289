//! Request ids and trace ids, as wire.md §4 has them.

use arbitrary::{Arbitrary, Result, Unstructured};
use manila::adapter::is_request_id;
use manila::{NewRequest, RequestId};

use crate::settings::{FIXED_ID, Generator, Settings};
use crate::text::{Text, is_id, is_uuid, trace_id};

/// A `traceparent`, valid or nearly so.
#[derive(Debug, Clone)]
pub(crate) struct Traceparent(pub(crate) String);

impl<'a> Arbitrary<'a> for Traceparent {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const VALID: &[u8] = b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let mut field = VALID.to_vec();
        for _ in 0..u.int_in_range(0..=3)? {
            let at = u.choose_index(field.len())?;
            match u.int_in_range(0..=4)? {
                0 => field[at] = *u.choose(b"0f-gAF")?,
                1 => field.truncate(at.max(1)),
                2 => field
                    .iter_mut()
                    .skip(3)
                    .take(32)
                    .for_each(|byte| *byte = b'0'),
                3 => field[..2].copy_from_slice(u.choose(&[b"ff", b"cc", b"0F"])?.as_slice()),
                _ => field.extend(u.choose(&["-", "-00", "x"])?.bytes()),
            }
            field.resize(field.len().max(4), b'0');
        }
        Ok(Self(String::from_utf8_lossy(&field).into_owned()))
    }
}

/// An id as a client sends it.
#[derive(Debug, Clone)]
pub(crate) struct Inbound(pub(crate) Vec<u8>);

impl<'a> Arbitrary<'a> for Inbound {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self(match u.int_in_range(0..=4)? {
            0 => b"abc-123".to_vec(),
            1 => b"0190a6f3-7a5c-7b2e-9d41-5b0c8f1e2a3d".to_vec(),
            2 => vec![b'a'; u.int_in_range(126..=130)?],
            3 => Text::arbitrary(u)?.0.into_bytes(),
            _ => Vec::arbitrary(u)?,
        }))
    }
}

/// Asserts that ids are taken, refused and made by the grammar.
pub(crate) fn check_ids(settings: &Settings, inbound: &Inbound, traceparent: &Traceparent) {
    let Inbound(id) = inbound;
    assert_eq!(is_request_id(id), is_id(id), "whether {id:?} is an id");
    if let Ok(text) = std::str::from_utf8(id) {
        let parsed = RequestId::parse(text);
        let kept = is_id(id).then_some(text);
        assert_eq!(parsed.as_ref().map(RequestId::as_str), kept);
    }
    let Traceparent(field) = traceparent;
    assert_eq!(
        manila::adapter::trace_id(field),
        trace_id(field),
        "the trace id of {field:?}"
    );

    let fields = |name: &str| (name == "traceparent").then_some(&**field);
    let request = NewRequest::new("GET", "/", &fields);
    let made = settings.envelopes().id_policy().fresh_id(&request);
    let expected = made_id(settings, Some(field));
    match expected {
        Some(expected) => assert_eq!(made.as_str(), expected),
        None => assert!(is_fresh(made.as_str()), "{made} is no UUID version 7"),
    }
}

/// The id that a service makes for a request that brings none; nobody knows that of chance.
pub(crate) fn made_id<'a>(settings: &Settings, traceparent: Option<&'a str>) -> Option<&'a str> {
    let trace = traceparent
        .filter(|_| settings.ids.takes_trace_ids && !settings.ids.distrusts)
        .and_then(trace_id);
    let own = (settings.ids.generator == Generator::Fixed).then_some(FIXED_ID);
    trace.or(own)
}

/// Whether the id is a UUID of version 7 (RFC 9562 §5.7).
pub(crate) fn is_fresh(id: &str) -> bool {
    is_uuid(id) && id.as_bytes()[14] == b'7'
}
