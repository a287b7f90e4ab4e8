// The small pieces of XML: ends of markup, entities, attributes.
//
// Nothing is expanded but the five entities that XML itself defines and characters by number: a
// document type says nothing here, and an entity of its own stays as it was written.

const ENTITIES = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['apos', "'"], ['quot', '"']]);
const XML_SPACE = ' \r\n\t';

function isXmlSpace(character) {
    return character !== undefined && XML_SPACE.includes(character);
}

/** The first place from `at` on whose character satisfies a test; the end where there is none. */
function findPlace(text, at, end, test) {
    while (at < end && !test(text[at])) {
        at += 1;
    }
    return at;
}

/** The `>` that ends the markup which starts here, outside of quotes; or -1. */
function tagEnd(text, at) {
    let quote = null;
    for (; at < text.length; at += 1) {
        const character = text[at];
        if (quote !== null) {
            quote = character === quote ? null : quote;
        } else if (character === '>') {
            return at;
        } else if (character === '"' || character === "'") {
            quote = character;
        }
    }
    return -1;
}

/** The `>` of the first such ending from `at` on; or -1. */
function endingAt(text, at, ending) {
    const found = text.indexOf(ending, at);
    return found < 0 ? -1 : found + ending.length - 1;
}

/** A character by its number, such as `#65` and `#x41`; null where there is none. */
function characterByNumber(name) {
    const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? [];
    const digits = (hex ?? decimal ?? '').replace(/^0+/, '');
    const number = digits.length > 10 ? Infinity : parseInt(digits, hex === undefined ? 10 : 16);
    const isCharacter = number > 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
    return isCharacter ? String.fromCodePoint(number) : null;
}

/** An attribute with its line ends and entities resolved; null where one is unknown. */
function attributeValue(raw) {
    const special = /&|\r\n|[\t\r\n]/g;
    let value = '';
    let from = 0;
    for (let match = special.exec(raw); match !== null; match = special.exec(raw)) {
        value += raw.slice(from, match.index);
        from = special.lastIndex;
        if (match[0] !== '&') {
            value += ' ';
            continue;
        }
        const end = raw.indexOf(';', from);
        const name = end < 0 ? '' : raw.slice(from, end);
        const known = ENTITIES.get(name) ?? characterByNumber(name);
        if (known === null) {
            return null;
        }
        value += known;
        from = end + 1;
        special.lastIndex = from;
    }
    return value + raw.slice(from);
}

/** The attributes of a tag with their raw values; one that is not written well is left out. */
function* attributesOf(tag) {
    const isNotSpace = (character) => !isXmlSpace(character);
    const end = tag.length;
    let at = findPlace(tag, 0, end, isXmlSpace);
    while (at < end) {
        const start = findPlace(tag, at, end, isNotSpace);
        const nameEnd = findPlace(tag, start + 1, end, (one) => one === '=' || isXmlSpace(one));
        const equals = findPlace(tag, nameEnd, end, isNotSpace);
        if (tag[equals] !== '=') {
            at = equals;
            continue;
        }
        const quote = findPlace(tag, equals + 1, end, isNotSpace);
        if (tag[quote] !== '"' && tag[quote] !== "'") {
            at = findPlace(tag, quote, end, isXmlSpace);
            continue;
        }
        const close = tag.indexOf(tag[quote], quote + 1);
        if (close < 0) {
            return;
        }
        yield { name: tag.slice(start, nameEnd), value: tag.slice(quote + 1, close) };
        at = close + 1;
    }
}

/** The name of an element or attribute without its prefix. */
function localName(name) {
    return name.slice(name.indexOf(':') + 1);
}

// What a declaration inside of a document type starts with, and how it ends.
const DECLARATIONS = [
    ['?', (text, at) => endingAt(text, at + 1, '?>')],
    ['!--', (text, at) => endingAt(text, at + 3, '-->') + 1 || -1],
    ['!ELEMENT', (text, at) => endingAt(text, at + 8, '>') + 1 || -1],
    ['!ENTITY', (text, at) => tagEnd(text, at + 7)],
    ['!ATTLIST', (text, at) => tagEnd(text, at + 8)],
    ['!NOTATION', (text, at) => tagEnd(text, at + 9)],
];

/** Behind the declaration whose `<` was just before; or -1. */
function declarationEnd(text, at) {
    const known = DECLARATIONS.find(([start]) => text.startsWith(start, at));
    return known === undefined ? endingAt(text, at, '>') + 1 || -1 : known[1](text, at);
}

/** The `>` that ends the document type which starts here; or -1. */
function docTypeEnd(text, at) {
    for (;;) {
        at = findPlace(text, at, text.length, (one) => '\'"[>'.includes(one));
        if (text[at] === '>') {
            return at;
        }
        if (text[at] === '[') {
            break;
        }
        at = at === text.length ? 0 : text.indexOf(text[at], at + 1) + 1;
        if (at === 0) {
            return -1;
        }
    }
    at += 1;
    for (;;) {
        at = findPlace(text, at, text.length, (one) => one === ']' || one === '<');
        if (text[at] === ']') {
            return endingAt(text, at, '>');
        }
        at = at === text.length ? -1 : declarationEnd(text, at + 1);
        if (at < 0) {
            return -1;
        }
    }
}
