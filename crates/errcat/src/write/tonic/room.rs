//! The room for details in a status.
//!
//! A status travels in HTTP/2 headers. Many peers accept 8 KiB of them and treat more as an error of
//! the connection, which hides what happened.

use alloc::string::String;

/// The longest message, as headers encode it. The rest of the 8 KiB is for other headers.
const MAX_MESSAGE: usize = 1024;

/// The most bytes of details, which take 6 KiB in a header.
const MAX_DETAILS: usize = 4608;

/// The size of details without texts: the types of everything they can hold.
const AROUND_ALL: usize = 512;

/// The most bytes around a text, or around a pair.
const AROUND: usize = 8;

/// The most bytes for the names of details that are left out.
const MAX_NAMES: usize = 128;

/// Ends a text that was cut.
const CUT: &str = "…";

/// The remaining room for details.
pub(super) struct Room {
    bytes: usize,
    left_out: String,
}

impl Room {
    /// Returns the room that these texts leave.
    pub(super) fn next_to(texts: &[&str]) -> Self {
        let used = texts.iter().fold(AROUND_ALL + MAX_NAMES, |sum, text| sum + text.len());
        Self { bytes: MAX_DETAILS.saturating_sub(used), left_out: String::new() }
    }

    /// Takes room for texts, and returns whether they fit. Texts that do not fit whole are left out:
    /// half a value would be another value.
    pub(super) fn takes(&mut self, name: &str, texts: &[&str]) -> bool {
        let size = texts.iter().fold(AROUND, |sum, text| sum + text.len() + AROUND);
        let rest = self.bytes.checked_sub(size);
        match rest {
            Some(rest) => self.bytes = rest,
            None => self.leave_out(name),
        }
        rest.is_some()
    }

    fn leave_out(&mut self, name: &str) {
        let is_named = self.left_out.split(' ').any(|other| other == name);
        if !is_named && self.left_out.len() + name.len() < MAX_NAMES {
            let between = if self.left_out.is_empty() { "" } else { " " };
            self.left_out.extend([between, name]);
        }
    }

    /// Returns the names of the details that were left out, if there are any.
    pub(super) fn left_out(self) -> Option<String> {
        Some(self.left_out).filter(|names| !names.is_empty())
    }
}

/// Returns as much of a message as fits into a header, with a sign where it was cut.
pub(super) fn cut(mut message: String) -> String {
    let mut size = 0;
    let too_much = message.char_indices().find(|(_, letter)| {
        // Most other characters take three in a header.
        size += if letter.is_ascii_alphanumeric() { 1 } else { 3 * letter.len_utf8() };
        size > MAX_MESSAGE - 3 * CUT.len()
    });
    if let Some((place, _)) = too_much {
        message.truncate(place);
        message.push_str(CUT);
    }
    message
}
