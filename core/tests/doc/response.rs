// The response of a small framework, included by examples of `manila::adapter`.

use std::borrow::Cow;

use manila::adapter::{Carrier, InspectResponse, ResponseHeader, WriteResponse, only_id};

#[derive(Default)]
pub struct Response {
    status: u16,
    header: Vec<(String, String)>,
    carrier: Option<Carrier>,
}

impl Response {
    pub fn new(status: u16, carrier: Option<Carrier>) -> Self {
        Self {
            status,
            carrier,
            header: Vec::new(),
        }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let field = self.header.iter().find(|(field, _)| field == name);
        field.map(|(_, value)| value.as_str())
    }
}

impl InspectResponse for Response {
    fn status(&self) -> u16 {
        self.status
    }

    fn text(&self, name: &'static str) -> Option<&str> {
        self.get(name)
    }

    fn id(&self, header: &str) -> Option<&[u8]> {
        let fields = self.header.iter().filter(|(field, _)| field == header);
        only_id(fields.map(|(_, value)| value.as_bytes()))
    }

    fn has(&self, name: &'static str) -> bool {
        self.get(name).is_some()
    }

    fn is_passed_through(&self) -> bool {
        false
    }

    fn carrier(&self) -> Option<&Carrier> {
        self.carrier.as_ref()
    }
}

impl ResponseHeader for Response {
    fn has(&self, name: &'static str) -> bool {
        self.get(name).is_some()
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.retain(&|field| field != name);
        self.append(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.header.push((name.into_owned(), value.into_owned()));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.header.retain(|(field, _)| keep(field));
    }
}

impl WriteResponse for Response {
    type Id = String;
    type Head = ();

    fn status(&self) -> u16 {
        self.status
    }

    fn set_status(&mut self, status: u16) {
        self.status = status;
    }

    fn ensure_id(&mut self, id: String) -> String {
        self.set("x-request-id".into(), id.clone().into());
        id
    }

    fn set_carrier(&mut self, carrier: Carrier) {
        self.carrier = Some(carrier);
    }
}
