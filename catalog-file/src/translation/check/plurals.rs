//! The rule about plural categories.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRuleType, PluralRules, PluralRulesOptions};

use super::context::Context;
use super::report::Report;
use crate::phrase::quoted;
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    let Ok(locale) = context.locale.parse::<Locale>() else {
        return;
    };
    let categories = |kind| {
        let options = PluralRulesOptions::default().with_type(kind);
        let rules = PluralRules::try_new((&locale).into(), options).ok()?;
        Some(rules.categories().map(word).collect::<Vec<_>>())
    };
    let cardinals = categories(PluralRuleType::Cardinal);
    let ordinals = categories(PluralRuleType::Ordinal);
    for (source, message) in context.messages() {
        let attributes = message.attributes.iter().map(|it| &it.value);
        for pattern in message.value.iter().chain(attributes) {
            for selection in Parts::of(pattern).selections {
                let (kind, known) = match selection.is_ordinal() {
                    true => ("ordinal", &ordinals),
                    false => ("plural", &cardinals),
                };
                let Some(known) = known else { continue };
                // Variants that are named otherwise tell texts apart, not numbers.
                let names: Vec<_> = selection.names().collect();
                if !names.iter().all(|name| is_category(name)) {
                    continue;
                }
                for name in names.into_iter().filter(|name| !known.contains(name)) {
                    let text = format!(
                        "{} has no {kind} category {}, so that its variant is never chosen",
                        quoted(context.locale),
                        quoted(name)
                    );
                    let help = format!("its categories are: {}", known.join(", "));
                    let rule = Rule::PluralCategory;
                    report.add_with_help(rule, source.code, name, text, Some(help));
                }
            }
        }
    }
}

fn is_category(name: &str) -> bool {
    PluralCategory::get_for_cldr_string(name).is_some()
}

const fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
