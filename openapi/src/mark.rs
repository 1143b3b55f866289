//! What a binding leaves on an operation, to say which codes it can answer with.

use manila::{Catalog, Code};
use serde_json::{Value, json};

use crate::error::Error;

/// The name of the member that carries a mark: see the [crate's page](crate#marks-for-bindings).
pub const MARK: &str = "x-manila-codes";

/// Returns the mark of an operation that can answer with the codes of a catalog: those whose `operations` name
/// it, or all of them if none does.
///
/// ```
/// use manila_openapi::{Contract, MARK, mark_of};
/// use serde_json::json;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// #[error_code(catalog = "plans")]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402)]
///     PlanLimit,
/// }
///
/// let mark = mark_of(ApiError::CATALOG);
/// assert_eq!(mark, json!({ "catalog": "plans" }));
///
/// let mut document = json!({
///     "openapi": "3.1.0",
///     "info": { "title": "Plans", "version": "1.0.0" },
///     "paths": {
///         "/apps": { "post": { "responses": { "201": { "description": "Created" } }, MARK: mark } },
///         "/": { "get": { "responses": { "200": { "description": "Fine" } } } },
///     },
/// });
/// Contract::new(ApiError::CATALOG).only_marked().complete(&mut document).unwrap();
/// assert!(document["paths"]["/apps"]["post"]["responses"]["402"].is_object());
/// assert!(document["paths"]["/apps"]["post"][MARK].is_null());
/// assert!(document["paths"]["/"]["get"]["responses"]["402"].is_null());
/// ```
#[must_use]
pub fn mark_of(catalog: &Catalog) -> Value {
    json!({ "catalog": catalog.name() })
}

/// Returns the mark of an operation that can answer with these codes of a catalog.
///
/// ```
/// use manila_openapi::mark_of_codes;
/// use serde_json::json;
///
/// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// # #[error_code(catalog = "plans")]
/// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
/// let mark = mark_of_codes(ApiError::CATALOG, [ApiError::Gone.code()]);
/// assert_eq!(mark, json!({ "catalog": "plans", "codes": ["gone"] }));
/// ```
#[must_use]
pub fn mark_of_codes<'a>(catalog: &Catalog, codes: impl IntoIterator<Item = &'a Code>) -> Value {
    let names: Vec<_> = codes.into_iter().map(Code::name).collect();
    json!({ "catalog": catalog.name(), "codes": names })
}

/// A mark that was read.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// Where it stands, for what is said about it.
    pub(crate) pointer: String,
    pub(crate) catalog: String,
    pub(crate) codes: Option<Vec<String>>,
}

/// Reads a mark, or several.
pub(crate) fn read(value: &Value, pointer: &str, marks: &mut Vec<Mark>) -> Result<(), Error> {
    if let Value::Array(list) = value {
        let mut items = list.iter().enumerate();
        return items.try_for_each(|(at, item)| read_one(item, format!("{pointer}/{at}"), marks));
    }
    read_one(value, pointer.to_owned(), marks)
}

fn read_one(value: &Value, pointer: String, marks: &mut Vec<Mark>) -> Result<(), Error> {
    let Some(catalog) = value.get("catalog").and_then(Value::as_str) else {
        let why = "a mark is an object with the name of a `catalog`";
        return Err(Error::new(pointer, why));
    };
    let codes = match value.get("codes") {
        None => None,
        Some(codes) => {
            let names = codes.as_array().map(|codes| {
                let names = codes.iter().map(|code| code.as_str().map(str::to_owned));
                names.collect::<Option<Vec<_>>>()
            });
            let Some(Some(names)) = names else {
                let why = "`codes` of a mark is an array of their names";
                return Err(Error::new(format!("{pointer}/codes"), why));
            };
            Some(names)
        }
    };
    marks.push(Mark {
        pointer,
        catalog: catalog.to_owned(),
        codes,
    });
    Ok(())
}
