//! Databases: what SQLite refuses comes through `?` with the meaning that it has, whichever crate is between.

mod diesel;
mod sea_orm;

/// Two tables, of which the second names rows of the first.
const TABLES: &str = "PRAGMA foreign_keys = ON;
    CREATE TABLE authors (id INTEGER PRIMARY KEY);
    CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE, author INTEGER REFERENCES authors (id));
    INSERT INTO notes (title) VALUES ('taken');";
