//! The text of `#[error("…")]`, where a variant says that it is the message for clients.

use manila_catalog_file::CatalogPath;
use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::{Attribute, LitStr, Member};

use super::reader::Reader;
use crate::attr::display_text;

const SENT: &str = "`message` without a value sends this text to the client";

const OR: &str = "or write `message = \"…\"`";

/// The text as the message of the code at this index, its fields as placeholders for the details that
/// they are. A text that may show more than clients are sent is a mistake.
pub(super) fn public_display(
    attributes: &[Attribute],
    span: Span,
    details: &[(Member, String)],
    index: usize,
    reader: &mut Reader<'_>,
) -> Option<String> {
    let Some((text, has_arguments)) = display_text(attributes) else {
        let message = format!(
            "`message` without a value is the text of `#[error(\"…\")]`, and there is none; add \
             it, {OR}"
        );
        reader.errors.push(span, message);
        return None;
    };
    let path = CatalogPath::Field(index, "message");
    if has_arguments {
        let message = format!("{SENT}, and cannot have arguments; name fields in it, {OR}");
        reader.errors.push(text.span(), message);
        return None;
    }
    match message_of(&text, details) {
        Ok(message) => {
            reader.spans.note(path, text.span());
            Some(message)
        }
        Err(NotPublic::Detail(_)) if reader.spans.is_unreadable(path) => None,
        Err(why) => {
            reader.errors.push(text.span(), why.in_words());
            None
        }
    }
}

/// Why a text is not for clients.
#[derive(Debug, PartialEq)]
enum NotPublic {
    /// It shows a field that is no detail.
    Detail(String),
    /// It shows a field in another way than it is sent.
    Format(String),
    /// It has a brace that is none of a placeholder.
    Brace,
}

impl NotPublic {
    fn in_words(&self) -> String {
        match self {
            Self::Detail(name) => format!(
                "{SENT}, but `{{{name}}}` is not a detail; add `#[error_code(detail)]` to the \
                 field, {OR}"
            ),
            Self::Format(placeholder) => format!(
                "{SENT}, with details as they are sent; remove the format of `{{{placeholder}}}`, \
                 {OR}"
            ),
            Self::Brace => format!("{SENT}, where braces are placeholders; remove others, {OR}"),
        }
    }
}

/// The text with `{ $name }` for each field that is the detail of that name.
fn message_of(text: &LitStr, details: &[(Member, String)]) -> Result<String, NotPublic> {
    let text = text.value();
    if text.contains("{{") || text.contains("}}") {
        return Err(NotPublic::Brace);
    }
    let (mut message, mut rest) = (String::with_capacity(text.len() + 8), &*text);
    while let Some((before, behind)) = rest.split_once('{') {
        let (placeholder, behind) = behind.split_once('}').ok_or(NotPublic::Brace)?;
        if before.contains('}') {
            return Err(NotPublic::Brace);
        }
        let field = placeholder.trim();
        if field.contains(':') {
            return Err(NotPublic::Format(placeholder.to_owned()));
        }
        let detail = details.iter().find(|(member, _)| is_called(member, field));
        let (_, name) = detail.ok_or_else(|| NotPublic::Detail(placeholder.to_owned()))?;
        message.extend([before, "{ $", name, " }"]);
        rest = behind;
    }
    if rest.contains('}') {
        return Err(NotPublic::Brace);
    }
    message.push_str(rest);
    Ok(message)
}

fn is_called(member: &Member, field: &str) -> bool {
    match member {
        Member::Named(name) => name.unraw() == field.strip_prefix("r#").unwrap_or(field),
        Member::Unnamed(index) => index.index.to_string() == field,
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Span;
    use syn::parse_quote;

    use super::*;

    #[test]
    fn a_text_for_clients_shows_details_and_nothing_else() {
        let details = [
            (parse_quote!(limit), "limit".to_owned()),
            (parse_quote!(r#type), "kind".to_owned()),
            (parse_quote!(0), "name".to_owned()),
        ];
        let check = |text: &str, message: Result<&str, NotPublic>| {
            let text = LitStr::new(text, Span::call_site());
            let message = message.map(str::to_owned);
            assert_eq!(message_of(&text, &details), message, "{}", text.value());
        };
        let no_detail = |name: &str| Err(NotPublic::Detail(name.to_owned()));
        let formatted = |placeholder: &str| Err(NotPublic::Format(placeholder.to_owned()));
        check("Down for maintenance.", Ok("Down for maintenance."));
        check("", Ok(""));
        check("{limit} apps", Ok("{ $limit } apps"));
        check("{0}: {limit}, {0}", Ok("{ $name }: { $limit }, { $name }"));
        check("{ type }{r#type}", Ok("{ $kind }{ $kind }"));
        check("{secret} led here", no_detail("secret"));
        check("{1}", no_detail("1"));
        check("{}", no_detail(""));
        // The name of a detail is not that of its field.
        check("{kind}", no_detail("kind"));
        check("{limit:?}", formatted("limit:?"));
        check("{secret:02}", formatted("secret:02"));
        for text in [
            "{{limit}}",
            "a }} b",
            "{limit",
            "limit}",
            "a} {limit}",
            "{limit} }",
        ] {
            check(text, Err(NotPublic::Brace));
        }
    }
}
