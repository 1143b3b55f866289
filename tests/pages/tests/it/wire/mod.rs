//! What is on the wire: `docs/wire.md` is written from these rows, and each is driven with the default
//! settings, where what it says is so, and with its switch, where it is not.
//!
//! `UPDATE_GOLDEN=1 cargo test -p manila-pages` writes the page anew.

mod page;
mod row;
mod rows;
mod shapes;

use self::rows::ROWS;
use crate::golden::check_file;

#[tokio::test]
async fn each_row_is_so_until_it_is_switched_off() {
    let mut wrong = Vec::new();
    for row in ROWS {
        if !row.is_so(false).await {
            wrong.push(format!("not so: {}, {}", row.what, row.when));
        }
        if row.is_switched.is_some() && row.is_so(true).await {
            let switch = row.switch;
            wrong.push(format!(
                "so in spite of {switch}: {}, {}",
                row.what, row.when
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_page_is_written_from_the_rows() {
    check_file("wire.md", &page::page(ROWS));
}
