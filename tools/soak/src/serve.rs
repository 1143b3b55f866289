//! The server's process.

use std::io;

use manila_examples::workbench::{FaultEvents, Options, start, write_line};

use crate::events::tell;
use crate::message::Message;
use crate::vitals::Vitals;

/// Serves the workbench until standard input closes, and says its vitals for every line of it.
pub(crate) fn serve(options: &Options) -> io::Result<()> {
    tracing::subscriber::set_global_default(FaultEvents(tell)).map_err(io::Error::other)?;
    silence_planned_panics();
    let server = start(options)?;
    write_line(&Message::Listening(server.address()))?;
    for line in io::stdin().lines() {
        line?;
        write_line(&Message::Vitals(Vitals::read(server.address())?))?;
    }
    server.stop();
    Ok(())
}

/// Prints no panic that the workbench was asked for; each of their texts starts alike, or is none.
fn silence_planned_panics() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let payload = panic.payload();
        let text = payload.downcast_ref::<&str>().copied();
        let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        if !text.unwrap_or("canary").starts_with("canary") {
            print(panic);
        }
    }));
}
