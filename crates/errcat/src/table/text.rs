/// Texts, one behind the other in a blob.
///
/// Text `i` starts at `bases[i >> shift] + offsets[i]` and ends where the next one starts: two
/// bytes a text and a share of a base, whatever the length of the blob.
#[derive(Debug, Clone, Copy)]
pub struct Texts {
    /// All texts.
    pub blob: &'static str,
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
