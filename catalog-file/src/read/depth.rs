//! A limit on how deep a file nests.

use toml_parser::{Source, lexer::TokenKind};

use crate::diagnostic::Mistake;

/// Where a text nests deeper than any catalog does.
///
/// The parser limits brackets and dots each, but not together (`a.b = { c.d = { …`). What it builds
/// of such a text is so deep that dropping it overflows the stack.
pub(super) fn too_deep(text: &str) -> Option<Mistake> {
    const DEEPEST: usize = 64;
    let mut open = Vec::new();
    let mut depth = 0;
    for token in Source::new(text).lex() {
        match token.kind() {
            kind @ (TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket) => {
                depth += 1;
                open.push((closing(kind), depth));
            }
            kind @ (TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket) => {
                // One that closes nothing is left to the parser, which may go deeper than it shows.
                open.pop_if(|(closing, _)| *closing == kind);
                depth = open.last().map_or(0, |(_, depth)| *depth);
            }
            TokenKind::Comma | TokenKind::Newline => {
                depth = open.last().map_or(0, |(_, depth)| *depth);
            }
            TokenKind::Dot => depth += 1,
            _ => {}
        }
        if depth > DEEPEST {
            let span = token.span();
            let message = "the file is nested too deeply".to_owned();
            let span = span.start()..span.end();
            return Some(Mistake::error("syntax", span, message, None));
        }
    }
    None
}

const fn closing(kind: TokenKind) -> TokenKind {
    match kind {
        TokenKind::LeftCurlyBracket => TokenKind::RightCurlyBracket,
        _ => TokenKind::RightSquareBracket,
    }
}
