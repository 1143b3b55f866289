//! Messages as they are formatted.

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement,
    Variant, VariantKey,
};
use fluent_syntax::parser::parse;
use fluent_syntax::serializer::serialize;

use super::functions::{VALUE, VARIANT};

/// Returns a Fluent file whose messages choose variants by [`VARIANT`] and write numbers by `NUMBER`, so that
/// both are the language's.
pub(crate) fn rewritten(text: &str) -> String {
    let mut resource = match parse(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    for entry in &mut resource.body {
        let (value, attributes, is_term) = match entry {
            Entry::Message(message) => (message.value.as_mut(), &mut message.attributes, false),
            Entry::Term(term) => (Some(&mut term.value), &mut term.attributes, true),
            _ => continue,
        };
        let attributes = attributes.iter_mut().map(|attribute| &mut attribute.value);
        value
            .into_iter()
            .chain(attributes)
            .for_each(|pattern| rewrite(pattern, is_term));
    }
    serialize(&resource)
}

fn rewrite(pattern: &mut Pattern<&str>, is_term: bool) {
    for element in &mut pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            rewrite_expression(expression, is_term);
        }
    }
}

fn rewrite_expression(expression: &mut Expression<&str>, is_term: bool) {
    match expression {
        Expression::Select { selector, variants } => {
            let keys = variants.iter().filter_map(number_of).collect();
            call(selector, VARIANT, keys);
            for variant in variants {
                rewrite(&mut variant.value, is_term);
            }
        }
        Expression::Inline(inline) => match inline {
            InlineExpression::NumberLiteral { .. } => call(inline, "NUMBER", Vec::new()),
            InlineExpression::VariableReference { .. } if is_term => {
                call(inline, VALUE, Vec::new());
            }
            InlineExpression::Placeable { expression } => rewrite_expression(expression, is_term),
            _ => {}
        },
    }
}

fn number_of<'t>(variant: &Variant<&'t str>) -> Option<InlineExpression<&'t str>> {
    match variant.key {
        VariantKey::NumberLiteral { value } => Some(InlineExpression::NumberLiteral { value }),
        VariantKey::Identifier { .. } => None,
    }
}

/// Puts a call of a function in the place of its first argument.
fn call<'t>(
    argument: &mut InlineExpression<&'t str>,
    function: &'static str,
    others: Vec<InlineExpression<&'t str>>,
) {
    let nothing = InlineExpression::NumberLiteral { value: "0" };
    let first = std::mem::replace(argument, nothing);
    let mut positional = vec![first];
    positional.extend(others);
    *argument = InlineExpression::FunctionReference {
        id: Identifier { name: function },
        arguments: CallArguments {
            positional,
            named: Vec::new(),
        },
    };
}
