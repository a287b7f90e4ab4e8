// Texts as in Rust: lengths are in bytes of UTF-8, and white space is that of Unicode, not that of
// JavaScript.

/** How many bytes of a text are kept. */
const MAX_TEXT = 8 * 1024;

/** How many bytes of an unreadable body are kept as its message. */
const MAX_EXCERPT = 200;

function trimStart(text) {
    return text.replace(/^\p{White_Space}+/u, '');
}

function trim(text) {
    // An expression for the end would try every run of spaces.
    let end = text.length;
    while (end > 0 && /\p{White_Space}/u.test(text[end - 1])) {
        end -= 1;
    }
    return trimStart(text.slice(0, end));
}

function isBlank(text) {
    return !/\P{White_Space}/u.test(text);
}

/** The start of a text that has at most this many bytes of UTF-8, cut between characters. */
function bounded(text, max) {
    if (text.length * 3 <= max) {
        return text;
    }
    return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(max)).read);
}

/** Parses an unsigned number as Rust does; null if it is none, or too large. */
function wholeNumber(text, max) {
    const number = /^\+?[0-9]+$/.test(text) ? Number(text) : Infinity;
    return number <= max ? number : null;
}

/** Parses a signed number with 64 bits. */
function signedNumber(text) {
    if (!/^[+-]?[0-9]{1,400}$/.test(text)) {
        return null;
    }
    const number = BigInt(text.replace('+', ''));
    return BigInt.asIntN(64, number) === number ? number : null;
}

/** Decodes bytes; null if they are not UTF-8. */
function decodeUtf8(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return null;
    }
}

/** The start of an unreadable body, as the list of its messages. */
function excerpt(body) {
    // A character has a byte at least.
    const start = typeof body === 'string' ? new TextEncoder().encode(body.slice(0, MAX_EXCERPT)) : body;
    let text = null;
    // Up to the first character that is cut or invalid.
    for (let end = Math.min(start.length, MAX_EXCERPT); text === null; end -= 1) {
        text = decodeUtf8(start.subarray(0, end));
    }
    text = trim(text);
    // Foreign markup and data say nothing to a person.
    return text === '' || /^[<{[]/.test(text) ? [] : [text];
}
