//! From the places of values to those that the document has, by the names that were sent.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::input::extract::{MediaType, SentBody};
use crate::input::field_names::{Located, Token};

/// Has each place end where the document does, in the names that it has. The document is read once.
pub(super) fn settle<'p>(places: impl Iterator<Item = &'p mut Located>, body: &SentBody) {
    let ways: Vec<_> = places.map(Way::new).collect();
    let all: Vec<_> = (0..ways.len()).collect();
    let ways = RefCell::new(ways);
    match body.media_type {
        MediaType::Json => {
            let mut deserializer = serde_json::Deserializer::from_slice(&body.bytes);
            let walk = Walk {
                ways: &ways,
                taken: all,
                depth: 0,
            };
            if walk.deserialize(&mut deserializer).is_err() {
                // It is not what the value was read from.
                return;
            }
        }
        MediaType::Form => {
            let wanted = wanted_names(&ways.borrow(), &all, 0);
            for (name, _) in form_urlencoded::parse(&body.bytes) {
                if let Some(taken) = wanted.get(&*name) {
                    step(&ways, taken, 0, Some(&name));
                }
            }
        }
    }
    ways.into_inner().into_iter().for_each(Way::end);
}

/// A place on the way through the document.
struct Way<'p> {
    place: &'p mut Located,
    /// How many of its steps the document has.
    found: usize,
}

impl<'p> Way<'p> {
    fn new(place: &'p mut Located) -> Self {
        Self { place, found: 0 }
    }

    fn end(self) {
        let Self { place, found } = self;
        if found == place.tokens.len() {
            return;
        }
        if let (Some(Token::Member(name)), true) =
            (place.tokens.get(found), found + 1 == place.tokens.len())
        {
            place.absent = Some(name.clone());
        }
        place.tokens.truncate(found);
        place.is_exact = false;
    }
}

/// The names that are looked for in an object, and the ways that lead on by each.
fn wanted_names(ways: &[Way<'_>], taken: &[usize], depth: usize) -> HashMap<String, Vec<usize>> {
    let mut wanted: HashMap<String, Vec<usize>> = HashMap::new();
    for way in taken {
        let Some(place) = ways.get(*way).map(|way| &way.place) else {
            continue;
        };
        let Some(token) = place.tokens.get(depth) else {
            continue;
        };
        let name = match token {
            Token::Member(name) => name.clone(),
            // The key of a map.
            Token::Index(index) => index.to_string(),
        };
        let aliases = place.aliases.get(depth).copied().unwrap_or_default();
        let aliases = aliases.iter().map(|alias| (*alias).to_owned());
        for name in aliases.chain([name]) {
            wanted.entry(name).or_default().push(*way);
        }
    }
    wanted
}

/// Takes ways a step on, by the name that was sent.
fn step(ways: &RefCell<Vec<Way<'_>>>, taken: &[usize], depth: usize, name: Option<&str>) {
    let mut ways = ways.borrow_mut();
    for way in taken {
        let Some(way) = ways.get_mut(*way) else {
            continue;
        };
        way.found = depth + 1;
        if let (Some(Token::Member(token)), Some(name)) = (way.place.tokens.get_mut(depth), name) {
            name.clone_into(token);
        }
    }
}

/// Reads a value that some ways lead through.
struct Walk<'w, 'p> {
    ways: &'w RefCell<Vec<Way<'p>>>,
    taken: Vec<usize>,
    depth: usize,
}

impl Walk<'_, '_> {
    fn further(&self, taken: &[usize], name: Option<&str>) -> Self {
        step(self.ways, taken, self.depth, name);
        Self {
            ways: self.ways,
            taken: taken.to_vec(),
            depth: self.depth + 1,
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

macro_rules! scalars {
    ($($visit:ident($type:ty))*) => {$(
        fn $visit<E>(self, _: $type) -> Result<(), E> {
            Ok(())
        }
    )*};
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    scalars! { visit_bool(bool) visit_u64(u64) visit_i64(i64) visit_f64(f64) visit_str(&str) }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut wanted: HashMap<usize, Vec<usize>> = HashMap::new();
        for way in &self.taken {
            let ways = self.ways.borrow();
            let tokens = ways.get(*way).map(|way| &way.place.tokens);
            if let Some(Token::Index(index)) = tokens.and_then(|tokens| tokens.get(self.depth)) {
                wanted.entry(*index).or_default().push(*way);
            }
        }
        for index in 0.. {
            let read = match wanted.get(&index) {
                Some(taken) => elements.next_element_seed(self.further_if(taken))?,
                None => elements.next_element::<IgnoredAny>()?.map(|_| ()),
            };
            if read.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let wanted = wanted_names(&self.ways.borrow(), &self.taken, self.depth);
        while let Some(name) = members.next_key::<String>()? {
            match wanted.get(&name) {
                Some(taken) => members.next_value_seed(self.further(taken, Some(&name)))?,
                None => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

impl<'w, 'p> Walk<'w, 'p> {
    /// The walk through an element, if there is one.
    fn further_if(&self, taken: &[usize]) -> Element<'w, 'p> {
        Element(Walk {
            ways: self.ways,
            taken: taken.to_vec(),
            depth: self.depth,
        })
    }
}

/// Reads an element that some ways lead to.
struct Element<'w, 'p>(Walk<'w, 'p>);

impl<'de> DeserializeSeed<'de> for Element<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.0
            .further(&self.0.taken, None)
            .deserialize(deserializer)
    }
}
