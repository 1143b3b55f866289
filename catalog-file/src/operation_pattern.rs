//! Which operations of a service a name in a catalog stands for.

use crate::template::Template;

/// The operations that a catalog names by a path: `POST /apps`, `/apps` for each method of that path, or
/// `GET /admin/*` for each path below another.
///
/// ```
/// use manila_catalog_file::{OperationPattern, Template};
///
/// let apps = OperationPattern::of("post /apps/:id").unwrap();
/// assert!(apps.takes("POST", &Template::of("/apps/{app}")));
/// assert!(!apps.takes("GET", &Template::of("/apps/{app}")));
///
/// let admin = OperationPattern::of("/admin/*").unwrap();
/// assert!(admin.takes("GET", &Template::of("/admin/users/{id}")));
/// assert!(!admin.takes("GET", &Template::of("/admin")));
///
/// assert!(OperationPattern::of("createApp").is_none());
/// ```
#[derive(Debug, Clone)]
pub struct OperationPattern {
    method: Option<String>,
    template: Template,
    is_start: bool,
}

impl OperationPattern {
    /// Reads a name. None is returned for one that has no path: an `operationId`, a group.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (method, path) = Self::parts_of(name);
        if !path.starts_with('/') {
            return None;
        }
        let start = path.strip_suffix("/*");
        Some(Self {
            method: method.map(str::to_ascii_uppercase),
            template: Template::of(start.unwrap_or(path)),
            is_start: start.is_some(),
        })
    }

    /// Returns the method of a name, if it has one in front of a path, and what stands behind it.
    ///
    /// ```
    /// use manila_catalog_file::OperationPattern;
    ///
    /// assert_eq!(OperationPattern::parts_of(" PUT  /apps"), (Some("PUT"), "/apps"));
    /// assert_eq!(OperationPattern::parts_of("All protected"), (None, "All protected"));
    /// ```
    #[must_use]
    pub fn parts_of(name: &str) -> (Option<&str>, &str) {
        let name = name.trim();
        let parts = name.split_once(' ');
        let parts = parts.map(|(method, path)| (method, path.trim_start()));
        match parts.filter(|(_, path)| path.starts_with('/')) {
            Some((method, path)) => (Some(method), path),
            None => (None, name),
        }
    }

    /// Returns the method in upper case; none stands for all.
    #[must_use]
    pub fn method(&self) -> Option<&str> {
        self.method.as_deref()
    }

    /// Returns the template of the path, or of the one that all are [below](Self::is_start).
    #[must_use]
    pub const fn template(&self) -> &Template {
        &self.template
    }

    /// Returns whether the paths below the template are meant, and not that one itself.
    #[must_use]
    pub const fn is_start(&self) -> bool {
        self.is_start
    }

    /// Returns whether the operation of this method, in whatever case, and path is one of them.
    #[must_use]
    pub fn takes(&self, method: &str, template: &Template) -> bool {
        let mut own = self.method.iter();
        own.all(|own| own.eq_ignore_ascii_case(method)) && self.takes_path(template)
    }

    /// Returns whether the path is that of one of them, whatever the method.
    #[must_use]
    pub fn takes_path(&self, template: &Template) -> bool {
        if self.is_start {
            self.template.is_above(template)
        } else {
            self.template == *template
        }
    }
}
