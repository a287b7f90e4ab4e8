//! The codes of EPP (RFC 5730), Namecheap, Cloudflare and an RPC registrar, generated from YAML and
//! joined with the shipped catalogs.

#![warn(missing_docs)]

errcat::include_catalogs!();
