//! How much a status may say.
//!
//! It travels in headers of HTTP/2. Many peers take 8 KiB of them, and of more than that they make
//! an error of the connection, which says nothing about what happened.

use alloc::string::String;

/// The longest message, as headers encode it. What is left of the 8 KiB is for headers of others.
const MOST_MESSAGE: usize = 1024;

/// The most bytes of details, which are 6 KiB in a header.
const MOST_DETAILS: usize = 4608;

/// What there is in details besides texts: the types of all that they can hold.
const AROUND_ALL: usize = 512;

/// What there is at most around a text, or around a pair.
const AROUND: usize = 8;

/// The most bytes that say what was left out.
const MOST_NAMES: usize = 128;

/// The end of a text that was cut.
const CUT: &str = "…";

/// What is left of the room for details.
pub(super) struct Room {
    bytes: usize,
    left_out: String,
}

impl Room {
    /// The room that these texts leave.
    pub(super) fn beside(texts: &[&str]) -> Self {
        let used = texts.iter().fold(AROUND_ALL + MOST_NAMES, |sum, text| sum + text.len());
        Self { bytes: MOST_DETAILS.saturating_sub(used), left_out: String::new() }
    }

    /// Whether there is room for texts, which is theirs then. What does not fit in whole is left
    /// out: half a value would be another one.
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
        if !is_named && self.left_out.len() + name.len() < MOST_NAMES {
            let between = if self.left_out.is_empty() { "" } else { " " };
            self.left_out.extend([between, name]);
        }
    }

    /// The names of what was left out, if anything was.
    pub(super) fn left_out(self) -> Option<String> {
        Some(self.left_out).filter(|names| !names.is_empty())
    }
}

/// As much of a message as a header takes, and a sign where it was cut.
pub(super) fn cut(mut message: String) -> String {
    let mut size = 0;
    let too_much = message.char_indices().find(|(_, letter)| {
        // Most of what is no letter and no digit is three characters in a header.
        size += if letter.is_ascii_alphanumeric() { 1 } else { 3 * letter.len_utf8() };
        size > MOST_MESSAGE - 3 * CUT.len()
    });
    if let Some((place, _)) = too_much {
        message.truncate(place);
        message.push_str(CUT);
    }
    message
}
