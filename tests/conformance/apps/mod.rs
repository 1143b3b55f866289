//! What the adapters do alike in ways that the workbench has no use for: small apps with the same
//! routes on axum and on actix-web.

mod app;
mod bodies;
mod foreign;
mod input;
mod media_types;
mod on_actix;
mod on_axum;
mod own_styles;
mod paths;
mod replies;
mod rules;
mod stopped;
mod stopping;

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Mutex, OnceLock};
use std::thread;

use manila_probe::wire::{Protocol, Request, Response, send};

use self::app::{App, FRAMEWORKS, Framework};

/// The answer of an app.
fn answer(framework: Framework, app: App, request: &Request) -> Response {
    send(address(framework, app), Protocol::Http1, request).unwrap()
}

/// The address of an app. It runs to the end of the process; the first caller starts it.
fn address(framework: Framework, app: App) -> SocketAddr {
    type Addresses = HashMap<(Framework, App), SocketAddr>;
    static RUNNING: OnceLock<Mutex<Addresses>> = OnceLock::new();
    let mut running = RUNNING.get_or_init(Mutex::default).lock().unwrap();
    *running.entry((framework, app)).or_insert_with(|| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || match framework {
            Framework::Axum => on_axum::serve(listener, app),
            Framework::Actix => on_actix::serve(listener, app),
        });
        address
    })
}
