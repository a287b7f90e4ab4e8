/// The way from a number to a code.
#[derive(Debug, Clone, Copy)]
pub enum NumberIndex {
    /// Numbers lie close together: one entry for each, a code plus one or 0.
    Dense {
        /// The number of the first entry.
        first: u32,
        /// A code plus one, or 0.
        codes: &'static [u16],
    },
    /// Numbers lie in clusters: pages of 2^`shift` entries, of which empty ones are shared.
    Paged {
        /// The number of the first entry of the first page.
        first: u32,
        /// The length of a page as a power of two.
        shift: u32,
        /// The page that holds each range of numbers.
        pages: &'static [u16],
        /// All pages: a code plus one, or 0.
        codes: &'static [u16],
    },
    /// Numbers lie far apart: a binary search in the numbers of the codes.
    Search,
}

impl NumberIndex {
    /// Returns the code with a number, where `numbers` are those of all codes, ascending.
    #[inline]
    pub const fn find(&self, number: u32, numbers: &[u32]) -> Option<usize> {
        let entry = match *self {
            Self::Dense { first, codes } => {
                let index = number.wrapping_sub(first) as usize;
                if index >= codes.len() {
                    return None;
                }
                codes[index]
            }
            Self::Paged { first, shift, pages, codes } => {
                let index = number.wrapping_sub(first) as usize;
                if index >> shift >= pages.len() {
                    return None;
                }
                let page = pages[index >> shift] as usize;
                codes[(page << shift) + (index & ((1 << shift) - 1))]
            }
            Self::Search => return search(number, numbers),
        };
        (entry as usize).checked_sub(1)
    }
}

const fn search(number: u32, numbers: &[u32]) -> Option<usize> {
    let (mut low, mut high) = (0, numbers.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if numbers[middle] < number {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < numbers.len() && numbers[low] == number { Some(low) } else { None }
}
