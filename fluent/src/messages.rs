//! The messages of one catalog in one language.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};
use manila::DetailType;
use manila::translate::Arguments as Values;

use crate::format::{self, Formatters};

/// The messages of a catalog in a language. What takes no argument is formatted when they are read.
pub(crate) struct Messages {
    texts: HashMap<Box<str>, Texts>,
    bundle: FluentBundle<FluentResource>,
    formatters: Formatters,
}

/// The texts of a message: its value, and its attributes by their names.
#[derive(Debug, Default)]
struct Texts {
    value: Option<Text>,
    attributes: Vec<(Box<str>, Text)>,
}

/// A text.
#[derive(Debug)]
enum Text {
    Fixed(Box<str>),
    /// It takes arguments of these names.
    Filled(Box<[Box<str>]>),
}

/// Which text of a message is wanted: its value, or an attribute.
pub(crate) type Part<'a> = Option<&'a str>;

impl Messages {
    /// Creates messages without any, whose values the formatters of the language write.
    pub(crate) fn new(formatters: Formatters) -> Self {
        // What names a locale here is the memoizer of `fluent-bundle`, which nothing asks.
        let mut bundle = FluentBundle::new_concurrent(Vec::new());
        bundle.set_use_isolating(false);
        // Names that nobody has taken cannot clash.
        let _ = format::add_functions(&mut bundle, &formatters);
        Self {
            texts: HashMap::new(),
            bundle,
            formatters,
        }
    }

    /// Adds the messages of a file, in the place of earlier ones of their names.
    pub(crate) fn add(&mut self, text: &str) {
        let text = format::rewritten(text);
        let resource = match FluentResource::try_new(text) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let shapes: Vec<_> = resource.entries().filter_map(Shape::of).collect();
        let arguments = Arguments::of(&shapes);
        self.bundle.add_resource_overriding(resource);
        for (id, texts) in arguments {
            let texts = texts.into_iter().filter_map(|(part, names)| {
                let text = self.prepared(&id, part.as_deref(), names)?;
                Some((part, text))
            });
            let mut known = Texts::default();
            for (part, text) in texts.collect::<Vec<_>>() {
                match part {
                    None => known.value = Some(text),
                    Some(name) => known.attributes.push((name, text)),
                }
            }
            self.texts.insert(id, known);
        }
    }

    fn prepared(&self, id: &str, part: Part<'_>, names: BTreeSet<Box<str>>) -> Option<Text> {
        if names.is_empty() {
            let text = self.formatted(id, part, None)?;
            return Some(Text::Fixed(text.into_owned().into_boxed_str()));
        }
        Some(Text::Filled(names.into_iter().collect()))
    }

    /// Returns a text, if there is one and every detail that it takes is there.
    pub(crate) fn text(
        &self,
        id: &str,
        part: Part<'_>,
        values: &dyn Values,
        kind: &dyn Fn(&str) -> Option<DetailType>,
    ) -> Option<Cow<'_, str>> {
        match self.message(id, part)? {
            Text::Fixed(text) => Some(Cow::Borrowed(text)),
            Text::Filled(names) => {
                let mut arguments = FluentArgs::with_capacity(names.len());
                for name in names {
                    let json = values.argument(name)?;
                    let value = format::value(json, kind(name), &self.formatters)?;
                    arguments.set(&**name, value);
                }
                self.formatted(id, part, Some(&arguments))
            }
        }
    }

    fn message(&self, id: &str, part: Part<'_>) -> Option<&Text> {
        let texts = self.texts.get(id)?;
        match part {
            None => texts.value.as_ref(),
            Some(name) => {
                let mut attributes = texts.attributes.iter();
                let (_, text) = attributes.find(|(known, _)| **known == *name)?;
                Some(text)
            }
        }
    }

    fn formatted(
        &self,
        id: &str,
        part: Part<'_>,
        arguments: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'_, str>> {
        let message = self.bundle.get_message(id)?;
        let pattern = match part {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, arguments, &mut errors);
        errors.is_empty().then_some(text)
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("texts", &self.texts.len())
            .field("formatters", &self.formatters)
            .finish_non_exhaustive()
    }
}

/// A text of a message, with what it takes and repeats.
struct Shape<'p> {
    id: &'p str,
    part: Option<&'p str>,
    uses: Uses<'p>,
}

#[derive(Default)]
struct Uses<'p> {
    arguments: BTreeSet<&'p str>,
    messages: BTreeSet<(&'p str, Option<&'p str>)>,
}

impl<'p> Shape<'p> {
    fn of(entry: &'p Entry<&'p str>) -> Option<Vec<Self>> {
        let Entry::Message(Message {
            id,
            value,
            attributes,
            comment: _,
        }) = entry
        else {
            return None;
        };
        let value = value.iter().map(|value| (None, value));
        let attributes = attributes.iter().map(|it| (Some(it.id.name), &it.value));
        let patterns = value.chain(attributes);
        let shapes = patterns.map(|(part, pattern)| {
            let mut uses = Uses::default();
            uses.pattern(pattern);
            Shape {
                id: id.name,
                part,
                uses,
            }
        });
        Some(shapes.collect())
    }
}

impl<'p> Uses<'p> {
    fn pattern(&mut self, pattern: &'p Pattern<&'p str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'p Expression<&'p str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants
                    .iter()
                    .for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'p InlineExpression<&'p str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name);
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                self.messages.insert((id.name, attribute));
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|it| self.inline(it));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            // A term takes the arguments that it is called with, which are literals.
            InlineExpression::TermReference { .. }
            | InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// The names of the arguments of each text, by message.
type Parts = Vec<(Option<Box<str>>, BTreeSet<Box<str>>)>;

struct Arguments;

impl Arguments {
    /// The arguments of each text, with those of the messages that it repeats. No message repeats itself, as
    /// files that have one are refused.
    fn of(shapes: &[Vec<Shape<'_>>]) -> Vec<(Box<str>, Parts)> {
        let all = shapes.iter().flatten();
        let uses: HashMap<_, _> = all.map(|it| ((it.id, it.part), &it.uses)).collect();
        let messages = shapes.iter().filter_map(|message| {
            let id = message.first()?.id;
            let parts = message.iter().map(|shape| {
                let mut names = BTreeSet::new();
                collect(
                    (shape.id, shape.part),
                    &uses,
                    &mut names,
                    &mut BTreeSet::new(),
                );
                let names = names.into_iter().map(Box::from).collect();
                (shape.part.map(Box::from), names)
            });
            Some((id.into(), parts.collect()))
        });
        messages.collect()
    }
}

type Key<'p> = (&'p str, Option<&'p str>);

fn collect<'p>(
    key: Key<'p>,
    uses: &HashMap<Key<'p>, &Uses<'p>>,
    names: &mut BTreeSet<&'p str>,
    seen: &mut BTreeSet<Key<'p>>,
) {
    let Some(found) = uses.get(&key).filter(|_| seen.insert(key)) else {
        return;
    };
    names.extend(&found.arguments);
    for message in &found.messages {
        collect(*message, uses, names, seen);
    }
}
