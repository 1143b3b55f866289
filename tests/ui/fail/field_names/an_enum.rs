#[derive(manila::FieldNames)]
pub enum Plan {
    Free,
    Team { seats: u16 },
}

fn main() {}
