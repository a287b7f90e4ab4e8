use super::{Column, NumberIndex, Probe, Tables};

/// What codes are on the wire, and how one is found.
#[derive(Debug, Clone, Copy)]
pub enum Wire {
    /// Whole numbers.
    Numbers {
        /// The number of each code, ascending.
        numbers: Column,
        /// How a number leads to a code.
        index: NumberIndex,
    },
    /// Texts.
    Strings(StringIndex),
}

/// A perfect hash: each key has a slot of its own.
#[derive(Debug, Clone, Copy)]
pub struct StringIndex {
    /// The seed that the generator found.
    pub seed: u64,
    /// Of each bucket, a power of two of them, what moves its keys to free slots.
    pub displacements: &'static [u16],
    /// Of each slot, a power of two of them, the fingerprint of its key and its code.
    pub slots: &'static [(u16, u16)],
}

impl StringIndex {
    /// The only code that a text can be; whether it is must be compared.
    #[inline]
    fn candidate(&self, key: &str) -> Option<u16> {
        let probe = Probe::new(key.as_bytes(), self.seed);
        let displacement = self.displacements[probe.bucket(self.displacements.len())];
        let (fingerprint, code) = self.slots[probe.slot(displacement, self.slots.len())];
        (fingerprint == probe.fingerprint()).then_some(code)
    }
}

impl Tables {
    /// Whether codes are whole numbers.
    #[inline]
    pub const fn is_numeric(&self) -> bool {
        matches!(self.wire, Wire::Numbers { .. })
    }

    /// The number of a code, where codes are numbers.
    #[inline]
    pub const fn number(&self, code: u16) -> Option<u32> {
        match &self.wire {
            Wire::Numbers { numbers, .. } => Some(numbers.get(code as usize)),
            Wire::Strings(_) => None,
        }
    }

    /// The code with a number.
    #[inline]
    pub const fn find_number(&self, number: u32) -> Option<usize> {
        match &self.wire {
            Wire::Numbers { numbers, index } => index.find(number, numbers),
            Wire::Strings(_) => None,
        }
    }

    /// The code with a text, which for a number is its digits as they are usually written.
    #[inline]
    pub fn find(&self, text: &str) -> Option<usize> {
        match &self.wire {
            Wire::Numbers { .. } => self.find_number(digits(text)?),
            Wire::Strings(index) => {
                let code = index.candidate(text)?;
                let is_same = self.labels.ends_with(code as usize, self.id.len() + 1, text);
                is_same.then_some(code as usize)
            }
        }
    }
}

/// The number that digits stand for: no sign, no needless zero in front.
fn digits(text: &str) -> Option<u32> {
    let is_usual = text == "0" || matches!(text.as_bytes().first(), Some(b'1'..=b'9'));
    if is_usual { text.parse().ok() } else { None }
}
