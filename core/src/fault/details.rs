//! The data that travels with a fault, serialized when it is attached.

use std::borrow::Cow;

use manila_catalog_file::RESERVED_DETAILS;
use serde::Serialize;

use crate::json::{Unserializable, members_of, serialize};

/// Members of a JSON object in the order in which they were attached.
#[derive(Debug, Clone, Default)]
pub(crate) struct Details {
    members: Vec<Member>,
    left_out: Vec<String>,
}

/// A name and its value as JSON.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) name: Cow<'static, str>,
    pub(crate) json: String,
}

impl Details {
    pub(crate) fn members(&self) -> &[Member] {
        &self.members
    }

    /// What could not be attached, and why.
    pub(crate) fn left_out(&self) -> &[String] {
        &self.left_out
    }

    pub(crate) fn attach(&mut self, name: Cow<'static, str>, value: &impl Serialize) {
        match serialize(value) {
            Ok(json) => self.insert(name, json),
            Err(error) => self.leave_out(&name, &error.to_string()),
        }
    }

    pub(crate) fn attach_members(&mut self, value: &impl Serialize) {
        let members =
            serialize(value).and_then(|json| members_of(&json).ok_or(Unserializable::NotAnObject));
        match members {
            Ok(members) => {
                for (name, json) in members {
                    self.insert(name.into(), json);
                }
            }
            Err(error) => self.left_out.push(format!("details: {error}")),
        }
    }

    /// A later value takes the place of an earlier one: no object repeats a name.
    fn insert(&mut self, name: Cow<'static, str>, json: String) {
        if RESERVED_DETAILS.contains(&&*name) {
            self.leave_out(&name, "the name is one of Manila's own members");
        } else if let Some(member) = self.members.iter_mut().find(|member| member.name == name) {
            member.json = json;
        } else {
            self.members.push(Member { name, json });
        }
    }

    fn leave_out(&mut self, name: &str, reason: &str) {
        self.left_out.push(format!("detail {name:?}: {reason}"));
    }
}
