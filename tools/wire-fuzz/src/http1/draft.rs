//! A request in parts.

use fastrand::Rng;

use crate::seeds::Seed;

/// A request before it becomes bytes.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) method: Vec<u8>,
    pub(crate) target: Vec<u8>,
    pub(crate) version: Vec<u8>,
    pub(crate) fields: Vec<Field>,
    /// The body as it is framed.
    pub(crate) body: Vec<u8>,
    /// What ends a line of the head.
    pub(crate) line_end: &'static [u8],
    /// The id that the answer has to have; without one, a fresh id.
    pub(crate) id: Option<String>,
    /// Whether it still is a valid request, which the server has to answer.
    pub(crate) is_sound: bool,
}

/// A field of the head.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: Vec<u8>,
    /// What stands between the name and the value.
    pub(crate) separator: Vec<u8>,
    pub(crate) value: Vec<u8>,
}

impl Field {
    pub(crate) fn new(name: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            separator: b": ".to_vec(),
            value: value.into(),
        }
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }
}

impl Draft {
    /// The request as it is meant.
    pub(crate) fn new(seed: &Seed, id: Option<String>) -> Self {
        let mut fields = vec![Field::new("host", "127.0.0.1")];
        let own = seed.fields.iter();
        fields.extend(own.map(|(name, value)| Field::new(*name, *value)));
        fields.extend(id.as_deref().map(|id| Field::new("x-request-id", id)));
        if !seed.body.is_empty() {
            let length = seed.body.len().to_string();
            fields.push(Field::new("content-length", length));
        }
        Self {
            method: seed.method.into(),
            target: seed.target.into(),
            version: b"HTTP/1.1".to_vec(),
            fields,
            body: seed.body.into(),
            line_end: b"\r\n",
            id,
            is_sound: true,
        }
    }

    /// The bytes on the wire.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = [&*self.method, b" ", &self.target, b" ", &self.version].concat();
        bytes.extend_from_slice(self.line_end);
        for field in &self.fields {
            bytes.extend_from_slice(&field.name);
            bytes.extend_from_slice(&field.separator);
            bytes.extend_from_slice(&field.value);
            bytes.extend_from_slice(self.line_end);
        }
        bytes.extend_from_slice(self.line_end);
        bytes.extend_from_slice(&self.body);
        bytes
    }

    /// The field of that name, if there is one.
    pub(crate) fn field(&mut self, name: &str) -> Option<&mut Field> {
        self.fields.iter_mut().find(|field| field.is(name))
    }

    /// One of the fields.
    pub(crate) fn any_field(&mut self, rng: &mut Rng) -> Option<&mut Field> {
        rng.choice(&mut self.fields)
    }

    /// Frames the body in chunks (RFC 9112 §7.1), each made by `chunk` of its data.
    pub(crate) fn chunk(&mut self, rng: &mut Rng, chunk: impl Fn(&[u8]) -> Vec<u8>) {
        let mut framed = Vec::new();
        let mut rest = self.body.as_slice();
        while !rest.is_empty() {
            let (data, after) = rest.split_at(rng.usize(1..=rest.len()));
            framed.extend(chunk(data));
            rest = after;
        }
        framed.extend_from_slice(b"0\r\n\r\n");
        self.body = framed;
        self.fields.retain(|field| !field.is("content-length"));
        self.fields.push(Field::new("transfer-encoding", "chunked"));
    }
}
