use super::{NumberIndex, Probe, Tables};

/// The way from a code on the wire to its row.
#[derive(Debug, Clone, Copy)]
pub enum Index {
    /// Codes are whole numbers.
    Numbers {
        /// The number of each code, ascending.
        numbers: &'static [u32],
        /// The way from a number to a code.
        index: NumberIndex,
    },
    /// Codes are texts.
    Strings(StringIndex),
}

/// A perfect hash: each key has a slot of its own.
#[derive(Debug, Clone, Copy)]
pub struct StringIndex {
    /// The seed that the generator found.
    pub seed: u64,
    /// For each bucket, a power of two of them, the displacement that moves its keys to free slots.
    pub displacements: &'static [u16],
    /// For each slot, a power of two of them, the fingerprint of its key and its code.
    pub slots: &'static [(u16, u16)],
}

impl StringIndex {
    /// Returns the only code that a text can be; the caller compares the texts.
    #[inline]
    fn candidate(&self, key: &str) -> Option<usize> {
        let probe = Probe::new(key.as_bytes(), self.seed);
        let displacement = self.displacements[probe.bucket(self.displacements.len())];
        let (fingerprint, code) = self.slots[probe.slot(displacement, self.slots.len())];
        (fingerprint == probe.fingerprint()).then_some(code.into())
    }
}

impl Tables {
    /// Returns whether codes are whole numbers.
    #[inline]
    pub const fn is_numeric(&self) -> bool {
        matches!(self.index, Index::Numbers { .. })
    }

    /// Returns the number of a code, if codes are numbers.
    #[inline]
    pub const fn number(&self, code: usize) -> Option<u32> {
        match &self.index {
            Index::Numbers { numbers, .. } => Some(numbers[code]),
            Index::Strings(_) => None,
        }
    }

    /// Returns the code with a number.
    #[inline]
    pub const fn find_number(&self, number: u32) -> Option<usize> {
        match &self.index {
            Index::Numbers { numbers, index } => index.find(number, numbers),
            Index::Strings(_) => None,
        }
    }

    /// Returns the code with a text, which for a number is its digits as they are usually written.
    #[inline]
    pub fn find(&self, text: &str) -> Option<usize> {
        match &self.index {
            Index::Numbers { .. } => self.find_number(digits(text)?),
            Index::Strings(index) => {
                let code = index.candidate(text)?;
                let own = self.label(code).as_bytes().get(self.id.len() + 1..)?;
                is_same(own, text.as_bytes()).then_some(code)
            }
        }
    }
}

/// Reads digits as they are usually written: no sign, no needless zero at the start.
fn digits(text: &str) -> Option<u32> {
    let is_usual = text == "0" || matches!(text.as_bytes().first(), Some(b'1'..=b'9'));
    if is_usual { text.parse().ok() } else { None }
}

/// Compares two texts. Codes are short, and a call of `memcmp` would take longer than the rest of a
/// lookup.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        17..=32 => {
            a.first_chunk::<16>() == b.first_chunk() && a.last_chunk::<16>() == b.last_chunk()
        }
        8..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        4..8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        _ => a == b,
    }
}
