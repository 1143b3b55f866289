// A response's header, included by examples that show a header field.

use std::borrow::Cow;

use manila::adapter::ResponseHeader;

#[derive(Default)]
pub struct Header(Vec<(String, String)>);

impl Header {
    pub fn get(&self, name: &str) -> Option<&str> {
        let field = self.0.iter().find(|(field, _)| field == name);
        field.map(|(_, value)| value.as_str())
    }
}

impl ResponseHeader for Header {
    fn has(&self, name: &'static str) -> bool {
        self.get(name).is_some()
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.retain(&|field| field != name);
        self.append(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.0.push((name.into_owned(), value.into_owned()));
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        self.0.retain(|(field, _)| keep(field));
    }
}
