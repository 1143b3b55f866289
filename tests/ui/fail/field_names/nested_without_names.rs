#[derive(manila::FieldNames)]
pub struct Signup {
    #[field_names(nested)]
    pub addresses: Vec<Address>,
}

pub struct Address {
    pub city: String,
}

fn main() {}
