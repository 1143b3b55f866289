//! Provocations as they are carried out.

use std::io;

use super::provocation::{Act, Provocation};
use super::target::Target;
use crate::wire::{Client, Protocol, Request, Response};

/// A request that was sent, and what became of it.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub(crate) provocation: &'static Provocation,
    pub(crate) protocol: Protocol,
    pub(crate) request: Request,
    /// Which part of the service was to answer.
    pub(crate) position: String,
    pub(crate) outcome: io::Result<Response>,
}

impl Provocation {
    /// Carries the provocation out.
    pub(crate) fn attempt(
        &'static self,
        client: &Client,
        protocol: Protocol,
        target: &Target<'_>,
    ) -> Vec<Attempt> {
        let attempt = |request, outcome| Attempt {
            provocation: self,
            protocol,
            request,
            position: self.position.of(target),
            outcome,
        };
        match self.act {
            Act::Once(request) => {
                let request = request(target);
                let outcome = client.send(protocol, &request);
                vec![attempt(request, outcome)]
            }
            Act::Each(requests) => {
                let requests = requests(target).into_iter();
                let sent = requests.map(|request| {
                    let outcome = client.send(protocol, &request);
                    attempt(request, outcome)
                });
                sent.collect()
            }
            Act::Cancel(cancelled) => {
                let request = target.get_missing();
                let cancelled = cancelled(target);
                let outcome = client.send_after_cancelling(protocol, &cancelled, &request);
                vec![attempt(request, outcome)]
            }
            Act::Raw(bytes) => {
                let outcome = client.send_raw(&bytes(target));
                vec![attempt(target.get_missing(), outcome)]
            }
            Act::Batch(requests) => {
                let requests = requests(target);
                match client.batch(protocol, &requests) {
                    Ok(responses) => requests
                        .into_iter()
                        .zip(responses)
                        .map(|(request, response)| attempt(request, Ok(response)))
                        .collect(),
                    Err(error) => vec![attempt(target.get_missing(), Err(error))],
                }
            }
        }
    }
}
