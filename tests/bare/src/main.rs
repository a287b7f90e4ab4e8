//! Exits with 0 if every answer is right, or with the number of the first wrong one.

#![no_std]
#![no_main]

use domain_errors::{Audience, CatalogCode, GrpcCode, Retry, domains, wapi, wix};

/// Found at compile time.
const QUARANTINE: Option<wapi::Code> = wapi::Code::find_number(3204);

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// The precompiled core library refers to it, although nothing unwinds.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// The entry point that the C library calls.
#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let answers = [
        QUARANTINE == Some(wapi::Code::DomainInQuarantine),
        wapi::Code::class_of(2999).is_some_and(|class| class.facts.http.get() == 400),
        wix::Code::find("Invalid domain").is_some_and(|code| code.cases().len() > 1),
        wix::Code::cases_of("Create Connected Domain")
            .any(|case| case.name() == "DomainRestricted"),
        "DOMAIN_001".parse() == Ok(domains::Code::ALL[0]),
        resend(wapi::Code::DomainRegistered) == Retry::Never,
        wapi::Code::DomainRegistered.grpc() == GrpcCode::AlreadyExists,
        wapi::Code::InsufficientCredit.answer_in(Audience::Client).target()
            == Some(&domains::Code::IntegrationRegistrarFailed),
        wapi::Code::DomainRegistered.tell("de, cs-CZ;q=0.9, en;q=0.8").language == "cs",
    ];
    match answers.iter().position(|answer| !answer) {
        None => 0,
        Some(question) => question as i32 + 1,
    }
}

fn resend(code: impl CatalogCode) -> Retry {
    code.retry()
}
