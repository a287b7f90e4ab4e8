//! Every shape of table finds its codes, and nothing else.

use std::fmt::Write as _;

use errcat_build::emit;
use errcat_model::Sources;

use crate::support::{Crate, checked};

/// The files of a catalog with these codes.
pub(crate) fn files(id: &str, kind: &str, codes: &[String]) -> [(String, String); 2] {
    let provider = format!(
        "id: {id}\ntitle: Shapes\nabout: It is a test.\ndomain: {id}.example\ncode-type: {kind}\n\
         sources: [{{ id: s, title: S }}]\n"
    );
    let mut group = "group: { title: All, about: All of them., source: s }\ncodes:\n".to_owned();
    for code in codes {
        write!(
            group,
            "- code: {code}\n  name: Code{code}\n  message: It is {code}\n  kind-of: request\n  \
             guidance:\n    cause: The request was not right in the {id} way of {code}.\n    \
             action: Fix what {code} of {id} is about, then send it again.\n",
        )
        .unwrap();
    }
    [(format!("{id}/provider.yaml"), provider), (format!("{id}/all.yaml"), group)]
}

fn texts(numbers: impl IntoIterator<Item = u32>) -> Vec<String> {
    numbers.into_iter().map(|number| number.to_string()).collect()
}

#[test]
fn every_code_is_found_and_its_neighbors_are_not() {
    let dense = texts((1000..1300).filter(|number| number % 3 != 0));
    let paged = texts((0..400_u32).map(|index| 1000 + index / 20 * 1000 + index % 20));
    let far = texts([0, 1, 70_000, 1 << 31, u32::MAX - 1]);
    let words: Vec<String> = (0..500).map(|index| format!("Word{}", index * index)).collect();
    let catalogs = [
        ("dense", "integer", "NumberIndex::Dense", &dense),
        ("paged", "integer", "NumberIndex::Paged", &paged),
        ("far", "integer", "NumberIndex::Search", &far),
        ("words", "string", "StringIndex", &words),
    ];
    let all = catalogs.iter().flat_map(|(id, kind, _, codes)| files(id, kind, codes));
    let artifacts = emit(&checked(Sources::from_texts(all))).unwrap();
    for (id, _, shape, _) in catalogs {
        let file =
            artifacts.iter().find(|file| file.path.ends_with(format!("{id}/index.rs"))).unwrap();
        assert!(file.text.contains(shape), "{id} has no {shape}");
    }
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    let printed = emitted.run(
        r#"
        macro_rules! numbers {
            ($module:ident) => {{
                use emitted::$module::Code;
                for code in Code::ALL {
                    let number = code.number();
                    for near in number.saturating_sub(200)..=number.saturating_add(200) {
                        let slow = Code::ALL.iter().copied().find(|code| code.number() == near);
                        assert_eq!(Code::find_number(near), slow);
                        assert_eq!(Code::find(&near.to_string()), slow);
                    }
                }
                for number in [0, u32::MAX, 1 << 16, (1 << 16) + 1000] {
                    let slow = Code::ALL.iter().copied().find(|code| code.number() == number);
                    assert_eq!(Code::find_number(number), slow);
                }
                println!("{}", Code::ALL.len());
            }};
        }
        fn main() {
            numbers!(dense);
            numbers!(paged);
            numbers!(far);
            use emitted::words::Code;
            for number in 0..250_000 {
                let word = format!("Word{number}");
                assert_eq!(Code::find(&word).map(Code::as_str), is_square(number).then_some(&*word));
            }
            println!("{}", Code::ALL.len());
        }
        fn is_square(number: u32) -> bool {
            number.isqrt().pow(2) == number
        }
        "#,
    );
    assert_eq!(printed, "200\n400\n5\n500\n");
}

#[test]
fn a_catalog_without_failures_has_an_error_type_all_the_same() {
    let provider = "id: fine\ntitle: Fine\nabout: It never fails.\ndomain: fine.example\n\
                    code-type: integer\nsources: [{ id: s, title: S }]\n";
    let group = "group: { title: All, about: All of them., source: s, outcome: success }\n\
                 codes: [{ code: 1, name: Done, message: Done, is: success }]\n";
    let sources = Sources::from_texts([("fine/provider.yaml", provider), ("fine/all.yaml", group)]);
    let emitted = Crate::new(&emit(&checked(sources)).unwrap());
    emitted.compile();
    let printed = emitted.run(
        r#"
        use emitted::fine::{Code, Error};
        fn main() {
            println!("{:?}", Error::from_case(Code::Done.cases().next().unwrap()));
            println!("{}", Error::from(errcat::System::new("down")));
        }
        "#,
    );
    assert_eq!(printed, "None\ndown\n");
}
