//! A catalog from nothing.
