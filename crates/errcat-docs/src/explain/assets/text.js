// Texts as in Rust: lengths are in bytes of UTF-8, and white space is that of Unicode, not that of
// JavaScript.

/** How many bytes of a text are kept. */
const MAX_TEXT = 8 * 1024;

/** How many bytes of an unreadable body are kept as its message. */
const MAX_EXCERPT = 200;

/** The white space of JSON and XML. */
const BLANKS = /[ \t\r\n]/;

/** Removes white space at both ends of a text. */
function trim(text, white = /\p{White_Space}/u) {
    // Expressions for the ends would try every run of spaces.
    let [start, end] = [0, text.length];
    while (start < end && white.test(text[start])) {
        start += 1;
    }
    while (end > start && white.test(text[end - 1])) {
        end -= 1;
    }
    return text.slice(start, end);
}

function isBlank(text) {
    return !/\P{White_Space}/u.test(text);
}

/** The first value that is there; null if none is. */
function firstOf(values) {
    return values.find((value) => value !== null && value !== undefined) ?? null;
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

/** The values of a header, ignoring the case of its name. */
function headersOf(headers, name) {
    const lower = (other) => other.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return headers.filter(([other]) => lower(other) === lower(name)).map(([, value]) => value);
}

/** The message of a body that its sender compressed. */
const COMPRESSED = 'The body is compressed: decompress it before it is read';

/** The start of the body of an unreadable response, or that it is compressed, as the list of its messages. */
function excerpt({ body, headers }) {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    if (isCompressed(bytes, headers)) {
        return [COMPRESSED];
    }
    let text = null;
    // Up to the first character that is cut or invalid.
    for (let end = Math.min(bytes.length, MAX_EXCERPT); text === null; end -= 1) {
        text = decodeUtf8(bytes.subarray(0, end));
    }
    text = trim(text);
    // Foreign markup and data say nothing to a person.
    return text === '' || /^[<{[]/.test(text) ? [] : [text];
}

/** Whether a body begins as gzip or zstd do, or has a content encoding and is no text. */
function isCompressed(bytes, headers) {
    const beginsWith = (...magic) => magic.every((byte, at) => bytes[at] === byte);
    const encoding = trim(headersOf(headers, 'content-encoding')[0] ?? '').toLowerCase();
    // A client that decompresses may keep the header.
    const isText = () => !/[\0-\x08\x0b\x0e-\x1f]/.test(decodeUtf8(bytes) ?? '\0');
    const isEncoded = encoding !== '' && encoding !== 'identity' && !isText();
    return beginsWith(0x1f, 0x8b) || beginsWith(0x28, 0xb5, 0x2f, 0xfd) || isEncoded;
}
