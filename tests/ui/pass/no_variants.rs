#[derive(manila::ErrorCode)]
#[error_code(case = "PascalCase")]
pub enum Derived {}

manila::catalog! { pub enum FromFile = "fixtures/no_codes.toml" }

fn main() {
    assert!(Derived::CATALOG.codes().is_empty());
    assert!(Derived::CATALOG.find("Anything").is_none());
    assert!(FromFile::CATALOG.find("1").is_none());
    let never: Option<FromFile> = None;
    assert!(never.map(FromFile::fault).is_none());
}
