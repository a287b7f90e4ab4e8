//! Message templates.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use errcat_model::{Piece, Template, TemplateError};
use proptest::prelude::*;

#[test]
fn angle_brackets_that_name_nothing_are_literal() {
    let template = Template::parse("a < b, <not one>, <1>, <>, <ok>").unwrap();
    assert_eq!(template.parameters().collect::<Vec<_>>(), ["ok"]);
}

#[test]
fn touching_parameters_are_refused() {
    assert_eq!(Template::parse("<a><b>"), Err(TemplateError::Touching("a", "b")));
}

proptest! {
    #[test]
    fn the_pieces_are_the_text(text in "[<>a-c` ]{0,40}") {
        if let Ok(template) = Template::parse(&text) {
            let joined: String = template.pieces().iter().map(|piece| match piece {
                Piece::Literal(text) => (*text).to_owned(),
                Piece::Parameter(name) => format!("<{name}>"),
            }).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
