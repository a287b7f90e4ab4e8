//! The result codes of EPP (RFC 5730) beside those of the other providers: all of it from YAML.

#![warn(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/errcat.rs"));
