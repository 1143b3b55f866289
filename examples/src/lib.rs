//! What the binaries of this package share: the workbench, a service that fails in every way that
//! a service can, on either framework and in any style.

pub mod workbench;
