//! Answers questions about languages, a JSON value a line, for tools/check-languages.
//!
//! `{"available": ["en", "es"], "accept": "es-MX, en;q=0.5"}` is answered by the language of a response, and
//! `{"locale": "es", "ftl": "…", "id": "closed", "args": {"count": 3}}` by the message, or `null`.

use std::collections::HashMap;
use std::io::{self, BufRead as _, Write as _};

use manila::translate::{Arguments, Locale, Text, Translate as _};
use manila_fluent::Translations;
use serde_json::{Value, json};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "none", case = "snake_case")]
enum ApiError {
    #[error("none")]
    #[error_code(status = 500)]
    None,
}

/// Arguments as JSON.
struct Given(HashMap<String, Vec<u8>>);

impl Arguments for Given {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        self.0.get(name).map(|value| &**value)
    }
}

fn main() -> io::Result<()> {
    let mut known: HashMap<String, Option<Translations>> = HashMap::new();
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let asked: Value = serde_json::from_str(&line?)?;
        let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
        let answer = if asked.get("accept").is_some() {
            let key = asked["available"].to_string();
            let made = known.entry(key).or_insert_with(|| {
                let tags = asked["available"]
                    .as_array()?
                    .iter()
                    .filter_map(Value::as_str);
                let builder = Translations::builder(ApiError::None.code().catalog());
                let builder = tags.fold(builder, |builder, tag| builder.locale(tag, [""]));
                builder.build().ok()
            });
            made.as_ref().map(|made| {
                let header = text("accept");
                let locale = made.negotiate(&mut [header.as_bytes()].into_iter());
                made.tag(locale).unwrap_or_default().to_owned()
            })
        } else {
            let (locale, ftl, id) = (text("locale"), text("ftl"), text("id"));
            // The one code repeats the message that is asked for.
            let ftl = format!("{ftl}\nnone = {{ {id} }}\n");
            let made = known.entry(format!("{locale}\n{ftl}")).or_insert_with(|| {
                let builder = Translations::builder(ApiError::None.code().catalog());
                builder.source("und").locale(locale, [ftl]).build().ok()
            });
            let arguments = asked["args"].as_object().into_iter().flatten();
            let arguments =
                arguments.map(|(name, value)| (name.clone(), value.to_string().into_bytes()));
            let arguments = Given(arguments.collect());
            made.as_ref().and_then(|made| {
                let message = Text::Message(ApiError::None.code());
                let found = made.translate(Locale::new(1), message, &arguments);
                found.map(|text| text.into_owned())
            })
        };
        writeln!(out, "{}", json!(answer))?;
    }
    Ok(())
}
