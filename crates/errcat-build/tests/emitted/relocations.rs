//! What a program's loader has to do does not depend on how many codes there are.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use errcat_build::emit;
use errcat_model::Sources;

use crate::shapes::files;
use crate::support::{Crate, checked};

/// Asks every table, so that the linker keeps all of them.
const EVERYTHING: &str = r#"
    use std::fmt::Write;
    use emitted::{numbers, words};
    macro_rules! ask {
        ($module:ident, $text:ident) => {
            for code in $module::Code::ALL {
                write!($text, "{code} {code:?} {} {:?}", code.label(), code.message()).unwrap();
                write!($text, "{:?} {:?} {:?}", code.guidance(), code.http(), code.grpc()).unwrap();
                write!($text, "{:?} {:?} {:?}", code.retry(), code.actor(), code.outcome()).unwrap();
                write!($text, "{} {} {:?}", code.meaning(), code.group(), code.cases()).unwrap();
                assert_eq!($module::Code::find(code.as_str()), Some(*code));
            }
            for case in $module::Case::ALL {
                write!($text, "{case} {:?} {}", case.code(), case.operations().count()).unwrap();
            }
        };
    }
    fn main() {
        let mut text = String::new();
        ask!(numbers, text);
        ask!(words, text);
        for code in numbers::Code::ALL {
            assert_eq!(numbers::Code::find_number(code.number()), Some(*code));
        }
        println!("{} {} {}", numbers::Code::ALL.len(), words::Code::ALL.len(), text.len() > 5000);
    }
"#;

/// The relocations of a program that asks everything of two catalogs, each of so many codes.
fn relocations(codes: u32) -> usize {
    let numbers: Vec<String> = (1000..1000 + codes).map(|number| number.to_string()).collect();
    let words: Vec<String> = (0..codes).map(|number| format!("Word{number}")).collect();
    let files = [("numbers", "integer", &numbers), ("words", "string", &words)]
        .into_iter()
        .flat_map(|(id, kind, codes)| files(id, kind, codes));
    let emitted = Crate::new(&emit(&checked(Sources::from_texts(files))).unwrap());
    emitted.compile();
    assert_eq!(emitted.run(EVERYTHING), format!("{codes} {codes} true\n"));
    emitted.relocations()
}

#[test]
fn codes_add_no_relocations() {
    let (few, many) = (relocations(10), relocations(1000));
    assert!(few > 0, "the program is not position-independent, so nothing was counted");
    assert_eq!(few, many, "relocations of 10 and of 1,000 codes");
}
