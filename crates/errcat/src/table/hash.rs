//! The hash that both the generator and the lookups use, so that they cannot disagree.

/// Odd numbers without a pattern: digits of π.
const FIRST: u64 = 0x243f_6a88_85a3_08d3;
const SECOND: u64 = 0x1319_8a2e_0370_7345;

/// Hashes a key by folded multiplication.
///
/// It is made for tables whose keys are known. Its fixed seed does not resist an attacker, and need
/// not: a lookup probes one slot, whatever the key.
#[inline]
pub const fn hash(key: &[u8], seed: u64) -> u64 {
    let length = key.len();
    let (first, second) = if length > 16 {
        return hash_long(key, seed);
    } else if let (Some(head), Some(tail)) = (key.first_chunk::<8>(), key.last_chunk::<8>()) {
        (u64::from_le_bytes(*head), u64::from_le_bytes(*tail))
    } else if let (Some(head), Some(tail)) = (key.first_chunk::<4>(), key.last_chunk::<4>()) {
        (u32::from_le_bytes(*head) as u64, u32::from_le_bytes(*tail) as u64)
    } else if length > 0 {
        let middle = key[length / 2] as u64;
        ((key[0] as u64) << 16 | middle << 8 | key[length - 1] as u64, 0)
    } else {
        (0, 0)
    };
    // One product mixes enough: whether it does for the keys at hand is what the generator finds out.
    fold(first ^ seed, second ^ FIRST ^ (length as u64) << 56)
}

/// Hashes sixteen bytes in each step, and the last sixteen whether or not they were seen.
#[inline]
const fn hash_long(key: &[u8], seed: u64) -> u64 {
    let mut state = seed ^ key.len() as u64;
    let mut rest = key;
    while let Some((chunk, after)) = rest.split_first_chunk::<16>() {
        state = hash_chunk(*chunk, state);
        rest = after;
    }
    if let Some(tail) = key.last_chunk::<16>() {
        state = hash_chunk(*tail, state);
    }
    fold(state, SECOND)
}

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
const fn hash_chunk(chunk: [u8; 16], state: u64) -> u64 {
    let both = u128::from_le_bytes(chunk);
    fold(both as u64 ^ state, (both >> 64) as u64 ^ FIRST)
}

/// Returns the exclusive or of the two halves of the full product.
#[inline]
#[allow(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128) * (b as u128);
    product as u64 ^ (product >> 64) as u64
}

/// A hash taken apart: the bucket, whose displacement leads to a slot, and the fingerprint there.
#[derive(Debug, Clone, Copy)]
pub struct Probe(u64);

#[allow(clippy::cast_possible_truncation, reason = "each part takes bits of its own")]
impl Probe {
    /// Hashes a key.
    #[inline]
    pub const fn new(key: &[u8], seed: u64) -> Self {
        Self(hash(key, seed))
    }

    /// Returns one of `buckets`, which is a power of two.
    #[inline]
    pub const fn bucket(self, buckets: usize) -> usize {
        (self.0 >> 48) as usize & (buckets - 1)
    }

    /// Returns one of `slots`, which is a power of two.
    #[inline]
    pub const fn slot(self, displacement: u16, slots: usize) -> usize {
        ((self.0 >> 16) as usize ^ displacement as usize) & (slots - 1)
    }

    /// Returns the fingerprint, which is compared before the text is.
    #[inline]
    pub const fn fingerprint(self) -> u16 {
        self.0 as u16
    }
}
