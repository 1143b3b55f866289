//! What the attributes of a variant can say.

use manila_catalog_file::{
    Allowed, Applied, Condition, Detail, DetailType, Entry, Owner, Retry, Scope, Severity,
};
use proc_macro2::Span;
use syn::Member;

use crate::attr::{Key, Setting, Settings};
use crate::errors::Errors;

/// What the attributes of a variant say.
pub(super) struct VariantAttrs {
    pub(super) entry: Entry,
    pub(super) conditions: Vec<(Condition, Span)>,
    pub(super) rules: Vec<(String, Span)>,
    pub(super) retry_after: Option<(Member, Span)>,
    /// Where it is said that the message is the text of `#[error("…")]`.
    pub(super) shows_display: Option<Span>,
    pub(super) is_internal: bool,
    pub(super) is_transparent: bool,
}

impl VariantAttrs {
    /// What a variant without attributes says.
    pub(super) fn of(code: String) -> Self {
        Self {
            entry: Entry::new(code),
            conditions: Vec::new(),
            rules: Vec::new(),
            retry_after: None,
            shows_display: None,
            is_internal: false,
            is_transparent: false,
        }
    }

    /// Whether the variant has a code of its own.
    pub(super) fn has_code(&self) -> bool {
        !self.is_internal && !self.is_transparent
    }

    pub(super) const KEYS: &[Key<Self>] = &[
        ("code", |this, setting, errors| {
            if let Some(name) = setting.text(errors) {
                this.entry.name = name;
            }
        }),
        ("number", |this, setting, errors| {
            this.entry.number =
                setting.integer(errors, "a valid number (-2147483648 to 2147483647)");
        }),
        ("status", statuses),
        ("statuses", statuses),
        ("derived", |this, setting, errors| {
            this.entry.derived = setting.flag(errors).unwrap_or_default();
        }),
        ("title", |this, setting, errors| {
            this.entry.title = setting.text(errors);
        }),
        ("message", |this, setting, errors| {
            if setting.has_no_value() {
                this.shows_display = Some(setting.name_span());
            } else {
                this.entry.message = setting.text(errors);
            }
        }),
        ("meaning", |this, setting, errors| {
            this.entry.meaning = setting.text(errors);
        }),
        ("causes", |this, setting, errors| {
            this.entry.causes = setting.texts(errors);
        }),
        ("client", |this, setting, errors| {
            this.entry.client = setting.texts(errors);
        }),
        ("server", |this, setting, errors| {
            this.entry.server = setting.texts(errors);
        }),
        ("operations", |this, setting, errors| {
            this.entry.operations = setting.texts(errors);
        }),
        ("next", |this, setting, errors| {
            this.entry.next = setting.text(errors);
        }),
        ("source", |this, setting, errors| {
            this.entry.source = setting.texts(errors);
        }),
        ("section", |this, setting, errors| {
            this.entry.section = setting.text(errors);
        }),
        ("category", |this, setting, errors| {
            this.entry.category = setting.text(errors);
        }),
        ("retry", |this, setting, errors| {
            this.entry.retry = setting.word(errors, Retry::ALL, Retry::as_str);
        }),
        ("retry_after", |this, setting, errors| {
            this.retry_after = setting
                .member(errors)
                .map(|member| (member, setting.span()));
        }),
        ("severity", |this, setting, errors| {
            this.entry.severity = setting.word(errors, Severity::ALL, Severity::as_str);
        }),
        ("user_actionable", |this, setting, errors| {
            this.entry.user_actionable = setting.flag(errors);
        }),
        ("owner", |this, setting, errors| {
            this.entry.owner = setting.word(errors, Owner::ALL, Owner::as_str);
        }),
        ("applied", |this, setting, errors| {
            this.entry.applied = setting.word(errors, Applied::ALL, Applied::as_str);
        }),
        ("auto_fix", |this, setting, errors| {
            this.entry.auto_fix = setting.text(errors);
        }),
        ("related", |this, setting, errors| {
            this.entry.related = setting.texts(errors);
        }),
        ("mentions", |this, setting, errors| {
            this.entry.mentions = setting.texts(errors);
        }),
        ("facts", |this, setting, errors| {
            for member in setting.members(errors) {
                if let Some(fact) = member.fact(errors) {
                    this.entry.facts.push((member.name().to_owned(), fact));
                }
            }
        }),
        ("scope", |this, setting, errors| {
            let scopes = setting.words(errors, Scope::ALL, Scope::as_str);
            this.entry.scope = scopes.into_iter().map(|(scope, _)| scope).collect();
        }),
        ("exit_code", |this, setting, errors| {
            this.entry.exit_code = setting.integer(errors, "an exit code (0–255)");
        }),
        ("since", |this, setting, errors| {
            this.entry.since = setting.text(errors);
        }),
        ("deprecated", |this, setting, errors| {
            this.entry.deprecated = setting.text(errors);
        }),
        ("retired", |this, setting, errors| {
            this.entry.retired = setting.text(errors);
        }),
        ("replaced_by", |this, setting, errors| {
            this.entry.replaced_by = setting.text(errors);
        }),
        ("details", details),
        ("allow", allow),
        ("condition", |this, setting, errors| {
            this.conditions
                .extend(setting.words(errors, Condition::ALL, Condition::as_str));
        }),
        ("rule", |this, setting, errors| {
            this.rules.extend(setting.spanned_texts(errors));
        }),
        ("default", |this, setting, errors| {
            if setting.flag(errors) == Some(true) {
                this.conditions.push((Condition::Internal, setting.span()));
            }
        }),
        ("internal", |this, setting, errors| {
            this.is_internal = setting.flag(errors).unwrap_or_default();
        }),
        ("transparent", |this, setting, errors| {
            this.is_transparent = setting.flag(errors).unwrap_or_default();
        }),
    ];
}

fn statuses(this: &mut VariantAttrs, setting: &Setting, errors: &mut Errors) {
    if !this.entry.statuses.is_empty() {
        let message = "`status` and `statuses` cannot both be set; list them all in one, the \
                       default first";
        errors.push(setting.name_span(), message);
        return;
    }
    this.entry.statuses = setting.integers(errors, "an error status (400–599)");
}

/// The details that are attached by hand; those in fields are read from the fields.
fn details(this: &mut VariantAttrs, setting: &Setting, errors: &mut Errors) {
    const KEYS: &[Key<Detail>] = &[
        ("type", |detail, setting, errors| {
            let kind = setting.word(errors, DetailType::ALL, DetailType::as_str);
            detail.kind = kind.unwrap_or(detail.kind);
        }),
        ("meaning", |detail, setting, errors| {
            detail.meaning = setting.text(errors);
        }),
        ("required", |detail, setting, errors| {
            detail.required = setting.flag(errors);
        }),
        ("items", |detail, setting, errors| {
            detail.items = setting.word(errors, DetailType::ALL, DetailType::as_str);
        }),
        ("values", |detail, setting, errors| {
            detail.values = setting.texts(errors);
        }),
    ];
    for member in setting.members(errors) {
        let mut detail = Detail::new(member.name(), DetailType::Any);
        let mut settings = Settings::of(member.members(errors));
        settings.apply(KEYS, |_| None, &mut detail, errors);
        if settings.get("type").is_none() && !settings.is_unreadable("type") {
            let message = format!(
                "detail `{0}` has no `type`; write `{0} = {{ type = \"…\" }}`",
                member.name()
            );
            errors.push(member.name_span(), message);
        }
        this.entry.details.push(detail);
    }
}

fn allow(this: &mut VariantAttrs, setting: &Setting, errors: &mut Errors) {
    for member in setting.members(errors) {
        if let Some(reason) = member.text(errors) {
            let allowed = Allowed::new(member.name(), reason);
            this.entry.allow.push(allowed);
        }
    }
}
