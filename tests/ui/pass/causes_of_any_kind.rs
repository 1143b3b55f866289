//! `or_code` and `because` need no type to be named, whatever the error is.

use std::error::Error;
use std::sync::{Arc, Mutex};

use manila::{Condition, Fault, OrCode};

type Sendable = Box<dyn Error + Send + Sync>;

fn parsed(text: &str) -> Result<String, Fault> {
    let number: u8 = text.parse().or_code(Condition::InvalidQuery)?;
    let again = text.parse::<u8>().or_code(Condition::InvalidQuery)?.to_string();
    let character = again.chars().next().or_code(Condition::ResourceNotFound)?;
    Ok(format!("{number}{character}"))
}

fn bound<E: Error + Send + Sync + 'static>(failed: Result<u8, E>) -> Result<u8, Fault> {
    failed.map_err(|error| Fault::condition(Condition::Gone).because(error))
}

fn counted(count: &Mutex<Vec<u8>>) -> Result<usize, Fault> {
    count.lock().or_code(Condition::Internal)?.push(1);
    Ok(count.lock().or_code(Condition::Internal)?.len())
}

fn every_kind() -> Vec<Fault> {
    let gone = || Fault::condition(Condition::Gone);
    vec![
        gone().because(std::fmt::Error),
        gone().because(anyhow::anyhow!("a text")),
        gone().because(Sendable::from("a text")),
        gone().because(Box::<dyn Error>::from("a text")),
        gone().because(Arc::<dyn Error + Send + Sync>::from(Sendable::from("a text"))),
        gone().because("a text"),
        gone().because(String::from("a text")),
        gone().because(gone()),
    ]
}

fn main() {
    assert_eq!(parsed("77").unwrap(), "777");
    assert_eq!(bound("7".parse()).unwrap(), 7);
    assert_eq!(counted(&Mutex::new(Vec::new())).unwrap(), 1);
    assert_eq!(every_kind().len(), 8);
}
