//! Sending the provocations.

use std::collections::HashSet;
use std::io::{self, ErrorKind};

use super::settings::Settings;
use super::targets::places;
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
    let places = places(settings)?;
    let provocations = provocations_of(settings)?;
    let client = Client::new(settings.address)
        .authority(&*settings.authority)
        .timeout(settings.timeout);
    let (protocols, mut notes) = spoken(settings, &client)?;
    let documents = settings.documents.iter();
    let (authority, base) = (&*settings.authority, &*settings.base);
    notes.extend(documents.flat_map(|routes| routes.notes(authority, base)));
    let targets = places.iter().map(|place| place.target(settings));
    let targets: Vec<_> = targets.collect();
    let mut seen = HashSet::new();
    let first_there = targets.iter().map(|target| seen.insert(target.route));
    let attempts = Run {
        client,
        protocols,
        first_there: first_there.collect(),
        targets,
        provocations,
        attempts: Vec::new(),
        progress,
    };
    Ok((attempts.run()?, notes))
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
    /// Whether a target is the first at its path.
    first_there: Vec<bool>,
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
            let is_first_there = self.first_there[at];
            let applies = |provocation: &&Provocation| match provocation.scope {
                Scope::Service => at == 0,
                Scope::Path => is_first_there,
                Scope::BodyPath => target.takes_bodies(),
                Scope::Operation => target.operation.is_some() && target.may_be_called(),
                Scope::BodyOperation => {
                    target.operation.is_some_and(|it| !it.is_safe()) && target.may_be_called()
                }
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
