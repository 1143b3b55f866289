//! What the adapters do alike in ways that the workbench has no use for: small apps with the same
//! routes on axum and on actix-web.

mod input;
mod media_types;
mod on_actix;
mod on_axum;
mod own_styles;
mod paths;
mod replies;
mod rules;

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Mutex, OnceLock};
use std::thread;

use manila::{Envelopes, Object, PublicFault};
use manila_probe::wire::{Protocol, Request, Response, send};

use self::input::ApiError;

/// The frameworks that have extractors and replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Framework {
    Axum,
    Actix,
}

const FRAMEWORKS: [Framework; 2] = [Framework::Axum, Framework::Actix];

/// An app, on either framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum App {
    /// Reads input and checks it, under `/garde` and `/validator`.
    Rules,
    /// Reads bodies and paths.
    Input,
    /// Answers `/STATUS` with a reply that a layer further in empties and gives that status.
    Replies,
    /// Refuses `/` in a style of its own, of this media type.
    OwnStyle(&'static str),
}

impl App {
    fn envelopes(self) -> Envelopes {
        fn style(fault: &PublicFault<'_>, body: &mut Object<'_>) {
            body.string("message", fault.message());
        }
        match self {
            Self::Rules => Envelopes::ok_error().catalog(ApiError::CATALOG),
            Self::Input => Envelopes::default(),
            Self::Replies => Envelopes::code_data(),
            Self::OwnStyle(media_type) => Envelopes::custom(media_type, style).unwrap(),
        }
    }
}

/// The answer of an app. It runs to the end of the process; the first caller starts it.
fn answer(framework: Framework, app: App, request: &Request) -> Response {
    type Addresses = HashMap<(Framework, App), SocketAddr>;
    static RUNNING: OnceLock<Mutex<Addresses>> = OnceLock::new();
    let mut running = RUNNING.get_or_init(Mutex::default).lock().unwrap();
    let address = *running.entry((framework, app)).or_insert_with(|| {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || match framework {
            Framework::Axum => on_axum::serve(listener, app),
            Framework::Actix => on_actix::serve(listener, app),
        });
        address
    });
    drop(running);
    send(address, Protocol::Http1, request).unwrap()
}
