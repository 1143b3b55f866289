//! Contracts held against what core writes, against the schemas of OpenAPI, and against documents of others.

mod bodies;
mod broken;
mod catalogs;
mod completing;
mod documents;
mod faults;
mod hostile;
mod json_api;
mod marks;
mod operations;
mod overlays;
