/// Texts, one behind the other in a blob.
///
/// Text `i` starts at `bases[i >> shift] + offsets[i]` and ends where the next one starts: two
/// bytes a text and a share of a base, whatever the length of the blob.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// All texts. Behind a second reference, so that it is not copied into every crate that uses
    /// a constant with it.
    pub blob: &'static &'static str,
    /// Where each block of 2^`shift` texts starts.
    pub bases: &'static [u32],
    /// How many texts share a base.
    pub shift: u32,
    /// Where each text starts in its block; one more at the end of the last text.
    pub offsets: &'static [u16],
}

impl Texts {
    /// The text with this number.
    #[inline]
    pub const fn get(&self, index: usize) -> &'static str {
        // A generated table never takes the other ways; they are there so that nothing can panic.
        let Some((until, _)) = self.blob.split_at_checked(self.start(index + 1)) else {
            return "";
        };
        match until.split_at_checked(self.start(index)) {
            Some((_, text)) => text,
            None => "",
        }
    }

    /// Whether a text, without so many bytes at its start, is another one.
    ///
    /// Bytes are compared, so that no end of a text must be checked to be one of a character.
    #[inline]
    pub(super) fn ends_with(&self, index: usize, skipped: usize, text: &str) -> bool {
        let start = self.start(index) + skipped;
        // Lengths first: a slice of the same length is compared without a call where it is short.
        if self.start(index + 1) - start != text.len() {
            return false;
        }
        let own = self.blob.as_bytes().get(start..start + text.len());
        own.is_some_and(|own| same(own, text.as_bytes()))
    }

    #[inline]
    const fn start(&self, index: usize) -> usize {
        self.bases[index >> self.shift] as usize + self.offsets[index] as usize
    }

    /// How many texts there are.
    #[inline]
    pub const fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there are none.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Whether two slices of one length are the same. Codes are short, and a call of `memcmp` would
/// take longer than the rest of a lookup.
#[inline]
fn same(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        17..=32 => {
            a.first_chunk::<16>() == b.first_chunk() && a.last_chunk::<16>() == b.last_chunk()
        }
        8..=16 => a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk(),
        4..8 => a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk(),
        _ => a == b,
    }
}
