use manila::Fault;

fn without_a_code(text: &str) -> Result<u8, Fault> {
    Ok(text.parse::<u8>()?)
}

fn main() {}
