//! What is inside of a value: elements, members, a variant.

use std::borrow::Cow;

use serde::de::value::Error;
use serde::de::{DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess};

use super::key::Key;
use super::node::{Elements, Members, Node};
use super::nothing::Nothing;

impl<'de> SeqAccess<'de> for Elements<'de, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((index, value)) = self.values.next() else {
            let Some(lacking) = self.lacking.checked_sub(1) else {
                return Ok(None);
            };
            self.lacking = lacking;
            let (name, object, places) = ("", &self.place, self.places);
            let nothing = Nothing {
                name,
                object,
                places,
            };
            return seed.deserialize(nothing).map(Some);
        };
        if self.places.stop() {
            return Ok(None);
        }
        let place = self.place.index(index);
        Node::new(value, place, self.places).read(seed).map(Some)
    }
}

impl<'de> Members<'de, '_> {
    /// Goes on to the next member, and gives its name.
    fn step(&mut self) -> Option<Cow<'de, str>> {
        let (name, value) = self.members.next()?;
        let place = self.place.member(&name);
        self.next = Some(Node::new(value, place, self.places));
        Some(name)
    }
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let name = self.step();
        if name.is_some() && self.places.stop() {
            return Ok(None);
        }
        if name.is_none() {
            self.added = self.lacking.next();
        }
        match name.or(self.added.map(Cow::Borrowed)) {
            Some(name) => seed.deserialize(Key(name)).map(Some),
            None => {
                self.places.complete(&self.place);
                Ok(None)
            }
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match (self.next.take(), self.added.take()) {
            (Some(node), _) => node.read(seed),
            (None, Some(name)) => {
                let (object, places) = (&self.place, self.places);
                let nothing = Nothing {
                    name,
                    object,
                    places,
                };
                places.within(object, || seed.deserialize(nothing))
            }
            (None, None) => Err(Error::custom("a value without its name")),
        }
    }
}

impl<'de, 'p> EnumAccess<'de> for Members<'de, 'p> {
    type Error = Error;
    type Variant = Node<'de, 'p>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), Error> {
        match (self.step(), self.next) {
            (Some(name), Some(node)) => Ok((seed.deserialize(Key(name))?, node)),
            _ => Err(Error::custom("no variant")),
        }
    }
}
