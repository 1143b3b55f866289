//! What the attributes of a field can say.

use manila_catalog_file::DetailType;

use crate::attr::Key;

/// What the attributes of a field say.
#[derive(Default)]
pub(super) struct FieldAttrs {
    pub(super) is_detail: bool,
    pub(super) rename: Option<String>,
    pub(super) kind: Option<DetailType>,
    pub(super) meaning: Option<String>,
    pub(super) required: Option<bool>,
    pub(super) items: Option<DetailType>,
    pub(super) values: Vec<String>,
}

impl FieldAttrs {
    pub(super) const KEYS: &[Key<Self>] = &[
        ("detail", |this, setting, errors| {
            this.is_detail = setting.flag(errors).unwrap_or_default();
        }),
        ("rename", |this, setting, errors| {
            this.rename = setting.text(errors);
        }),
        ("kind", |this, setting, errors| {
            this.kind = setting.word(errors, DetailType::ALL, DetailType::as_str);
        }),
        ("meaning", |this, setting, errors| {
            this.meaning = setting.text(errors);
        }),
        ("required", |this, setting, errors| {
            this.required = setting.flag(errors);
        }),
        ("items", |this, setting, errors| {
            this.items = setting.word(errors, DetailType::ALL, DetailType::as_str);
        }),
        ("values", |this, setting, errors| {
            this.values = setting.texts(errors);
        }),
    ];
}
