//! Values of TOML as JSON.

use toml::de::{DeTable, DeValue};

use super::json::Json;

/// A value that is written in TOML, if it is one that JSON has too.
pub(super) fn of(text: &str) -> Option<Json> {
    let document = format!("value = {text}");
    let table = DeTable::parse(&document).ok()?;
    json(table.get_ref().get("value")?.get_ref())
}

fn json(value: &DeValue<'_>) -> Option<Json> {
    Some(match value {
        DeValue::String(text) => Json::from(&**text),
        DeValue::Boolean(flag) => Json::Flag(*flag),
        DeValue::Integer(integer) => {
            Json::Integer(i64::from_str_radix(integer.as_str(), integer.radix()).ok()?)
        }
        DeValue::Array(items) => {
            let items = items.iter().map(|item| json(item.get_ref()));
            Json::List(items.collect::<Option<_>>()?)
        }
        DeValue::Table(table) => {
            let mut members: Vec<_> = table.iter().collect();
            members.sort_by_key(|(key, _)| key.span().start);
            let members = members.into_iter().map(|(key, value)| {
                let key = key.get_ref().to_string();
                Some((key, json(value.get_ref())?))
            });
            Json::Object(members.collect::<Option<_>>()?)
        }
        DeValue::Float(_) | DeValue::Datetime(_) => return None,
    })
}
