//! The files emitted for small catalogs, reviewed as snapshots and compiled.

use std::path::Path;

use crate::support::{Crate, checked};
use errcat_build::emit;
use errcat_model::Sources;
use errcat_model::artifact::Artifact;

fn golden(name: &str) -> Vec<Artifact> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/emitted/golden").join(name);
    emit(&checked(Sources::read(&[folder]))).unwrap()
}

fn text<'a>(artifacts: &'a [Artifact], path: &str) -> &'a str {
    &artifacts.iter().find(|artifact| artifact.path == Path::new(path)).unwrap().text
}

#[test]
fn codes_that_are_numbers() {
    let artifacts = golden("numbers");
    insta::assert_snapshot!(text(&artifacts, "numbers.rs"));
    insta::assert_snapshot!("the_rows", text(&artifacts, "numbers/rows.rs"));
    insta::assert_snapshot!("the_index_of_numbers", text(&artifacts, "numbers/index.rs"));
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    let printed = emitted.run(
        r#"
        use emitted::numbers::Code;
        fn main() {
            println!("{:?} {:?}", Code::find_number(70000), Code::find_number(70001));
            println!("{:?} {}", Code::TooOften.retry(), Code::TooOften.http());
            println!("{:?}", Code::class_of(2002).map(|class| class.meaning));
        }
        "#,
    );
    insta::assert_snapshot!(printed, @r#"
    Some(Gone) None
    Later { after_seconds: Some(300) } 429
    Some(Request)
    "#);
}

#[test]
fn codes_with_several_cases() {
    let artifacts = golden("several");
    insta::assert_snapshot!("the_index", text(&artifacts, "errcat.rs"));
    insta::assert_snapshot!(text(&artifacts, "several.rs"));
    insta::assert_snapshot!("the_rows_of_cases", text(&artifacts, "several/rows.rs"));
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    let printed = emitted.run(
        r#"
        use emitted::several::Code;
        fn main() {
            let code = Code::find("Invalid domain").unwrap();
            println!("{code:?} {} {:?} {:?}", code.meaning(), code.retry(), code.cases().collect::<Vec<_>>());
            let taken: errcat::Case<Code> = "domain-taken".parse().unwrap();
            println!("{taken} ({}) is {}", taken.id(), taken.code());
            println!("{} / {}", taken.tell("cs"), code.tell("de").language);
            println!("{:?}", Code::cases_of("Create Domain").collect::<Vec<_>>());
            println!("{:?}", Code::cases_of("Delete Domain").collect::<Vec<_>>());
        }
        "#,
    );
    insta::assert_snapshot!(printed);
}

#[test]
fn errors_with_parameters() {
    let artifacts = golden("parameters");
    insta::assert_snapshot!("the_error_type", text(&artifacts, "parameters/error.rs"));
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    let printed = emitted.run(
        r#"
        use emitted::parameters::{Code, Error, MovedParams};
        fn only(code: Code) -> errcat::Case<Code> {
            code.cases().next().unwrap()
        }
        fn show(error: &Error) {
            println!("{error}\n  {error:?}");
            assert_eq!(error.clone(), *error);
            for param in error.params() {
                println!("  {} = {:?}", param.name, param.shown());
            }
        }
        fn main() {
            show(&Error::from_case(only(Code::CodeRefused)).unwrap());
            show(&Error::CodeRefused { name: Some("a.cz".into()), transfer_code: Some("secret".into()) });
            show(&Error::TooMany { limit: Some(-3), type_: Some("<domain> {}".into()) });
            let params = MovedParams { from: Some("Brno".into()), secret: Some("secret".into()), ..MovedParams::default() };
            println!("{params:?}");
            show(&Error::Moved(Box::new(params)));
            assert_eq!(Error::from_case(only(Code::Done)), None);
            assert_ne!(Error::TooMany { limit: Some(1), type_: None }, Error::TooMany { limit: None, type_: None });
        }
        "#,
    );
    assert!(!printed.contains("secret\""), "{printed}");
    insta::assert_snapshot!("errors_with_parameters", printed);
}

/// The module names its own variants without a warning; `refused/history.rs` shows the warnings that its users get.
#[test]
fn codes_and_names_that_have_a_history() {
    let artifacts = golden("history");
    let enums = text(&artifacts, "history.rs");
    let enums = enums.split("::errcat::__code!").next().unwrap();
    insta::assert_snapshot!("history", enums);
    let error = text(&artifacts, "history/error.rs");
    let attributes: Vec<&str> = error.lines().filter(|line| line.contains("deprecated")).collect();
    insta::assert_snapshot!("history_of_errors", attributes.join("\n"));
    let emitted = Crate::new(&artifacts);
    emitted.compile();
    let printed = emitted.run(
        r#"
        #![allow(deprecated)]
        use emitted::history::{Code, Error};
        fn main() {
            // Code with an earlier name still compiles, in patterns too.
            match Code::find_number(1) {
                Some(Code::Done) => println!("{:?}", Code::Done),
                other => println!("{other:?}"),
            }
            println!("{:?}", Code::Blocked);
            // A retired code is still read and explained.
            println!("{:?} {}", Code::find_number(11), Error::DomainLost);
        }
        "#,
    );
    insta::assert_snapshot!(printed, @r"
    Finished
    DomainBlocked
    Some(DomainLost) 11: Domain is lost
    ");
}

/// A constant with all texts would be copied into every crate that asks for one of them.
#[test]
fn a_program_holds_every_text_once() {
    let emitted = Crate::new(&golden("several"));
    emitted.compile();
    emitted.run(
        r#"
        use emitted::several::{Code, Error};
        fn guide<C: errcat::CatalogCode>(code: C) -> String {
            format!("{} {:?} {:?}", code.name(), code.guidance(), code.message())
        }
        fn main() {
            println!("{}", guide(Code::Denied));
            println!("{:?} {:?}", Code::Denied.guidance(), Error::Denied);
        }
        "#,
    );
    let program = emitted.program();
    let text = b"The key is known, but it may not do what the request asks for.";
    assert_eq!(program.windows(text.len()).filter(|window| window == text).count(), 1);
}

/// A program with the runtime and a catalog links where there is no standard library and no
/// allocator to link with.
#[test]
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
fn neither_std_nor_an_allocator_is_needed() {
    let emitted = Crate::without_alloc(&golden("several"));
    emitted.compile();
    emitted.link_bare(
        r#"
        #![no_std]
        #![no_main]
        #[panic_handler]
        fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
            loop {}
        }
        // The core library that comes with rustc asks for it, and nothing unwinds.
        #[unsafe(no_mangle)]
        extern "C" fn rust_eh_personality() {}
        #[unsafe(no_mangle)]
        extern "C" fn main() -> i32 {
            match emitted::several::Code::find("DENIED") {
                Some(code) => i32::from(code.http().get() != 403),
                None => 2,
            }
        }
        "#,
    );
}
