//! What a pattern of Fluent consists of.

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
    VariantKey,
};

/// The parts of a pattern and of all patterns inside of it.
#[derive(Default)]
pub(super) struct Parts<'p, 't> {
    /// Texts, and the values of literals.
    pub(super) texts: Vec<&'t str>,
    /// The names of arguments, as often as they are used.
    pub(super) variables: Vec<&'t str>,
    /// Those of them that stand in the text, and do not choose a variant alone.
    pub(super) told: Vec<&'t str>,
    pub(super) references: Vec<Reference<'p, 't>>,
    pub(super) functions: Vec<Function<'p, 't>>,
    pub(super) selections: Vec<Selection<'p, 't>>,
    /// Whether there is more than texts.
    pub(super) has_values: bool,
    /// How many placeables there are.
    pub(super) placeables: usize,
}

/// A message or a term that a pattern repeats.
#[derive(Clone, Copy)]
pub(super) struct Reference<'p, 't> {
    pub(super) is_term: bool,
    pub(super) id: &'t str,
    pub(super) attribute: Option<&'t str>,
    /// What a term is called with.
    pub(super) arguments: Option<&'p CallArguments<&'t str>>,
}

/// A call of a function.
pub(super) struct Function<'p, 't> {
    pub(super) name: &'t str,
    pub(super) arguments: &'p CallArguments<&'t str>,
}

/// A choice between variants.
pub(super) struct Selection<'p, 't> {
    pub(super) selector: &'p InlineExpression<&'t str>,
    pub(super) variants: &'p [Variant<&'t str>],
}

impl<'p, 't> Parts<'p, 't> {
    pub(super) fn of(pattern: &'p Pattern<&'t str>) -> Self {
        let mut parts = Self::default();
        parts.add(pattern);
        parts
    }

    pub(super) fn add(&mut self, pattern: &'p Pattern<&'t str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.texts.push(value),
                PatternElement::Placeable { expression } => self.expression(expression),
            }
        }
    }

    fn expression(&mut self, expression: &'p Expression<&'t str>) {
        self.placeables += 1;
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let told = self.told.len();
                self.inline(selector);
                self.told.truncate(told);
                self.selections.push(Selection { selector, variants });
                variants.iter().for_each(|variant| self.add(&variant.value));
            }
        }
    }

    fn inline(&mut self, expression: &'p InlineExpression<&'t str>) {
        self.has_values |= !matches!(expression, InlineExpression::StringLiteral { .. });
        match expression {
            InlineExpression::StringLiteral { value } => self.texts.push(value),
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::FunctionReference { id, arguments } => {
                let name = id.name;
                self.functions.push(Function { name, arguments });
                self.arguments(arguments);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.references.push(Reference {
                    is_term: false,
                    id: id.name,
                    attribute: attribute.as_ref().map(|attribute| attribute.name),
                    arguments: None,
                });
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                self.references.push(Reference {
                    is_term: true,
                    id: id.name,
                    attribute: attribute.as_ref().map(|attribute| attribute.name),
                    arguments: arguments.as_ref(),
                });
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::VariableReference { id } => {
                self.variables.push(id.name);
                self.told.push(id.name);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn arguments(&mut self, arguments: &'p CallArguments<&'t str>) {
        for argument in &arguments.positional {
            self.inline(argument);
        }
    }
}

/// A pattern of texts and arguments alone, as a catalog writes one.
pub(super) fn text_of(pattern: &Pattern<&str>) -> String {
    let elements = pattern.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable {
            expression: Expression::Inline(InlineExpression::VariableReference { id }),
        } => format!("{{ ${} }}", id.name),
        PatternElement::Placeable { .. } => String::new(),
    });
    elements.collect()
}

impl<'t> Selection<'_, 't> {
    /// The names among the keys; the others are numbers.
    pub(super) fn names(&self) -> impl Iterator<Item = &'t str> {
        self.variants
            .iter()
            .filter_map(|variant| match variant.key {
                VariantKey::Identifier { name } => Some(name),
                VariantKey::NumberLiteral { .. } => None,
            })
    }

    /// Whether ordinal numbers are told apart, by `NUMBER(…, type: "ordinal")`.
    pub(super) fn is_ordinal(&self) -> bool {
        let InlineExpression::FunctionReference { arguments, .. } = self.selector else {
            return false;
        };
        arguments.named.iter().any(|NamedArgument { name, value }| {
            let is_type = name.name == "type";
            is_type && matches!(value, InlineExpression::StringLiteral { value: "ordinal" })
        })
    }
}
