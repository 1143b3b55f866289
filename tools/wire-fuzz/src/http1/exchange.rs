//! Sending bytes and keeping what comes back.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::time::timeout;

use super::script::Http1;

/// How long a server may take that has to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// After how much silence the client says that nothing more comes from it, where the server may
/// well wait for more.
const SILENCE: Duration = Duration::from_millis(500);

/// How long the client waits then.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// What came back.
#[derive(Debug, Default)]
pub(crate) struct Received {
    pub(crate) bytes: Vec<u8>,
    pub(crate) end: End,
}

impl Received {
    /// The bytes as text, with what is not ASCII escaped.
    pub(crate) fn text(&self) -> String {
        self.bytes.escape_ascii().to_string()
    }
}

/// How the connection ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The server closed it.
    Closed,
    /// The server closed it before it had read everything, which may cost the last bytes.
    Reset,
    /// The client had waited long enough.
    #[default]
    Left,
}

/// Sends the bytes on a connection of their own.
pub(crate) async fn exchange(server: SocketAddr, script: &Http1) -> io::Result<Received> {
    let is_sound = script.asked.is_some();
    let silence = if is_sound { PATIENCE } else { SILENCE };
    let stream = TcpStream::connect(server).await?;
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = stream.into_split();
    let mut received = Received::default();
    // A server that has read enough closes the connection while the rest is on its way.
    let (_, ()) = tokio::join!(
        writer.write_all(&script.bytes.0),
        receive(&mut reader, silence, &mut received)
    );
    if received.end == End::Left && !is_sound {
        finish(&mut reader, &mut writer, &mut received).await;
    }
    Ok(received)
}

/// Tells the server that nothing more comes, and hears it out.
async fn finish(reader: &mut OwnedReadHalf, writer: &mut OwnedWriteHalf, received: &mut Received) {
    // A connection that is gone by now is finished, too.
    let _ = writer.shutdown().await;
    receive(reader, LAST_WAIT, received).await;
}

/// Reads until the server closes the connection or says nothing for so long.
async fn receive(reader: &mut OwnedReadHalf, silence: Duration, received: &mut Received) {
    loop {
        received.end = match timeout(silence, reader.read_buf(&mut received.bytes)).await {
            Ok(Ok(0)) => End::Closed,
            Ok(Ok(_)) => continue,
            Ok(Err(_)) => End::Reset,
            Err(_) => End::Left,
        };
        return;
    }
}
