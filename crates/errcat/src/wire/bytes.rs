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

/// How many bytes of a JSON string stand for themselves: up to a quote, a backslash or a control
/// character.
#[cfg(feature = "json")]
pub(super) fn plain_length(text: &[u8]) -> usize {
    let marks = |bytes: u64| {
        // The quote is 0x22: with its second bit changed it is next to the control characters.
        let quote_or_control = (bytes ^ (ONES * 2)).wrapping_sub(ONES * 0x21) & !bytes;
        quote_or_control | zeros(bytes ^ (ONES * u64::from(b'\\')))
    };
    first(text, marks, |byte| matches!(byte, 0..0x20 | b'"' | b'\\'))
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
                    let is_plain = !matches!(byte, 0..0x20 | b'"' | b'\\');
                    assert_eq!(plain_length(&text), if is_plain { 20 } else { place }, "{byte}");
                }
            }
        }
    }
}
