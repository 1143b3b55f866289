//! What a server holds on to.

use std::net::SocketAddr;
use std::{fs, io};

use peak_alloc::PeakAlloc;
use serde::{Deserialize, Serialize};

/// What the server's heap holds is counted.
#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The states of a row of `/proc/net/tcp` that are no connection of a process (proc_net_tcp in the
/// kernel's documentation): listening, and waiting for late packets.
const NO_CONNECTION: [&str; 2] = ["0A", "06"];

/// What a server holds on to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Vitals {
    /// The bytes that are allocated and not freed.
    pub(crate) heap: usize,
    /// The open file descriptors.
    pub(crate) descriptors: usize,
    /// The connections to its port that it has not let go of.
    pub(crate) connections: usize,
    pub(crate) threads: usize,
}

impl Vitals {
    /// The vitals of this process, which listens there.
    pub(crate) fn read(address: SocketAddr) -> io::Result<Self> {
        let heap = ALLOCATOR.current_usage();
        let table = fs::read_to_string("/proc/self/net/tcp")?;
        let port = format!(":{:04X}", address.port());
        Ok(Self {
            heap,
            descriptors: fs::read_dir("/proc/self/fd")?.count(),
            connections: table.lines().filter(|row| is_held(row, &port)).count(),
            threads: fs::read_dir("/proc/self/task")?.count(),
        })
    }
}

/// Whether a row is a connection of that local port which belongs to a process.
fn is_held(row: &str, port: &str) -> bool {
    let columns: Vec<&str> = row.split_whitespace().collect();
    match columns[..] {
        [_, local, _, state, _, _, _, _, _, inode, ..] => {
            local.ends_with(port) && !NO_CONNECTION.contains(&state) && inode != "0"
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener, TcpStream};

    use super::*;

    #[test]
    fn a_connection_is_seen_until_it_is_let_go_of() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let connections = || Vitals::read(address).unwrap().connections;
        assert_eq!(connections(), 0);
        let client = TcpStream::connect(address).unwrap();
        let (server, _) = listener.accept().unwrap();
        assert_eq!(connections(), 1);
        drop(client);
        assert_eq!(connections(), 1);
        drop(server);
        assert_eq!(connections(), 0);
    }

    #[test]
    fn memory_that_is_not_freed_is_seen() {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let before = Vitals::read(address).unwrap().heap;
        // Far more than what other tests, which run at the same time, free in between.
        let held: Vec<u8> = Vec::with_capacity(1 << 30);
        let during = Vitals::read(address).unwrap().heap;
        assert!(during > before + (1 << 29), "{before} {during}");
        drop(held);
    }
}
