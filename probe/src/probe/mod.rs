//! A probe of a running service.

mod judge;
mod listed;
mod outside;
mod run;
mod settings;
mod styles;
mod targets;

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::time::Duration;

use self::settings::Settings;
use crate::oracle::{Rule, Style};
use crate::report::Report;
use crate::routes::Routes;
use crate::wire::Protocol;

/// Provokes every error of a running service and judges each response.
///
/// It changes nothing on purpose: paths are requested with GET, HEAD, OPTIONS and a method that
/// nothing is done for (PROPFIND), and the bodies that it sends to paths that are named with POST,
/// PUT or PATCH are ones that a service should refuse. [Routes](Self::routes) get none of them
/// without [`unsafe_methods`](Self::unsafe_methods). Still, it is meant for a
/// service of your own, and probes only the machine that it runs on unless
/// [`allow_remote`](Self::allow_remote) is set.
///
/// ```no_run
/// use manila_probe::Probe;
///
/// # fn main() -> std::io::Result<()> {
/// let address = ([127, 0, 0, 1], 3000).into();
/// let report = Probe::new(address).paths(["/apps", "POST /apps"]).run()?;
/// assert!(report.is_clean(), "{report}");
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Probe {
    settings: Settings,
}

impl Probe {
    /// Creates a probe of the service at an address, of the path `/` alone.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self {
            settings: Settings::new(address),
        }
    }

    /// Sets the name of the service in requests, as `host:port`; by default its address.
    #[must_use]
    pub fn authority(mut self, authority: impl Into<String>) -> Self {
        self.settings.authority = authority.into();
        self
    }

    /// Sets a path to put before every other.
    #[must_use]
    pub fn base_path(mut self, base: &str) -> Self {
        base.trim_end_matches('/')
            .clone_into(&mut self.settings.base);
        self
    }

    /// Adds paths to provoke, each preceded by its method unless that is GET: `"POST /apps"`.
    /// One path inside a nested router or a scope covers all of it.
    #[must_use]
    pub fn paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        let paths = paths.into_iter().map(Into::into);
        self.settings.paths.extend(paths);
        self
    }

    /// Adds operations that the service has, as `"GET /apps/{id}"`; the method may be left out where it
    /// is GET, and a parameter stands in braces.
    ///
    /// Of each, errors are provoked as at [`paths`](Self::paths), and by parameters of other types, by
    /// unknown ones and by long queries. A 405 has to name the methods of the operations at its path,
    /// if it names any.
    ///
    /// Operations of methods other than GET, HEAD and OPTIONS are not called: at their paths only those
    /// three are sent, and a method that no path has. [`unsafe_methods`](Self::unsafe_methods) changes
    /// that.
    ///
    /// ```no_run
    /// use manila_probe::Probe;
    ///
    /// # fn main() -> std::io::Result<()> {
    /// let address = ([127, 0, 0, 1], 3000).into();
    /// let probe = Probe::new(address).routes(["GET /apps", "POST /apps", "DELETE /apps/{id}"]);
    /// assert!(probe.run()?.is_clean());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn routes<R: Into<String>>(mut self, routes: impl IntoIterator<Item = R>) -> Self {
        let routes = routes.into_iter().map(Into::into);
        self.settings.routes.extend(routes);
        self
    }

    /// Adds operations that were read from a list or an OpenAPI document. Of the latter, the types of
    /// parameters and the members of bodies are known too.
    #[must_use]
    pub fn with_routes(mut self, routes: Routes) -> Self {
        self.settings.documents.push(routes);
        self
    }

    /// Calls [routes](Self::routes) of methods that may change something too: malformed JSON, wrong
    /// types, unknown members and bodies past limits are sent to them, some of which a service may take.
    /// It is for a service whose data may be lost.
    #[must_use]
    pub const fn unsafe_methods(mut self) -> Self {
        self.settings.may_change = true;
        self
    }

    /// Sets the envelope to expect everywhere but at the paths of [`style_of`](Self::style_of).
    ///
    /// By default it is the one that most of the service's errors are in, and a route, its method check
    /// and what is below it may each have another, which a note tells.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.settings.style = Some(style);
        self
    }

    /// Sets the envelope to expect at a path and below it: that of a nested part which has one of its
    /// own. The path is the whole one, with the base path.
    #[must_use]
    pub fn style_of(mut self, path: impl Into<String>, style: Style) -> Self {
        self.settings.styles.push((path.into(), style));
        self
    }

    /// Sets the codes of the service's catalog, as its errors carry them: names, or numbers as text. An
    /// error with another code, such as one of HTTP's for a condition that the catalog does not name,
    /// breaks a rule. Without it any code will do.
    ///
    /// ```
    /// use manila_probe::Probe;
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// #[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
    /// enum ApiError {
    ///     #[error("Nothing was found at this address.")]
    ///     #[error_code(status = 404, condition = "route_not_found")]
    ///     NotFound,
    /// }
    ///
    /// let codes = ApiError::CATALOG.codes().iter().map(|code| code.wire_code().to_text());
    /// let probe = Probe::new(([127, 0, 0, 1], 3000).into()).codes(codes);
    /// ```
    #[must_use]
    pub fn codes<C: Into<String>>(mut self, codes: impl IntoIterator<Item = C>) -> Self {
        let codes = codes.into_iter().map(Into::into);
        self.settings.codes.extend(codes);
        self
    }

    /// Exempts responses at these paths, and at those below them.
    #[must_use]
    pub fn exempt_paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        let paths = paths.into_iter().map(Into::into);
        self.settings.exempt_paths.extend(paths);
        self
    }

    /// Exempts responses with these statuses.
    #[must_use]
    pub fn exempt_statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.settings.exempt_statuses.extend(statuses);
        self
    }

    /// Sets the header field of the request id; by default `x-request-id`.
    #[must_use]
    pub fn request_id_header(mut self, name: &str) -> Self {
        self.settings.request_id = name.to_ascii_lowercase();
        self
    }

    /// Allows request ids with these characters too, where the service is told to take them from its
    /// clients.
    #[must_use]
    pub fn id_characters(mut self, characters: &str) -> Self {
        self.settings.id_characters.push_str(characters);
        self
    }

    /// Sets the protocols to use; by default both. If the service does not support HTTP/2 in clear
    /// text, HTTP/2 is skipped with a note.
    #[must_use]
    pub fn protocols(mut self, protocols: impl IntoIterator<Item = Protocol>) -> Self {
        self.settings.protocols = protocols.into_iter().collect();
        self
    }

    /// Adds texts that were planted in the service and must not appear in any response, in any
    /// encoding.
    #[must_use]
    pub fn canaries<C: Into<String>>(mut self, canaries: impl IntoIterator<Item = C>) -> Self {
        let canaries = canaries.into_iter().map(Into::into);
        self.settings.canaries.extend(canaries);
        self
    }

    /// Skips provocations, by their [name](crate::provoke::Provocation::name).
    #[must_use]
    pub fn skip<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        let names = names.into_iter().map(Into::into);
        self.settings.skipped.extend(names);
        self
    }

    /// Judges by all rules but this one, by its [name](crate::oracle::Rule::name) or id.
    #[must_use]
    pub fn skip_rule(mut self, name: impl Into<String>) -> Self {
        self.settings.skipped_rules.push(name.into());
        self
    }

    /// Makes a violation of what the HTTP server or middleware outside of the envelope answers by
    /// itself, which is only noted otherwise: a malformed head, the framing around a pipelined HEAD, a
    /// preflight that CORS refuses.
    #[must_use]
    pub const fn strict(mut self) -> Self {
        self.settings.is_strict = true;
        self
    }

    /// Limits how long each exchange may take; by default to ten seconds.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Allows addresses of other machines.
    #[must_use]
    pub const fn allow_remote(mut self) -> Self {
        self.settings.may_be_remote = true;
        self
    }

    /// Sends every provocation and judges the responses.
    ///
    /// # Errors
    ///
    /// If the address belongs to another machine and [`allow_remote`](Self::allow_remote) is not
    /// set, if a path, a route or the name of a provocation or a rule is invalid, if the service cannot be reached or
    /// never responds, or if it supports none of the protocols.
    pub fn run(&self) -> io::Result<Report> {
        self.run_with(|_| {})
    }

    /// Like [`run`](Self::run), and calls `progress` with the name of each provocation before it is
    /// sent.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run).
    pub fn run_with(&self, progress: impl FnMut(&'static str)) -> io::Result<Report> {
        let skipped = skipped_rules(&self.settings)?;
        let (attempts, notes) = run::run(&self.settings, progress)?;
        Ok(judge::judge(&self.settings, &skipped, &attempts, notes))
    }
}

/// The rules that are left out.
fn skipped_rules(settings: &Settings) -> io::Result<Vec<Rule>> {
    let rule = |name: &String| {
        Rule::find(name).ok_or_else(|| {
            let names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
            let names = names.join(", ");
            let message = format!("unknown rule {name:?}; there are {names}");
            io::Error::new(ErrorKind::InvalidInput, message)
        })
    };
    settings.skipped_rules.iter().map(rule).collect()
}
