/// Numbers as narrow as the largest of them allows.
#[derive(Debug, Clone, Copy)]
pub enum Column {
    /// All are below 2⁸.
    Bytes(&'static [u8]),
    /// All are below 2¹⁶.
    Shorts(&'static [u16]),
    /// Any.
    Words(&'static [u32]),
}

impl Column {
    /// The number in a row. A table is a constant, so nothing of this choice is left when it runs.
    #[inline]
    pub const fn get(&self, row: usize) -> u32 {
        match self {
            Self::Bytes(numbers) => numbers[row] as u32,
            Self::Shorts(numbers) => numbers[row] as u32,
            Self::Words(numbers) => numbers[row],
        }
    }

    /// How many numbers there are.
    #[inline]
    pub const fn len(&self) -> usize {
        match self {
            Self::Bytes(numbers) => numbers.len(),
            Self::Shorts(numbers) => numbers.len(),
            Self::Words(numbers) => numbers.len(),
        }
    }

    /// Whether there are none.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
