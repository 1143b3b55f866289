#[derive(Clone, serde::Deserialize, manila::FieldNames)]
#[serde(try_from = "String")]
pub struct Address {
    pub city: String,
}

impl TryFrom<String> for Address {
    type Error = std::convert::Infallible;

    fn try_from(city: String) -> Result<Self, Self::Error> {
        Ok(Self { city })
    }
}

fn main() {}
