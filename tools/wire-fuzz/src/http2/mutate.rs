//! Mutations of a request's parts.

use fastrand::Rng;

use super::stream::Stream;
use crate::escaped::Escaped;
use crate::mutation::{Mutation, mutate};

fn push(stream: &mut Stream, name: &str, value: impl Into<Vec<u8>>) {
    stream.fields.push((name.to_owned(), Escaped(value.into())));
}

/// What leaves a request valid.
static SOUND: &[Mutation<Stream>] = &[
    |rng, stream| rng.shuffle(&mut stream.fields),
    |rng, stream| {
        for number in 0..rng.usize(1..20) {
            let value = "y".repeat(rng.usize(0..200));
            push(stream, &format!("x-filler-{number}"), value);
        }
    },
    |rng, stream| {
        let body: Vec<u8> = stream.frames.drain(..).flat_map(|frame| frame.0).collect();
        let mut rest = body.as_slice();
        while !rest.is_empty() {
            // Every other frame may well be empty.
            let (frame, after) = rest.split_at(rng.usize(0..=rest.len()));
            stream.frames.push(Escaped(frame.to_vec()));
            rest = after;
        }
    },
    |_, stream| {
        let length: usize = stream.frames.iter().map(|frame| frame.0.len()).sum();
        stream.fields.retain(|(name, _)| name != "content-length");
        push(stream, "content-length", length.to_string());
    },
    |_, stream| {
        let trailer = ("x-trailer".to_owned(), Escaped(b"a".to_vec()));
        stream.trailers.push(trailer);
    },
    |rng, stream| {
        let separator = if stream.target.0.contains(&b'?') {
            b'&'
        } else {
            b'?'
        };
        let queries = [
            "a=1&a=2",
            "message=%00%ff",
            "%",
            "status=abc",
            "ms=1e9",
            "details=%7B",
        ];
        stream.target.0.push(separator);
        let query = queries[rng.usize(0..queries.len())];
        stream.target.0.extend_from_slice(query.as_bytes());
    },
    |rng, stream| {
        let at = rng.usize(1..stream.target.0.len());
        if stream.target.0[at].is_ascii_alphabetic() {
            let encoded = format!("%{:02X}", stream.target.0[at]).into_bytes();
            stream.target.0.splice(at..=at, encoded);
        }
    },
    |rng, stream| {
        let methods = ["HEAD", "PUT", "DELETE", "PATCH", "PURGE", "get"];
        stream.method = Escaped(methods[rng.usize(0..methods.len())].into());
    },
    |rng, stream| {
        let fields = [
            ("accept", "text/html;q=0, */*;q=0"),
            ("accept-encoding", "gzip, br"),
            ("cookie", "a=1"),
            ("cookie", "b=\"2\""),
            ("range", "bytes=0-0"),
            ("if-none-match", "*"),
            ("te", "trailers"),
            ("origin", "http://app.example"),
            (
                "traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            ),
            (
                "traceparent",
                "00-00000000000000000000000000000000-0000000000000000-00",
            ),
        ];
        let (name, value) = fields[rng.usize(0..fields.len())];
        push(stream, name, value);
    },
    |rng, stream| {
        let ids: [&[u8]; 6] = [
            b"a b",
            b"\"<script>",
            b"",
            b"\xc3\xbc",
            &[b'x'; 129],
            b"a,b",
        ];
        stream.fields.retain(|(name, _)| name != "x-request-id");
        push(stream, "x-request-id", ids[rng.usize(0..ids.len())]);
        stream.id = None;
    },
    |_, stream| {
        push(stream, "x-request-id", "another");
        if stream.id.take().is_none() {
            push(stream, "x-request-id", "and-another");
        }
    },
];

/// What leaves the server free to refuse the request.
static UNSOUND: &[Mutation<Stream>] = &[
    |rng, stream| {
        let lengths = [
            "0",
            "1",
            "99999",
            "18446744073709551616",
            "-1",
            "+2",
            "",
            "2, 2",
        ];
        push(
            stream,
            "content-length",
            lengths[rng.usize(0..lengths.len())],
        );
    },
    |rng, stream| {
        let fields = [
            ("te", "gzip"),
            ("host", "other.example"),
            ("expect", "100-continue"),
            ("expect", "unknown"),
            ("content-type", "application/grpc"),
            ("content-encoding", "gzip"),
        ];
        let (name, value) = fields[rng.usize(0..fields.len())];
        push(stream, name, value);
    },
    |rng, stream| {
        let methods = ["OPTIONS", "CONNECT", "TRACE", "!#$%"];
        stream.method = Escaped(methods[rng.usize(0..methods.len())].into());
    },
    |rng, stream| {
        let targets: [&[u8]; 6] = [b"/", b"//", b"/..%2f", b"/%zz", b"/%ff%00", b"/a?b?c#d"];
        stream.target = Escaped(targets[rng.usize(0..targets.len())].to_vec());
    },
    |rng, stream| {
        let value = "y".repeat(rng.usize(1_000..40_000));
        push(stream, "x-filler", value);
    },
    |rng, stream| {
        for number in 0..rng.usize(50..400) {
            push(stream, &format!("x-filler-{number}"), "");
        }
    },
    |rng, stream| {
        let frame = "z".repeat(rng.usize(1..60_000)).into_bytes();
        stream.frames.push(Escaped(frame));
    },
    |rng, stream| {
        let frame = rng.choice(&mut stream.frames);
        if let Some(frame) = frame.filter(|frame| !frame.0.is_empty()) {
            let at = rng.usize(0..frame.0.len());
            frame.0[at] = rng.u8(..);
        }
    },
    |rng, stream| {
        let values: [&[u8]; 3] = [b"\xff\xfe", b" a ", b"\t"];
        if let Some((_, value)) = rng.choice(&mut stream.fields) {
            *value = Escaped(values[rng.usize(0..values.len())].to_vec());
        }
    },
];

/// Changes up to three things about the request and leaves it valid.
pub(crate) fn mutate_soundly(rng: &mut Rng, stream: &mut Stream) {
    mutate(rng, stream, SOUND, 0..=3);
}

/// Changes one or two things about the request, which then may not be valid any more.
pub(crate) fn mutate_unsoundly(rng: &mut Rng, stream: &mut Stream) {
    mutate(rng, stream, UNSOUND, 1..=2);
    stream.is_sound = false;
}
