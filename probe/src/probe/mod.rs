//! A probe of a running service.

mod judge;
mod run;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use crate::oracle::Style;
use crate::report::Report;
use crate::wire::Protocol;

/// Provokes every error of a running service and judges each answer.
///
/// It changes nothing on purpose: paths are requested with GET and HEAD, and what is sent to a
/// path with POST, PUT or PATCH is nothing that a service should take. Still it is meant for a
/// service of one's own, and goes to the machine that it runs on unless
/// [`allow_remote`](Self::allow_remote) says otherwise.
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
    address: SocketAddr,
    authority: String,
    base: String,
    paths: Vec<String>,
    style: Option<Style>,
    exempt_paths: Vec<String>,
    exempt_statuses: Vec<u16>,
    request_id: String,
    protocols: Vec<Protocol>,
    canaries: Vec<String>,
    skipped: Vec<String>,
    timeout: Duration,
    may_be_remote: bool,
}

impl Probe {
    /// A probe of the service at an address, of the path `/` alone.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            authority: address.to_string(),
            base: String::new(),
            paths: Vec::new(),
            style: None,
            exempt_paths: Vec::new(),
            exempt_statuses: Vec::new(),
            request_id: "x-request-id".into(),
            protocols: Protocol::ALL.into(),
            canaries: Vec::new(),
            skipped: Vec::new(),
            timeout: Duration::from_secs(10),
            may_be_remote: false,
        }
    }

    /// Names the service in requests by another name than its address, as `host:port`.
    #[must_use]
    pub fn authority(self, authority: impl Into<String>) -> Self {
        Self {
            authority: authority.into(),
            ..self
        }
    }

    /// The path that stands before every other.
    #[must_use]
    pub fn base_path(self, base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            ..self
        }
    }

    /// The paths to provoke, each with its method before it unless that is GET: `"POST /apps"`.
    /// A nested router or a scope is covered by one path inside it.
    #[must_use]
    pub fn paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.paths.extend(paths.into_iter().map(Into::into));
        self
    }

    /// The envelope of the service; without it, the one that most of its errors are in.
    #[must_use]
    pub fn style(self, style: Style) -> Self {
        Self {
            style: Some(style),
            ..self
        }
    }

    /// Leaves answers at these paths, and at those below them, alone.
    #[must_use]
    pub fn exempt_paths<P: Into<String>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.exempt_paths.extend(paths.into_iter().map(Into::into));
        self
    }

    /// Leaves answers with these statuses alone.
    #[must_use]
    pub fn exempt_statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.exempt_statuses.extend(statuses);
        self
    }

    /// The header field that holds the request's id, `x-request-id` unless this says otherwise.
    #[must_use]
    pub fn request_id_header(self, name: &str) -> Self {
        Self {
            request_id: name.to_ascii_lowercase(),
            ..self
        }
    }

    /// The protocols to speak; both unless this says otherwise. HTTP/2 is left out, with a note,
    /// where the service does not speak it in clear text.
    #[must_use]
    pub fn protocols(self, protocols: impl IntoIterator<Item = Protocol>) -> Self {
        Self {
            protocols: protocols.into_iter().collect(),
            ..self
        }
    }

    /// Texts that were planted in the service and may leave it in no form.
    #[must_use]
    pub fn canaries<C: Into<String>>(mut self, canaries: impl IntoIterator<Item = C>) -> Self {
        self.canaries.extend(canaries.into_iter().map(Into::into));
        self
    }

    /// Leaves out provocations, by their [name](crate::provoke::Provocation::name).
    #[must_use]
    pub fn skip<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Self {
        self.skipped.extend(names.into_iter().map(Into::into));
        self
    }

    /// How long each exchange may take; ten seconds unless this says otherwise.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Allows addresses of other machines.
    #[must_use]
    pub const fn allow_remote(mut self) -> Self {
        self.may_be_remote = true;
        self
    }

    /// Sends every provocation and judges the answers.
    ///
    /// # Errors
    ///
    /// If the address is another machine's and that was not allowed, if a path or a name of a
    /// provocation is none, if the service cannot be reached or does not answer at all, or if it speaks none of the protocols.
    pub fn run(&self) -> io::Result<Report> {
        self.run_with(|_| {})
    }

    /// The same, and tells the name of each provocation before it is sent.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run).
    pub fn run_with(&self, progress: impl FnMut(&'static str)) -> io::Result<Report> {
        let (attempts, notes) = run::run(self, progress)?;
        Ok(judge::judge(self, &attempts, notes))
    }
}
