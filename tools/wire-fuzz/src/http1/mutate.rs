//! Mutations of a request's parts.

use std::iter::repeat_n;

use fastrand::Rng;

use super::draft::{Draft, Field};
use crate::mutation::{Mutation, mutate};

/// What leaves a request valid.
static SOUND: &[Mutation<Draft>] = &[
    |rng, draft| rng.shuffle(&mut draft.fields),
    |rng, draft| {
        for field in &mut draft.fields {
            let uppercase = |byte: &u8| {
                if rng.bool() {
                    byte.to_ascii_uppercase()
                } else {
                    *byte
                }
            };
            field.name = field.name.iter().map(uppercase).collect();
        }
    },
    |rng, draft| {
        let spaces = [":", ":  ", ":\t", ": \t "];
        let separator = spaces[rng.usize(0..spaces.len())];
        if let Some(field) = draft.any_field(rng) {
            field.separator = separator.into();
            field.value.extend_from_slice(b" \t");
        }
    },
    |rng, draft| {
        for number in 0..rng.usize(1..20) {
            let value = "y".repeat(rng.usize(0..200));
            draft
                .fields
                .push(Field::new(format!("x-filler-{number}"), value));
        }
    },
    |rng, draft| {
        let is_chunked = draft.field("transfer-encoding").is_some();
        if !draft.body.is_empty() && !is_chunked {
            draft.chunk(rng, |data| {
                let size = format!("{:x};extension=\"a\"\r\n", data.len());
                [size.as_bytes(), data, b"\r\n"].concat()
            });
        }
    },
    |rng, draft| {
        let at = rng.usize(1..draft.target.len());
        if draft.target.starts_with(b"/") && draft.target[at].is_ascii_alphabetic() {
            let encoded = format!("%{:02X}", draft.target[at]).into_bytes();
            draft.target.splice(at..=at, encoded);
        }
    },
    |rng, draft| {
        let separator = if draft.target.contains(&b'?') {
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
        draft.target.push(separator);
        draft
            .target
            .extend_from_slice(queries[rng.usize(0..queries.len())].as_bytes());
    },
    |_, draft| {
        if draft.target.starts_with(b"/") {
            draft.target.splice(0..0, *b"http://127.0.0.1");
        }
    },
    |rng, draft| {
        let methods = ["HEAD", "PUT", "DELETE", "PATCH", "PURGE", "get"];
        draft.method = methods[rng.usize(0..methods.len())].into();
    },
    |rng, draft| {
        let fields = [
            ("accept", "text/html;q=0, */*;q=0"),
            ("accept-encoding", "gzip, br"),
            ("cookie", "a=1; b=\"2\""),
            ("range", "bytes=0-0"),
            ("if-none-match", "*"),
            ("connection", "keep-alive"),
            ("expect", "100-continue"),
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
        draft.fields.push(Field::new(name, value));
    },
    |rng, draft| {
        let ids: [&[u8]; 6] = [
            b"a b",
            b"\"<script>",
            b"",
            b"\xc3\xbc",
            &[b'x'; 129],
            b"a,b",
        ];
        draft.fields.retain(|field| !field.is("x-request-id"));
        draft
            .fields
            .push(Field::new("x-request-id", ids[rng.usize(0..ids.len())]));
        draft.id = None;
    },
    |_, draft| {
        draft.fields.push(Field::new("X-Request-ID", "another"));
        if draft.id.take().is_none() {
            draft.fields.push(Field::new("x-request-id", "and-another"));
        }
    },
];

/// What leaves the server free to refuse the request, or to see another one in it.
static UNSOUND: &[Mutation<Draft>] = &[
    |rng, draft| {
        let versions = [
            "HTTP/1.0",
            "HTTP/1.2",
            "HTTP/2.0",
            "HTTP/0.9",
            "http/1.1",
            "HTTP/1.1 ",
            "",
        ];
        draft.version = versions[rng.usize(0..versions.len())].into();
    },
    |rng, draft| {
        let targets: [&[u8]; 9] = [
            b"*",
            b"",
            b"ok",
            b"//",
            b"/..%2f",
            b"/%zz",
            b"/\xff",
            b"/a b",
            b"127.0.0.1:80",
        ];
        draft.target = targets[rng.usize(0..targets.len())].to_vec();
    },
    |rng, draft| {
        let methods: [&[u8]; 6] = [b"OPTIONS", b"CONNECT", b"TRACE", b"", b"G\xffT", b"GET GET"];
        draft.method = methods[rng.usize(0..methods.len())].to_vec();
    },
    |rng, draft| {
        let lengths: [&[u8]; 10] = [
            b"0",
            b"1",
            b"+2",
            b"-1",
            b"2, 2",
            b"2, 3",
            b"0x2",
            b"18446744073709551616",
            b"",
            b"\xff",
        ];
        let length = lengths[rng.usize(0..lengths.len())];
        match draft.field("content-length") {
            Some(field) if rng.bool() => field.value = length.to_vec(),
            _ => draft.fields.push(Field::new("content-length", length)),
        }
    },
    |rng, draft| {
        let codings: [&[u8]; 7] = [
            b"chunked",
            b"chunked, identity",
            b"identity",
            b"xchunked",
            b"chunked, chunked",
            b"\x0bchunked",
            b"gzip, chunked",
        ];
        let coding = codings[rng.usize(0..codings.len())];
        draft.fields.push(Field::new("transfer-encoding", coding));
    },
    |rng, draft| {
        let sizes = [
            "g",
            "-1",
            "FFFFFFFFFFFFFFFF",
            "10000000000000000",
            "0x2",
            "2 2",
            "",
        ];
        let size = sizes[rng.usize(0..sizes.len())];
        draft.chunk(rng, |data| {
            [size.as_bytes(), b"\r\n", data, b"\r\n"].concat()
        });
    },
    |rng, draft| {
        draft.chunk(rng, |data| {
            [format!("{:x}\n", data.len()).as_bytes(), data].concat()
        })
    },
    |_, draft| draft.fields.retain(|field| !field.is("host")),
    |_, draft| draft.fields.push(Field::new("host", "other.example")),
    |rng, draft| {
        if let Some(field) = draft.any_field(rng) {
            field.separator = b" : ".to_vec();
        }
    },
    |rng, draft| {
        let values: [&[u8]; 5] = [b"a\r\n folded", b"a\nb: c", b"a\0b", b"a\rb", b"a\x7fb"];
        let value = values[rng.usize(0..values.len())];
        if let Some(field) = draft.any_field(rng) {
            field.value = value.to_vec();
        }
    },
    |rng, draft| {
        let names: [&[u8]; 5] = [b"", b"a b", b"a\0", b"\xff", b"(a)"];
        let name = names[rng.usize(0..names.len())];
        draft.fields.push(Field::new(name, "a"));
    },
    |_, draft| draft.line_end = b"\n",
    |rng, draft| {
        draft
            .target
            .extend(repeat_n(b'a', rng.usize(1_000..100_000)))
    },
    |rng, draft| {
        let value = "y".repeat(rng.usize(1_000..100_000));
        draft.fields.push(Field::new("x-filler", value));
    },
    |rng, draft| {
        for number in 0..rng.usize(50..400) {
            draft
                .fields
                .push(Field::new(format!("x-filler-{number}"), ""));
        }
    },
    |rng, draft| {
        if let Some(field) = draft.any_field(rng).cloned() {
            draft.fields.push(field);
        }
    },
];

/// Changes up to three things about the request and leaves it valid.
pub(crate) fn mutate_soundly(rng: &mut Rng, draft: &mut Draft) {
    mutate(rng, draft, SOUND, 0..=3);
}

/// Changes one or two things about the request, which then may not be valid any more.
pub(crate) fn mutate_unsoundly(rng: &mut Rng, draft: &mut Draft) {
    mutate(rng, draft, UNSOUND, 1..=2);
    draft.is_sound = false;
}
