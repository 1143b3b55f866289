//! What a catalog shows where it does not say a fact outright.

use std::borrow::Cow;

use crate::{Case, Catalog, Entry, Scope, default_exit_code, text::placeholder, title_of};

impl Catalog {
    /// Returns the exit code of an entry: its own, else that of its default status, else `None`.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog, Entry};
    ///
    /// let mut catalog = Catalog::new("plans", Case::Snake);
    /// catalog.exit_codes = vec![(402, 3)];
    /// let mut entry = Entry::new("plan_limit");
    /// assert_eq!(catalog.exit_code(&entry), None);
    /// entry.statuses = vec![402];
    /// assert_eq!(catalog.exit_code(&entry), Some(3));
    /// entry.exit_code = Some(9);
    /// assert_eq!(catalog.exit_code(&entry), Some(9));
    /// ```
    #[must_use]
    pub fn exit_code(&self, entry: &Entry) -> Option<u8> {
        let by_status = |status: &u16| self.exit_code_by_status(*status);
        entry
            .exit_code
            .or_else(|| entry.statuses.first().and_then(by_status))
    }

    fn exit_code_by_status(&self, status: u16) -> Option<u8> {
        let known = self.exit_codes.iter().find(|(of, _)| *of == status)?;
        Some(known.1)
    }

    /// Returns the exit code of an entry, or that of [`default_exit_code`] where neither the entry
    /// nor the catalog has one.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog, Entry};
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.statuses = vec![403];
    /// assert_eq!(Catalog::new("plans", Case::Snake).shown_exit_code(&entry), 77);
    /// ```
    #[must_use]
    pub fn shown_exit_code(&self, entry: &Entry) -> u8 {
        let status = entry.statuses.first().copied().unwrap_or_default();
        entry
            .exit_code
            .unwrap_or_else(|| self.shown_exit_code_by_status(status))
    }

    /// The exit code of an entry that has none of its own.
    pub(crate) fn shown_exit_code_by_status(&self, status: u16) -> u8 {
        self.exit_code_by_status(status)
            .unwrap_or_else(|| default_exit_code(status))
    }
}

impl Catalog {
    /// Returns how HTTP's own codes are spelled: as the catalog says, else as its codes, and in
    /// `snake_case` where those are spelled in any way.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog};
    ///
    /// assert_eq!(Catalog::new("plans", Case::Camel).shown_http_case(), Case::Camel);
    /// assert_eq!(Catalog::new("plans", Case::Any).shown_http_case(), Case::Snake);
    /// ```
    #[must_use]
    pub fn shown_http_case(&self) -> Case {
        match self.http_case.unwrap_or(self.case) {
            Case::Any => Case::Snake,
            case => case,
        }
    }

    /// Returns the title of a fact of its codes: as the catalog says, else the fact's name.
    ///
    /// ```
    /// use manila_catalog_file::{Case, Catalog};
    ///
    /// let mut catalog = Catalog::new("plans", Case::Snake);
    /// catalog.facts = vec![("webhook".to_owned(), "Triggers a webhook".to_owned())];
    /// assert_eq!(catalog.fact_title("webhook"), "Triggers a webhook");
    /// assert_eq!(catalog.fact_title("page"), "page");
    /// ```
    #[must_use]
    pub fn fact_title<'a>(&'a self, fact: &'a str) -> &'a str {
        let known = self.facts.iter().find(|(name, _)| name == fact);
        known.map_or(fact, |(_, title)| title)
    }
}

impl Entry {
    /// Returns the name of the code's Rust variant.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// assert_eq!(Entry::new("PLAN_LIMIT_EXCEEDED").variant(), "PlanLimitExceeded");
    /// ```
    #[must_use]
    pub fn variant(&self) -> String {
        Case::Pascal.spell(&self.name)
    }

    /// Returns the title, or the name in words where there is none.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// assert_eq!(entry.shown_title(), "Plan limit");
    /// entry.title = Some("Limit of the plan".to_owned());
    /// assert_eq!(entry.shown_title(), "Limit of the plan");
    /// ```
    #[must_use]
    pub fn shown_title(&self) -> Cow<'_, str> {
        match &self.title {
            Some(title) => Cow::Borrowed(title),
            None => Cow::Owned(title_of(&self.name)),
        }
    }

    /// Returns the meaning, unless it is empty.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.meaning = Some(String::new());
    /// assert_eq!(entry.shown_meaning(), None);
    /// ```
    #[must_use]
    pub fn shown_meaning(&self) -> Option<&str> {
        self.meaning
            .as_deref()
            .filter(|meaning| !meaning.is_empty())
    }

    /// Returns where the code may appear: [`Scope::Response`] where nothing is said of it.
    ///
    /// ```
    /// use manila_catalog_file::{Entry, Scope};
    ///
    /// assert_eq!(Entry::new("plan_limit").shown_scope(), [Scope::Response]);
    /// ```
    #[must_use]
    pub fn shown_scope(&self) -> &[Scope] {
        if self.scope.is_empty() {
            &[Scope::Response]
        } else {
            &self.scope
        }
    }

    /// Returns the message with each placeholder written as `{ $name }`, whatever spaces the catalog
    /// has there.
    ///
    /// ```
    /// use manila_catalog_file::Entry;
    ///
    /// let mut entry = Entry::new("plan_limit");
    /// entry.message = Some("The plan includes {$limit} apps.".to_owned());
    /// assert_eq!(entry.shown_message().unwrap(), "The plan includes { $limit } apps.");
    /// ```
    #[must_use]
    pub fn shown_message(&self) -> Option<Cow<'_, str>> {
        let message = self.message.as_deref()?;
        Some(if message.contains('{') {
            Cow::Owned(with_blanks(message))
        } else {
            Cow::Borrowed(message)
        })
    }
}

/// The message with one blank on each side of what its placeholders name.
fn with_blanks(message: &str) -> String {
    let mut shown = String::with_capacity(message.len() + 8);
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once('{') {
        shown.push_str(before);
        rest = match placeholder(behind) {
            Some(Ok((name, behind))) => {
                shown.extend(["{ $", name, " }"]);
                behind
            }
            Some(Err(_)) | None => {
                shown.push('{');
                behind
            }
        };
    }
    shown.push_str(rest);
    shown
}
