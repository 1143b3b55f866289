//! The wire contract, over real sockets, on every adapter, in every style, over both protocols.
//!
//! One binary: the collector of log events is the process's subscriber.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod acme;
mod alike;
mod apps;
mod cases;
mod counted;
mod exempt;
mod expected;
mod features;
mod grpc;
mod ids;
mod languages;
mod logs;
mod matrix;
mod middlewares;
mod negotiated;
mod overload;
mod phrase;
mod published;
mod read_back;
mod readers;
mod readme;
mod recorded;
mod referenced;
mod replies;
mod retry;
mod rules;
mod servers;
mod settings;
mod steady;
mod table;
mod told;
mod translated;
mod untold;
mod verify;
mod websocket;
mod workbench;
