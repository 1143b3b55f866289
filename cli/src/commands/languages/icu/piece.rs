//! A message in the syntax of ICU.

/// A part of a message.
pub(super) enum Piece {
    /// A text, in which nothing is syntax yet.
    Text(String),
    /// An argument or a choice.
    Syntax(String),
}

/// The message of these pieces, in which texts are told from syntax: braces anywhere, `#` where it stands for the
/// number of a plural, and what FormatJS takes for a tag. More is not quoted, as an apostrophe before any other
/// character is one.
///
/// What is between apostrophes is text, and two of them are one anywhere. So what is quoted side by side stands
/// between the same two: between `'{'` and `'}'` there would be an apostrophe.
pub(super) fn message_of(pieces: impl IntoIterator<Item = Piece>, is_plural: bool) -> String {
    let mut message = String::new();
    let mut is_quoted = false;
    let mut quote = |message: &mut String, is: bool| {
        if std::mem::replace(&mut is_quoted, is) != is {
            message.push('\'');
        }
    };
    for piece in pieces {
        match piece {
            Piece::Syntax(syntax) => {
                quote(&mut message, false);
                message += &syntax;
            }
            Piece::Text(text) => {
                let mut rest = text.chars();
                while let Some(character) = rest.next() {
                    let is_syntax = match character {
                        '{' | '}' => true,
                        '#' => is_plural,
                        '<' => rest
                            .as_str()
                            .starts_with(|c: char| c.is_alphabetic() || c == '/'),
                        _ => false,
                    };
                    match character {
                        '\'' => message.push('\''),
                        _ => quote(&mut message, is_syntax),
                    }
                    message.push(character);
                }
            }
        }
    }
    quote(&mut message, false);
    message
}
