use super::Column;

/// How a number leads to a code.
#[derive(Debug, Clone, Copy)]
pub enum NumberIndex {
    /// Numbers lie close together: one entry each, a code plus one or 0.
    Dense {
        /// The number of the first entry.
        first: u32,
        /// A code plus one, or 0.
        codes: Column,
    },
    /// Numbers lie in clusters: pages of 2^`shift` entries, empty ones shared.
    Paged {
        /// The number of the first entry of the first page.
        first: u32,
        /// The length of a page as a power of two.
        shift: u32,
        /// Which of the pages holds the numbers.
        pages: Column,
        /// All pages: a code plus one, or 0.
        codes: Column,
    },
    /// Numbers lie far apart: a binary search in the numbers of the codes.
    Search,
}

impl NumberIndex {
    /// The code with a number, where `numbers` are those of all codes, ascending.
    #[inline]
    pub const fn find(&self, number: u32, numbers: &Column) -> Option<usize> {
        let entry = match *self {
            Self::Dense { first, ref codes } => {
                let index = number.wrapping_sub(first) as usize;
                if index >= codes.len() {
                    return None;
                }
                codes.get(index)
            }
            Self::Paged { first, shift, ref pages, ref codes } => {
                let index = number.wrapping_sub(first) as usize;
                if index >> shift >= pages.len() {
                    return None;
                }
                let page = pages.get(index >> shift) as usize;
                codes.get((page << shift) + (index & ((1 << shift) - 1)))
            }
            Self::Search => return search(number, numbers),
        };
        (entry as usize).checked_sub(1)
    }
}

const fn search(number: u32, numbers: &Column) -> Option<usize> {
    let (mut low, mut high) = (0, numbers.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let found = numbers.get(middle);
        if found == number {
            return Some(middle);
        } else if found < number {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}
