//! What an import tells of a list, beside the catalog.

use std::io::Write as _;

use super::cell::Place;
use crate::shown::{quoted, shown};

/// How many places are told, as `manila check` does.
const MOST: usize = 1000;

/// What is told on standard error.
#[derive(Debug)]
pub(super) struct Told {
    /// The list, as it can be shown.
    list: String,
    notes: Vec<String>,
    left_out: usize,
    unread: usize,
    /// The first places, each with what is told of it.
    places: Vec<(Place, String)>,
    more: usize,
    summary: Vec<String>,
}

impl Told {
    pub(super) fn of(list: &str) -> Self {
        let list = match list {
            "-" => "standard input".to_owned(),
            list => shown(list),
        };
        Self {
            list,
            notes: Vec::new(),
            left_out: 0,
            unread: 0,
            places: Vec::new(),
            more: 0,
            summary: Vec::new(),
        }
    }

    /// The list, as it can be shown.
    pub(super) fn list(&self) -> &str {
        &self.list
    }

    /// Notes what holds of the whole list.
    pub(super) fn note(&mut self, note: String) {
        self.notes.push(note);
    }

    /// Notes that something of the list is not in the catalog.
    pub(super) fn leave_out(&mut self, place: &Place, why: &str) {
        self.left_out += 1;
        self.tell(place, &format!("left out: {why}"));
    }

    /// Notes that a row cannot be read at all.
    pub(super) fn leave_out_row(&mut self, place: &Place, why: &str) {
        self.unread += 1;
        self.leave_out(place, why);
    }

    /// How many rows cannot be read at all.
    pub(super) const fn unread(&self) -> usize {
        self.unread
    }

    /// Notes that a whole column is not in the catalog.
    pub(super) fn leave_out_column(&mut self, why: &str) {
        self.left_out += 1;
        self.notes.push(format!("left out: {why}"));
    }

    /// Notes what became of something that is in the catalog in another way.
    pub(super) fn tell(&mut self, place: &Place, what: &str) {
        if self.places.len() < MOST {
            self.places.push((place.clone(), what.to_owned()));
        } else {
            self.more += 1;
        }
    }

    /// Notes that a related code is mentioned alone, as it is not in the catalog.
    pub(super) fn mention(&mut self, place: &Place, name: &str) {
        let name = quoted(name);
        self.tell(
            place,
            &format!("{name} is not in the list: it is in `mentions`"),
        );
    }

    /// Says what became of the whole, at the end.
    pub(super) fn sum_up(&mut self, summary: String) {
        self.summary.push(summary);
    }

    pub(super) const fn has_left_out(&self) -> bool {
        self.left_out > 0
    }

    /// All of it, in lines.
    fn lines(&self) -> String {
        let mut lines = String::new();
        for note in &self.notes {
            lines += &format!("{}: {note}\n", self.list);
        }
        // What is found out last may be about the first lines.
        let mut places: Vec<_> = self.places.iter().collect();
        places.sort_by_key(|(place, _)| match place {
            Place::Line(line) => *line,
            Place::Response(_) => 0,
        });
        for (place, what) in places {
            lines += &format!("{}{place}: {what}\n", self.list);
        }
        if self.more > 0 {
            lines += &format!("and {} more\n", self.more);
        }
        for line in &self.summary {
            lines += &format!("{}: {line}\n", self.list);
        }
        lines
    }

    pub(super) fn show(&self) {
        // Whether it can be told changes nothing about the catalog.
        let _ = write!(std::io::stderr(), "{}", self.lines());
    }
}
