//! How `serde`'s `rename_all` spells the names of fields.

/// One of `serde`'s cases. What it calls a word is what an underscore ends.
#[derive(Clone, Copy, Default)]
pub(super) enum FieldCase {
    #[default]
    AsWritten,
    Upper,
    Pascal,
    Camel,
    Kebab,
    ScreamingKebab,
}

impl FieldCase {
    /// The case of this name; `serde`'s own derive refuses a name that it does not know.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "UPPERCASE" | "SCREAMING_SNAKE_CASE" => Self::Upper,
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "kebab-case" => Self::Kebab,
            "SCREAMING-KEBAB-CASE" => Self::ScreamingKebab,
            // A field is in snake_case, and so in lower case, already.
            _ => Self::AsWritten,
        }
    }

    pub(super) fn spell(self, field: &str) -> String {
        match self {
            Self::AsWritten => field.to_owned(),
            Self::Upper => field.to_ascii_uppercase(),
            Self::Kebab => field.replace('_', "-"),
            Self::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
            Self::Pascal => capitalize(field.split('_')),
            Self::Camel => {
                let mut camel = capitalize(field.split('_'));
                if let Some(first) = camel.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                camel
            }
        }
    }
}

fn capitalize<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut name = String::new();
    for word in words {
        let start = name.len();
        name.push_str(word);
        if let Some(first) = name.get_mut(start..start + 1) {
            first.make_ascii_uppercase();
        }
    }
    name
}
