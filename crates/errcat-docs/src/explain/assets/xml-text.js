// XML 1.0 as far as a response can have it, piece by piece: elements, attributes, text, references.
// What says nothing is passed: comments, instructions, a document type.
//
// Nothing is expanded but the five entities that XML itself defines and characters by number: an
// entity of a document type stays as it was written.

const ENTITIES = new Map([['lt', '<'], ['gt', '>'], ['amp', '&'], ['apos', "'"], ['quot', '"']]);
// What is not ASCII is not looked at closer.
const XML_NAME = /[A-Za-z_:\u0080-\uffff][-.:_A-Za-z0-9\u0080-\uffff]*/y;
const XML_SPACE = /[ \t\r\n]*/y;
const XML_REFERENCE = /&(?:#x[0-9a-fA-F]+|#[0-9]+|[A-Za-z_:\u0080-\uffff][-.:_A-Za-z0-9\u0080-\uffff]*);/y;
const XML_PLAIN = /[^<&]*/y;
const XML_VALUES = { '"': /[^<&"]*/y, "'": /[^<&']*/y };
const XML_MARKS = /["'<[\]>]/g;
const KEYWORDS = new Set(['ENTITY', 'ELEMENT', 'ATTLIST', 'NOTATION']);

/** A place in a text that is XML so far. Each method says whether it still is. */
class XmlScanner {
    constructor(text) {
        this.text = text;
        this.at = 0;
    }

    /** Whether these characters come next, which are passed. */
    pass(wanted) {
        const isThere = this.text.startsWith(wanted, this.at);
        this.at += isThere ? wanted.length : 0;
        return isThere;
    }

    /** Goes behind the first of some characters. */
    until(end) {
        const found = this.text.indexOf(end, this.at);
        this.at = found < 0 ? this.at : found + end.length;
        return found >= 0;
    }

    /** White space; whether there is any. */
    space() {
        const start = this.at;
        this.at = matchEnd(XML_SPACE, this.text, this.at);
        return this.at > start;
    }

    /** The name that comes next, which is passed; or null. */
    name() {
        const end = matchEnd(XML_NAME, this.text, this.at);
        const name = end < 0 ? null : this.text.slice(this.at, end);
        this.at = end < 0 ? this.at : end;
        return name;
    }

    /**
     * The next piece: its `kind` is `start`, `end`, `text`, `verbatim`, `silent` or `nothing`, the
     * end of the text. Null if this is no XML.
     */
    next() {
        const start = this.at;
        if (start >= this.text.length) {
            return { kind: 'nothing' };
        }
        if (this.text[start] !== '<') {
            return this.references(XML_PLAIN, '<') ? { kind: 'text', text: this.text.slice(start, this.at) } : null;
        }
        this.at += 1;
        if (this.pass('/')) {
            const name = this.name();
            this.space();
            return name !== null && this.pass('>') ? { kind: 'end', name } : null;
        }
        if (this.text[this.at] === '?') {
            return this.instruction() ? { kind: 'silent' } : null;
        }
        if (this.pass('!--')) {
            return this.comment() ? { kind: 'silent' } : null;
        }
        if (this.pass('![CDATA[')) {
            const from = this.at;
            return this.until(']]>') ? { kind: 'verbatim', text: this.text.slice(from, this.at - 3) } : null;
        }
        return this.tag();
    }

    /** Passes an instruction, which has a name, from its question mark on. */
    instruction() {
        this.at += 1;
        const name = this.name();
        const isParted = this.space();
        const start = this.at;
        return name !== null && this.until('?>') && (isParted || this.at === start + 2);
    }

    /** Passes the rest of a comment, which has no two hyphens but at its end. */
    comment() {
        return this.until('--') && this.pass('>');
    }

    /** Passes text up to a character, or to the end; false if something in it is no text. */
    references(plain, end) {
        for (;;) {
            this.at = matchEnd(plain, this.text, this.at);
            if (this.text[this.at] !== '&') {
                return this.text[this.at] !== '<' || end === '<';
            }
            const behind = matchEnd(XML_REFERENCE, this.text, this.at);
            if (behind < 0) {
                return false;
            }
            this.at = behind;
        }
    }

    /** The start of an element, or an element without content. */
    tag() {
        const name = this.name();
        const attributes = [];
        while (name !== null) {
            const isParted = this.space();
            if (this.text[this.at] === '>' || this.text[this.at] === '/') {
                break;
            }
            const attribute = isParted ? this.attribute() : null;
            if (attribute === null) {
                return null;
            }
            attributes.push(attribute);
        }
        const isEmpty = this.pass('/');
        return name !== null && this.pass('>') ? { kind: 'start', name, attributes, isEmpty } : null;
    }

    /** The name and the value of an attribute, as it was written. */
    attribute() {
        const name = this.name();
        this.space();
        if (name === null || !this.pass('=')) {
            return null;
        }
        this.space();
        const plain = XML_VALUES[this.text[this.at]];
        const start = this.at + 1;
        const quote = this.text[this.at];
        this.at = start;
        if (plain === undefined || !this.references(plain, quote) || this.at >= this.text.length) {
            return null;
        }
        this.at += 1;
        return { name, value: this.text.slice(start, this.at - 1) };
    }

    /** Passes the rest of a document type, which can hold declarations in brackets. */
    documentType() {
        if (!this.space() || this.name() === null || !this.declared()) {
            return false;
        }
        if (this.pass('[')) {
            while (!this.pass(']')) {
                if (!this.declaration()) {
                    return false;
                }
            }
            this.space();
        }
        return this.pass('>');
    }

    /** Passes one of the declarations in a document type, or what stands between them. */
    declaration() {
        if (this.space()) {
            return true;
        }
        if (this.pass('<!--')) {
            return this.comment();
        }
        if (this.text.startsWith('<?', this.at)) {
            this.at += 1;
            return this.instruction();
        }
        if (this.pass('%')) {
            return this.name() !== null && this.pass(';');
        }
        return this.pass('<!') && KEYWORDS.has(this.name()) && this.declared() && this.pass('>');
    }

    /** Passes what a declaration says, literals in quotes included, up to its end. */
    declared() {
        for (;;) {
            XML_MARKS.lastIndex = this.at;
            this.at = XML_MARKS.exec(this.text)?.index ?? this.text.length;
            const quote = this.text[this.at];
            if (quote !== '"' && quote !== "'") {
                return true;
            }
            this.at += 1;
            if (!this.until(quote)) {
                return false;
            }
        }
    }
}

/** The character that a reference stands for; null where it is not known. */
function characterOf(reference) {
    const name = reference.slice(1, -1);
    if (!name.startsWith('#')) {
        return ENTITIES.get(name) ?? null;
    }
    const [digits, radix] = name[1] === 'x' ? [name.slice(2), 16] : [name.slice(1), 10];
    const short = digits.replace(/^0+/, '');
    const number = short === '' ? 0 : short.length > 10 ? Infinity : parseInt(short, radix);
    const isCharacter = number > 0 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xdfff);
    return isCharacter ? String.fromCodePoint(number) : null;
}

/** What text with references, comments and the like says. */
function textOfXml(written) {
    const scanner = new XmlScanner(written);
    let all = '';
    for (let piece = scanner.next(); piece !== null && piece.kind !== 'nothing'; piece = scanner.next()) {
        if (piece.kind === 'text') {
            // It was read once already, so there is a reference behind each ampersand.
            all += piece.text.replace(/&[^;]*;/g, (reference) => characterOf(reference) ?? reference);
        } else if (piece.kind === 'verbatim') {
            all += piece.text;
        }
    }
    return trim(all.replace(/\r\n?/g, '\n'));
}

/** Text, as it was written. White space around it is layout. */
function leafOfXml(written) {
    if (/[<&\r]/.test(written)) {
        return new Leaf('text', textOfXml(written), null);
    }
    const text = trim(written);
    return new Leaf('text', text, text);
}
