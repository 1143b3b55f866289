//! Servers over loopback sockets, each in a process of its own, under load in turns.

mod load;
mod server;
mod turns;

pub(crate) use self::{
    load::{Load, Protocol, load},
    server::{Framework, Stack, serve},
    turns::{Row, in_turns},
};

/// What a server or its load failed at.
pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;
