//! What the server's process tells the client's, one JSON line at a time.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use crate::ledger::Event;
use crate::vitals::Vitals;

/// The word on the server's standard input that asks for its vitals.
pub(crate) const VITALS: &str = "vitals";

/// One line of the server's standard output.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Message {
    /// It serves there.
    Listening(SocketAddr),
    /// It told the log of an error response.
    Fault(Event),
    /// What it holds on to, as it was asked.
    Vitals(Vitals),
}
