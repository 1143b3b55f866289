//! The HTTP clients, against services on sockets.

mod callers;
mod reading;
mod relaying;
mod repeating;
mod service;
mod waiting;
