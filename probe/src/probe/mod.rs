//! A probe of a running service.

mod judge;
mod run;
mod settings;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use self::settings::Settings;
use crate::oracle::Style;
use crate::report::Report;
use crate::wire::Protocol;

/// Provokes every error of a running service and judges each response.
///
/// It changes nothing on purpose: paths are requested with GET and HEAD, and the bodies that it
/// sends with POST, PUT or PATCH are ones that a service should refuse. Still, it is meant for a
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

    /// Sets the envelope to expect; by default the one that most of the service's errors are in.
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.settings.style = Some(style);
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
    /// set, if a path or the name of a provocation is invalid, if the service cannot be reached or
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
        let (attempts, notes) = run::run(&self.settings, progress)?;
        Ok(judge::judge(&self.settings, &attempts, notes))
    }
}
