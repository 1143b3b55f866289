//! Starting and stopping the workbench.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::thread::JoinHandle;

use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::options::{Framework, Options};
use super::stop::{GRACE, Stop};
use super::{actix_app, axum_app, tower_app};

/// A running workbench, on a thread of its own. It stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    without_layer: Option<Box<Self>>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where `/no-layer` is served, if it is.
    #[must_use]
    pub fn without_layer(&self) -> Option<SocketAddr> {
        Some(self.without_layer.as_ref()?.address)
    }

    /// Waits for the requests that it holds, at most five seconds, and stops it.
    pub fn stop(mut self) {
        self.stop_now();
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has stopped as well.
            let _ = thread.join();
        }
    }

    fn stop_now(&mut self) {
        if let Some(stop) = self.stop.take() {
            // Nobody listens where the server has ended by itself.
            let _ = stop.send(());
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop_now();
    }
}

/// Starts a workbench.
///
/// # Errors
///
/// If the framework has not what is asked for, or the port cannot be had, or no thread or runtime.
pub fn start(options: &Options) -> io::Result<Server> {
    options
        .check()
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
    let mut server = spawn(options.port, options.clone(), serve)?;
    if options.no_layer {
        server.without_layer = Some(Box::new(spawn(0, options.clone(), serve_without_layer)?));
    }
    Ok(server)
}

type Serve = fn(std::net::TcpListener, &Options, Stop) -> io::Result<()>;

fn spawn(port: u16, mut options: Options, serve: Serve) -> io::Result<Server> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    if options.reference {
        options.reference_url = Some(format!("http://{address}/errors"));
    }
    let (stop, stopped) = oneshot::channel();
    let thread = std::thread::Builder::new()
        .name("workbench".into())
        .spawn(move || {
            let stop: Stop = Box::pin(async move {
                // A dropped sender means the same as a sent word.
                let _ = stopped.await;
            });
            if let Err(error) = serve(listener, &options, stop) {
                tracing::error!(error = %error, "the workbench ended");
            }
        })?;
    Ok(Server {
        address,
        without_layer: None,
        stop: Some(stop),
        thread: Some(thread),
    })
}

fn serve_without_layer(
    listener: std::net::TcpListener,
    options: &Options,
    stop: Stop,
) -> io::Result<()> {
    if options.framework == Framework::Actix {
        let served = actix_app::serve_without_layer(listener, stop);
        return actix_web::rt::System::new().block_on(served);
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::from_std(listener)?;
        axum_app::serve_without_layer(listener, stop).await
    })
}

fn serve(listener: std::net::TcpListener, options: &Options, stop: Stop) -> io::Result<()> {
    if options.framework == Framework::Actix {
        return actix_web::rt::System::new().block_on(actix_app::serve(listener, options, stop));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?;
    let outcome = runtime.block_on(async {
        let listener = TcpListener::from_std(listener)?;
        let (over, overdue) = oneshot::channel::<()>();
        let stop: Stop = Box::pin(async move {
            stop.await;
            drop(over);
        });
        let served = async {
            match options.framework {
                Framework::Axum => axum_app::serve(listener, options, stop).await,
                Framework::Tower | Framework::Actix => {
                    tower_app::serve(listener, options, stop).await
                }
            }
        };
        tokio::select! {
            outcome = served => outcome,
            () = async { let _ = overdue.await; tokio::time::sleep(GRACE).await } => Ok(()),
        }
    });
    runtime.shutdown_background();
    outcome
}
