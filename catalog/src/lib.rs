#![doc = include_str!("../README.md")]
#![no_std]
#![forbid(unsafe_code)]

/// Embeds files of this folder, with their paths.
macro_rules! embed {
    ($($path:literal,)+) => {
        &[$(($path, include_str!(concat!("../", $path)))),+]
    };
}

/// All YAML files: their path in the catalog folder, and their text.
///
/// # Examples
///
/// ```
/// let (path, text) = domain_errors_catalog::FILES[0];
/// assert_eq!(path, "domains/dns-ssl-cdn.yaml");
/// assert!(text.contains("DOMAIN_"));
/// ```
pub const FILES: &[(&str, &str)] = embed![
    "domains/dns-ssl-cdn.yaml",
    "domains/health-integrations.yaml",
    "domains/lifecycle.yaml",
    "domains/provider.yaml",
    "domains/quota-payment.yaml",
    "domains/routes-transfers.yaml",
    "meanings.yaml",
    "wapi/12xx.yaml",
    "wapi/1xxx.yaml",
    "wapi/22xx.yaml",
    "wapi/23xx.yaml",
    "wapi/24xx.yaml",
    "wapi/2xxx.yaml",
    "wapi/32xx.yaml",
    "wapi/33xx.yaml",
    "wapi/3xxx.yaml",
    "wapi/42xx.yaml",
    "wapi/4xxx.yaml",
    "wapi/5xxx.yaml",
    "wapi/provider.yaml",
    "wix/connected-domains.yaml",
    "wix/domain-search.yaml",
    "wix/platform.yaml",
    "wix/provider.yaml",
];

/// The hub of meanings alone: a catalog of your own can hang its meanings under it.
///
/// # Examples
///
/// ```
/// assert!(domain_errors_catalog::HUB.contains("- id: failure"));
/// ```
pub const HUB: &str = include_str!("../meanings.yaml");
