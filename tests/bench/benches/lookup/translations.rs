//! Translations, against what people write by hand.

use std::collections::HashMap;

use domain_errors::{domains, wapi};
use errcat_bench::{Random, compare, ratio};

const CODES: usize = wapi::Code::ALL.len();

/// A table by hand: the number of the target, if there is one.
static TARGETS: [u16; CODES] = {
    let mut all = [u16::MAX; CODES];
    let mut code = 0;
    while code < CODES {
        if let Some(to) = wapi::Code::ALL[code].translate::<domains::Code>() {
            all[code] = to.target as u16;
        }
        code += 1;
    }
    all
};

pub(crate) fn run() {
    let map: HashMap<wapi::Code, domains::Code> = wapi::Code::ALL
        .iter()
        .filter_map(|code| Some((*code, code.translate::<domains::Code>()?.target)))
        .collect();
    let draw = |random: &mut Random| random.pick(wapi::Code::ALL);
    let index = |target: Option<domains::Code>| target.map_or(usize::MAX, |code| code as usize);
    let ours = |code: wapi::Code| index(code.translate::<domains::Code>().map(|to| to.target));
    let array = |code: wapi::Code| match TARGETS[code as usize] {
        u16::MAX => usize::MAX,
        target => target.into(),
    };
    let matched = |code: wapi::Code| index(by_match(code));
    let mapped = |code: wapi::Code| index(map.get(&code).copied());
    ratio("WAPI into the Domains Service / [u16; N]", compare(draw, ours, array), " ns", 1.1);
    ratio("WAPI into the Domains Service / match", compare(draw, ours, matched), " ns", 1.0);
    ratio("WAPI into the Domains Service / HashMap", compare(draw, ours, mapped), " ns", 1.0);
}

/// A list as long as the table; the time does not depend on whether the targets are right.
#[inline(never)]
#[allow(clippy::match_same_arms, reason = "a line for each code is what is measured")]
fn by_match(code: wapi::Code) -> Option<domains::Code> {
    Some(match code {
        wapi::Code::WgpDomainNotFound => domains::Code::DomainNotFound,
        wapi::Code::InvalidRecordType => domains::Code::DnsConfigurationFailed,
        wapi::Code::InvalidRecordName => domains::Code::DnsConfigurationFailed,
        wapi::Code::NameUnfitForRecordType => domains::Code::DnsConfigurationFailed,
        wapi::Code::InvalidCnameForName => domains::Code::DnsConfigurationFailed,
        wapi::Code::InvalidRecordData => domains::Code::DnsConfigurationFailed,
        wapi::Code::InvalidTtl => domains::Code::DnsConfigurationFailed,
        wapi::Code::InvalidTtlLimit => domains::Code::DnsConfigurationFailed,
        wapi::Code::DnsDomainLimitExceeded => domains::Code::QuotaExceeded,
        wapi::Code::WgpDomainOrServiceNotFound => domains::Code::DomainNotFound,
        wapi::Code::InsufficientCredit => domains::Code::InsufficientFunds,
        wapi::Code::DomainRegistered => domains::Code::DomainAlreadyExists,
        wapi::Code::DomainUnavailableUnknownReason => domains::Code::DomainUnavailable,
        wapi::Code::DomainUnavailable => domains::Code::DomainUnavailable,
        wapi::Code::DomainInQuarantine => domains::Code::DomainUnavailable,
        wapi::Code::DomainReserved => domains::Code::DomainUnavailable,
        wapi::Code::DomainBlocked => domains::Code::DomainUnavailable,
        wapi::Code::DomainAtTargetRegistrar => domains::Code::DomainAlreadyExists,
        wapi::Code::DomainAlreadyAtWedos => domains::Code::DomainAlreadyExists,
        wapi::Code::DomainOpenFailed => domains::Code::DomainNotFound,
        wapi::Code::DomainUpdateDnsFailed => domains::Code::DomainUpdateFailed,
        wapi::Code::DomainTransferAuthorizationError => domains::Code::InvalidAuthCode,
        wapi::Code::DnsRowNotFound => domains::Code::DnsRecordNotFound,
        wapi::Code::DomainTransferTryLater => domains::Code::TransferFailed,
        _ => return None,
    })
}
