//! Which envelope each part of a service is expected in.

use std::collections::BTreeMap;

use super::settings::Settings;
use crate::oracle::Style;
use crate::provoke::{Answer, Attempt};
use crate::wire::Response;

/// The envelopes of a service.
pub(super) struct Styles<'a> {
    /// What most of the service is in.
    pub(super) most: Option<Style>,
    /// The parts that are in another, where nothing was said of it.
    others: BTreeMap<&'a str, Style>,
}

impl<'a> Styles<'a> {
    /// A service that is told of no style may have nested parts with one of their own: each part is
    /// held to what most of its own errors are in.
    pub(super) fn of(settings: &Settings, attempts: &'a [Attempt]) -> Self {
        if settings.style.is_some() {
            return Self {
                most: settings.style,
                others: BTreeMap::new(),
            };
        }
        let of_service = || {
            let attempts = attempts.iter();
            attempts.filter(|attempt| attempt.provocation.answer != Answer::OfServer)
        };
        let responses = of_service().filter_map(|attempt| attempt.outcome.as_ref().ok());
        let most = Style::detect(responses);
        let mut parts: BTreeMap<&str, (&str, Vec<&Response>)> = BTreeMap::new();
        let mut paths: BTreeMap<&str, Vec<&Response>> = BTreeMap::new();
        for attempt in of_service() {
            if let Ok(response) = &attempt.outcome {
                let path = &*attempt.request.path;
                let part = parts.entry(&attempt.position);
                let (_, of_part) = part.or_insert_with(|| (path, Vec::new()));
                of_part.push(response);
                paths.entry(path).or_default().push(response);
            }
        }
        // A part whose only errors are answers to HEAD shows no body: it is in what the path is in.
        let of_path = |path: &str| Style::detect(paths.get(path)?.iter().copied());
        let others = parts.into_iter().filter_map(|(part, (path, responses))| {
            let style = Style::detect(responses).or_else(|| of_path(path))?;
            (Some(style) != most).then_some((part, style))
        });
        Self {
            most,
            others: others.collect(),
        }
    }

    pub(super) fn at(&self, position: &str) -> Option<Style> {
        self.others.get(position).copied().or(self.most)
    }

    /// The parts that are in an envelope of their own.
    pub(super) fn notes(&self, settings: &Settings) -> Vec<String> {
        let mut parts: BTreeMap<Style, Vec<&str>> = BTreeMap::new();
        if settings.styles.is_empty() {
            for (part, style) in &self.others {
                parts.entry(*style).or_default().push(part);
            }
        }
        let note = |(style, parts): (Style, Vec<&str>)| {
            let more = match parts.len() - 1 {
                0 => String::new(),
                more => format!(" (and {more} more)"),
            };
            format!("errors of {}{more} are in {style}", parts[0])
        };
        parts.into_iter().map(note).collect()
    }
}
