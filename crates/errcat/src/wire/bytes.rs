//! Looking for bytes, eight at once: most strings of a body are too short for a search that
//! prepares itself.

const ONES: u64 = u64::from_le_bytes([1; 8]);
const UPPER: u64 = ONES << 7;

/// Where the first of some bytes is; the length of the text if there is none.
pub(super) fn first_of<const N: usize>(wanted: [u8; N], text: &[u8]) -> usize {
    let words = wanted.map(|byte| ONES * u64::from(byte));
    let marks = |bytes: u64| words.iter().fold(0, |marks, word| marks | zeros(bytes ^ word));
    first(text, marks, |byte| wanted.contains(&byte))
}

/// The same, where control characters are wanted too.
#[cfg(feature = "json")]
pub(super) fn first_of_or_control<const N: usize>(wanted: [u8; N], text: &[u8]) -> usize {
    let words = wanted.map(|byte| ONES * u64::from(byte));
    let marks = |bytes: u64| {
        let controls = bytes.wrapping_sub(ONES * 0x20) & !bytes;
        words.iter().fold(controls, |marks, word| marks | zeros(bytes ^ word))
    };
    first(text, marks, |byte| byte < 0x20 || wanted.contains(&byte))
}

/// Marks the upper bit of each byte that is zero. The lowest mark is right; a borrow may set
/// others above it.
const fn zeros(bytes: u64) -> u64 {
    bytes.wrapping_sub(ONES) & !bytes
}

fn first(text: &[u8], marks: impl Fn(u64) -> u64, is_wanted: impl Fn(u8) -> bool) -> usize {
    let mut rest = text;
    while let Some((chunk, behind)) = rest.split_first_chunk::<8>() {
        let marks = marks(u64::from_le_bytes(*chunk)) & UPPER;
        if marks != 0 {
            return text.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = behind;
    }
    let before = rest.iter().take_while(|byte| !is_wanted(**byte)).count();
    text.len() - rest.len() + before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_found_at_each_place() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut text = [b'x'; 20];
                text[place] = byte;
                let expected = if matches!(byte, b'<' | b'"') { place } else { 20 };
                assert_eq!(first_of([b'<', b'"'], &text), expected, "{byte} at {place}");
                #[cfg(feature = "json")]
                {
                    let expected = if byte < 0x20 { place } else { expected };
                    assert_eq!(first_of_or_control([b'<', b'"'], &text), expected, "{byte}");
                }
            }
        }
    }
}
