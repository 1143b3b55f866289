//! actix-web, on its own server.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::mpsc;
use std::thread;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, HttpServer, rt};

use super::subject::{Running, Serve};

/// The kind of a closure that makes an actix-web app.
#[derive(Debug)]
pub struct Actix(());

/// The server has a thread and a runtime of its own.
impl<F, T, B> Serve<Actix> for F
where
    F: Fn() -> App<T> + Send + Clone + 'static,
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    fn serve(self) -> io::Result<Running> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let (send, receive) = mpsc::channel();
        let thread = thread::Builder::new()
            .name("enveloped".into())
            .spawn(move || {
                rt::System::new().block_on(async move {
                    let server = HttpServer::new(self).workers(1).disable_signals();
                    let server = server.listen_auto_h2c(listener)?.run();
                    // Whoever waits for the handle stops the server.
                    let _ = send.send(server.handle());
                    server.await
                })
            })?;
        let handle = receive
            .recv()
            .map_err(|_| io::Error::other("the server stopped before it started"))?;
        Ok(Running::new(address, move || {
            // The word is sent by the call; the future only waits for the end.
            drop(handle.stop(false));
            let _ = thread.join();
        }))
    }
}
