#[derive(manila::FieldNames)]
#[field_names(nested)]
pub struct Signup {
    #[field_names(crate = manila)]
    pub address: Address,
    #[field_names(neested)]
    pub other: Address,
}

#[derive(manila::FieldNames)]
pub struct Address {
    pub city: String,
}

fn main() {}
