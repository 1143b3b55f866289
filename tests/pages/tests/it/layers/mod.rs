//! Where each layer stands: `docs/layers.md` and its pictures are written from these lists, and each
//! row is driven on both sides of the envelope: where the page has it, what it says is so, and on the
//! other side it is not.
//!
//! `UPDATE_GOLDEN=1 cargo test -p manila-pages` writes the page and the pictures anew.

mod actix;
mod axum;
mod page;
mod picture;
mod place;

use self::place::Stack;
use crate::golden::check_file;

const STACKS: [&Stack; 2] = [&axum::STACK, &actix::STACK];

async fn check(stack: &Stack) {
    let mut wrong = Vec::new();
    for place in stack.places {
        let (layer, why) = (place.layer, place.why);
        if !(place.drive)(place.side).await {
            wrong.push(format!("{layer}, {:?}: not so: {why}", place.side));
        }
        if (place.drive)(place.side.other()).await {
            wrong.push(format!("{layer}: so on the other side too: {why}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn each_layer_of_axum_stands_where_what_the_page_says_is_so() {
    check(&axum::STACK).await;
}

#[actix_web::test]
async fn each_middleware_of_actix_stands_where_what_the_page_says_is_so() {
    check(&actix::STACK).await;
}

#[test]
fn the_page_and_its_pictures_are_written_from_the_lists() {
    check_file("layers.md", &page::page(&STACKS));
    for stack in STACKS {
        check_file(stack.file, &picture::picture(stack));
    }
}
