//! Sending the provocations.

use std::io::{self, ErrorKind};

use super::settings::Settings;
use crate::provoke::{Attempt, Provocation, Scope, Target, provocations};
use crate::wire::{Client, Protocol};

/// Makes every attempt. Also returns what is worth noting about how they were made.
pub(super) fn run(
    settings: &Settings,
    progress: impl FnMut(&'static str),
) -> io::Result<(Vec<Attempt>, Vec<String>)> {
    if !settings.may_be_remote && !settings.address.ip().is_loopback() {
        let message = format!(
            "{} belongs to another machine; `allow_remote` permits that",
            settings.address
        );
        return Err(io::Error::new(ErrorKind::PermissionDenied, message));
    }
    let routes = routes(settings)?;
    let provocations = provocations_of(settings)?;
    let client = Client::new(settings.address)
        .authority(&*settings.authority)
        .timeout(settings.timeout);
    let (protocols, notes) = spoken(settings, &client)?;
    let targets = routes.iter().map(|(method, route)| Target {
        base: &settings.base,
        route,
        method,
        request_id: &settings.request_id,
        authority: &settings.authority,
    });
    let attempts = Run {
        client,
        protocols,
        targets: targets.collect(),
        provocations,
        attempts: Vec::new(),
        progress,
    };
    Ok((attempts.run()?, notes))
}

/// The method and the whole path of each path.
fn routes(settings: &Settings) -> io::Result<Vec<(String, String)>> {
    if settings.paths.is_empty() {
        return Ok(vec![("GET".into(), format!("{}/", settings.base))]);
    }
    let route = |path: &String| {
        let (method, path) = path.split_once(' ').unwrap_or(("GET", path));
        let is_method = !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_path = path.starts_with('/') && path.bytes().all(|byte| byte.is_ascii_graphic());
        let is_route = is_method && is_path && !path.contains(['?', '#']);
        let route = is_route.then(|| (method.to_owned(), format!("{}{path}", settings.base)));
        route.ok_or_else(|| {
            let message = format!("invalid path {path:?}: write /path or \"METHOD /path\"");
            io::Error::new(ErrorKind::InvalidInput, message)
        })
    };
    settings.paths.iter().map(route).collect()
}

/// Every provocation that is not to be left out.
fn provocations_of(settings: &Settings) -> io::Result<Vec<&'static Provocation>> {
    let is_known = |name: &&String| provocations().any(|provocation| provocation.name == **name);
    if let Some(unknown) = settings.skipped.iter().find(|name| !is_known(name)) {
        let names: Vec<_> = provocations().map(|provocation| provocation.name).collect();
        let message = format!(
            "unknown provocation {unknown:?}; there are {}",
            names.join(", ")
        );
        return Err(io::Error::new(ErrorKind::InvalidInput, message));
    }
    let is_left = |provocation: &&Provocation| {
        let is_skipped = |name: &String| *name == provocation.name;
        !settings.skipped.iter().any(is_skipped)
    };
    Ok(provocations().filter(is_left).collect())
}

/// The protocols that the service speaks, and a note on the one that it does not.
fn spoken(settings: &Settings, client: &Client) -> io::Result<(Vec<Protocol>, Vec<String>)> {
    let speaks_http2 = client.speaks_http2().map_err(|error| {
        let message = format!("cannot connect to {}: {error}", settings.authority);
        io::Error::new(error.kind(), message)
    })?;
    let mut protocols = settings.protocols.clone();
    protocols.dedup();
    if speaks_http2 || !protocols.contains(&Protocol::Http2) {
        return Ok((protocols, Vec::new()));
    }
    protocols.retain(|protocol| *protocol != Protocol::Http2);
    let note = format!(
        "{} does not support HTTP/2 in clear text",
        settings.authority
    );
    if protocols.is_empty() {
        return Err(io::Error::new(ErrorKind::Unsupported, note));
    }
    Ok((protocols, vec![format!("{note}: only HTTP/1.1 is probed")]))
}

/// What is left to do, and what was done.
struct Run<'t, P> {
    client: Client,
    protocols: Vec<Protocol>,
    targets: Vec<Target<'t>>,
    provocations: Vec<&'static Provocation>,
    attempts: Vec<Attempt>,
    progress: P,
}

impl<P: FnMut(&'static str)> Run<'_, P> {
    fn run(mut self) -> io::Result<Vec<Attempt>> {
        for protocol in self.protocols.clone() {
            self.run_over(protocol)?;
        }
        Ok(self.attempts)
    }

    /// Stops where the service is gone.
    fn run_over(&mut self, protocol: Protocol) -> io::Result<()> {
        for (at, target) in self.targets.clone().iter().enumerate() {
            let applies = |provocation: &&Provocation| match provocation.scope {
                Scope::Service => at == 0,
                Scope::Path => !self.targets[..at].iter().any(|it| it.route == target.route),
                Scope::BodyPath => target.has_body(),
                Scope::Afterwards => at + 1 == self.targets.len(),
            };
            let applying: Vec<_> = self
                .provocations
                .iter()
                .copied()
                .filter(applies)
                .filter(|provocation| provocation.protocols.contains(&protocol))
                .collect();
            for provocation in applying {
                self.attempt(provocation, protocol, target)?;
                if self.is_gone() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn attempt(
        &mut self,
        provocation: &'static Provocation,
        protocol: Protocol,
        target: &Target<'_>,
    ) -> io::Result<()> {
        (self.progress)(provocation.name);
        let is_first = self.attempts.is_empty();
        let mut attempts = provocation.attempt(&self.client, protocol, target);
        if is_first
            && let Some(Attempt {
                outcome: Err(error),
                ..
            }) = attempts.first()
            && error.kind() == ErrorKind::TimedOut
        {
            let message = format!(
                "{} accepts connections, but does not respond",
                target.authority
            );
            return Err(io::Error::new(ErrorKind::TimedOut, message));
        }
        self.attempts.append(&mut attempts);
        Ok(())
    }

    fn is_gone(&self) -> bool {
        let last = self.attempts.last().map(|attempt| &attempt.outcome);
        matches!(last, Some(Err(error)) if error.kind() == ErrorKind::ConnectionRefused)
    }
}
