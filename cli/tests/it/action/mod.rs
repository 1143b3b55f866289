//! The action for pull requests: the shell of its steps, run on scratch repositories beside an API on a loopback
//! address.

mod api;
mod bases;
mod changes;
mod comments;
mod expression;
mod hostile;
mod install;
mod page;
mod pre_commit;
mod repository;
mod runner;
mod scene;
mod workflow_commands;
mod yaml;
