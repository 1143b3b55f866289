//! What `serde`, the validators and `#[field_names(…)]` say of a type and its fields.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, LitStr, Path, Token, parse_quote};

use super::case::FieldCase;
use crate::errors::Errors;

/// What the attributes of the type say.
pub(super) struct TypeAttrs {
    pub(super) manila: Path,
    pub(super) case: FieldCase,
    /// Whether its one field stands for it on the wire.
    pub(super) is_transparent: bool,
    /// Whether its one field stands for it on the validator's path.
    pub(super) is_off_path: bool,
}

impl TypeAttrs {
    pub(super) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut this = Self {
            manila: parse_quote!(::manila),
            case: FieldCase::default(),
            is_transparent: false,
            is_off_path: false,
        };
        for attribute in attributes {
            let read = match Owner::of(attribute) {
                Some(Owner::Serde) => attribute.parse_nested_meta(|meta| this.read_serde(&meta)),
                Some(Owner::Garde) => attribute.parse_nested_meta(|meta| {
                    this.is_off_path |= meta.path.is_ident("transparent");
                    skip_value(&meta)
                }),
                Some(Owner::Manila) => attribute.parse_nested_meta(|meta| this.read_own(&meta)),
                Some(Owner::Validator) | None => Ok(()),
            };
            errors.take(read);
        }
        this
    }

    fn read_serde(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if meta.path.is_ident("rename_all") {
            if let Some(name) = deserialized(meta)? {
                self.case = FieldCase::named(&name);
            }
            return Ok(());
        }
        if meta.path.is_ident("from") || meta.path.is_ident("try_from") {
            return Err(meta.error(
                "`FieldNames` cannot be derived with serde's `from` and `try_from`, which read the \
                 members of another type; implement it by hand",
            ));
        }
        self.is_transparent |= meta.path.is_ident("transparent");
        skip_value(meta)
    }

    fn read_own(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if !meta.path.is_ident("crate") {
            return Err(unknown(meta, "crate = path", "nested", "field"));
        }
        let value = meta.value()?;
        self.manila = match value.parse::<Option<LitStr>>()? {
            Some(text) => text.parse()?,
            None => value.call(Path::parse_mod_style)?,
        };
        Ok(())
    }
}

/// What the attributes of a field say.
#[derive(Default)]
pub(super) struct FieldAttrs {
    pub(super) rename: Option<String>,
    /// The other names that it may be sent by.
    pub(super) aliases: Vec<String>,
    /// Whether its members stand beside those of the struct.
    pub(super) is_flat: bool,
    /// Whether it is not read from the wire.
    pub(super) is_skipped: bool,
    /// Whether the members of its value are validated as well.
    pub(super) is_nested: bool,
}

impl FieldAttrs {
    pub(super) fn read(attributes: &[Attribute], errors: &mut Errors) -> Self {
        let mut this = Self::default();
        for attribute in attributes {
            let read = match Owner::of(attribute) {
                Some(Owner::Serde) => attribute.parse_nested_meta(|meta| this.read_serde(&meta)),
                Some(Owner::Garde) => this.read_nested(attribute, "dive"),
                Some(Owner::Validator) => this.read_nested(attribute, "nested"),
                Some(Owner::Manila) => attribute.parse_nested_meta(|meta| this.read_own(&meta)),
                None => Ok(()),
            };
            errors.take(read);
        }
        this
    }

    fn read_serde(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if meta.path.is_ident("rename") {
            self.rename = deserialized(meta)?.or(self.rename.take());
            return Ok(());
        }
        if meta.path.is_ident("alias") {
            let name: LitStr = meta.value()?.parse()?;
            self.aliases.push(name.value());
            return Ok(());
        }
        self.is_flat |= meta.path.is_ident("flatten");
        self.is_skipped |= meta.path.is_ident("skip") || meta.path.is_ident("skip_deserializing");
        skip_value(meta)
    }

    /// The setting by which a validator looks into the value.
    fn read_nested(&mut self, attribute: &Attribute, name: &str) -> syn::Result<()> {
        attribute.parse_nested_meta(|meta| {
            self.is_nested |= meta.path.is_ident(name);
            skip_value(&meta)
        })
    }

    fn read_own(&mut self, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
        if !meta.path.is_ident("nested") {
            return Err(unknown(meta, "nested", "crate", "type"));
        }
        self.is_nested = true;
        Ok(())
    }
}

/// Whose attribute it is.
enum Owner {
    Serde,
    Garde,
    Validator,
    Manila,
}

impl Owner {
    fn of(attribute: &Attribute) -> Option<Self> {
        let path = attribute.path();
        [
            ("serde", Self::Serde),
            ("garde", Self::Garde),
            ("validate", Self::Validator),
            ("field_names", Self::Manila),
        ]
        .into_iter()
        .find_map(|(name, owner)| path.is_ident(name).then_some(owner))
    }
}

/// The name for reading, of `name = "…"` or `name(deserialize = "…")`.
fn deserialized(meta: &ParseNestedMeta<'_>) -> syn::Result<Option<String>> {
    if meta.input.peek(Token![=]) {
        let name: LitStr = meta.value()?.parse()?;
        return Ok(Some(name.value()));
    }
    let mut name = None;
    meta.parse_nested_meta(|meta| {
        if meta.path.is_ident("deserialize") {
            let text: LitStr = meta.value()?.parse()?;
            name = Some(text.value());
            return Ok(());
        }
        skip_value(&meta)
    })?;
    Ok(name)
}

/// Passes over the value of a setting that says nothing of names, whatever it looks like.
fn skip_value(meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    meta.input.step(|cursor| {
        let mut rest = *cursor;
        while let Some((token, next)) = rest.token_tree() {
            if matches!(&token, proc_macro2::TokenTree::Punct(punct) if punct.as_char() == ',') {
                break;
            }
            rest = next;
        }
        Ok(((), rest))
    })
}

fn unknown(meta: &ParseNestedMeta<'_>, known: &str, other: &str, owner: &str) -> syn::Error {
    let segments = meta.path.segments.iter();
    let name = segments
        .map(|segment| segment.ident.to_string())
        .collect::<Vec<_>>()
        .join("::");
    if name == other {
        return meta.error(format!(
            "`{name}` is not allowed here: it is a {owner} attribute"
        ));
    }
    meta.error(format!("unknown attribute `{name}`; expected `{known}`"))
}
