//! Serves every way in which a request can fail; `--help` lists the options.

use std::io::{self, Write as _};
use std::panic::PanicHookInfo;
use std::process::ExitCode;

use clap::Parser as _;
use manila_examples::workbench::{Options, start};
use tokio::signal::unix::{SignalKind, signal};

fn main() -> ExitCode {
    let options = Options::parse();
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_writer(io::stderr)
        .init();
    std::panic::set_hook(Box::new(log_panic));
    manila::note_panic_locations();
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = %error, port = options.port, "the workbench cannot start");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> io::Result<()> {
    let server = start(options)?;
    let mut stdout = io::stdout();
    if let Some(address) = server.without_layer() {
        writeln!(stdout, "without a layer on http://{address}")?;
    }
    writeln!(stdout, "listening on http://{}", server.address())?;
    stdout.flush()?;
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(async {
            let mut terminate = signal(SignalKind::terminate())?;
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            io::Result::Ok(())
        })?;
    server.stop();
    Ok(())
}

fn log_panic(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let text = text.unwrap_or("a payload that is no text");
    let location = panic.location().map(ToString::to_string);
    tracing::error!(target: "panic", panic = text, location, "panicked");
}
