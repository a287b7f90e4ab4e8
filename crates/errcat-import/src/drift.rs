//! What a newer page says that a catalog does not.
