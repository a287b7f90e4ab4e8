// One pass over a JSON body: what stands at the paths is kept as it was written, everything else
// is skipped. `JSON.parse` would lose how numbers were written and which members were there twice.
//
// Each function takes where to start and returns where it ended, or -1 where the text is no JSON.

const LITERALS = { t: 'true', f: 'false', n: 'null' };
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
// Up to the next character that means something in a string.
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function matchEnd(expression, text, at) {
    expression.lastIndex = at;
    return expression.test(text) ? expression.lastIndex : -1;
}

function skipBlanks(text, at) {
    while (at < text.length && ' \n\t\r'.includes(text[at])) {
        at += 1;
    }
    return at;
}

/** Behind the string that starts here. */
function skipString(text, at) {
    at += 1;
    for (;;) {
        at = matchEnd(PLAIN, text, at);
        if (text[at] === '"') {
            return at + 1;
        }
        at = text[at] === '\\' ? matchEnd(ESCAPE, text, at) : -1;
        if (at < 0) {
            return -1;
        }
    }
}

/** Behind the text, number or word that starts here. */
function skipScalar(text, at) {
    if (text[at] === '"') {
        return skipString(text, at);
    }
    const literal = LITERALS[text[at]];
    if (literal !== undefined) {
        return text.startsWith(literal, at) ? at + literal.length : -1;
    }
    const end = matchEnd(NUMBER, text, at);
    // What belongs to a number and is not written well spoils it.
    return end >= 0 && /[.eE0-9]/.test(text[end] ?? '') ? -1 : end;
}

/** Behind the colon of the member name that starts here. */
function skipName(text, at) {
    if (text[at] !== '"') {
        return -1;
    }
    at = skipString(text, at);
    at = at < 0 ? -1 : skipBlanks(text, at);
    return text[at] === ':' ? at + 1 : -1;
}

/** Behind the value that starts here, however deep it is. */
function skipValue(text, at) {
    const open = [];
    for (;;) {
        at = skipBlanks(text, at);
        const start = text[at];
        let isFirst = start === '{' || start === '[';
        if (isFirst) {
            open.push(start === '{' ? '}' : ']');
            at += 1;
        } else {
            at = skipScalar(text, at);
        }
        // Everything that ends here, up to the next value.
        for (;;) {
            if (at < 0 || open.length === 0) {
                return at;
            }
            at = skipBlanks(text, at);
            if (text[at] === open[open.length - 1]) {
                open.pop();
                at += 1;
                isFirst = false;
                continue;
            }
            if (!isFirst && text[at] !== ',') {
                return -1;
            }
            at = skipBlanks(text, isFirst ? at : at + 1);
            break;
        }
        if (open[open.length - 1] === '}') {
            at = skipName(text, at);
            if (at < 0) {
                return -1;
            }
        }
    }
}

/** The text of a string with its quotes; null where it has half of a surrogate pair. */
function unescaped(raw) {
    if (!raw.includes('\\')) {
        return raw.slice(1, -1);
    }
    const text = JSON.parse(raw);
    return hasHalfPair(text) ? null : text;
}

/** The value of a piece of JSON. */
function leafOfJson(raw) {
    if (raw[0] === '"') {
        // What cannot be written out is kept as it was written.
        const text = unescaped(raw) ?? raw.slice(1, -1);
        return new Leaf('text', text, raw.includes('\\') ? null : text);
    }
    if (raw[0] === 'n') {
        return NOTHING;
    }
    return new Leaf(raw[0] === '{' || raw[0] === '[' ? 'raw' : 'plain', raw, raw);
}

class JsonReader {
    constructor(text, found) {
        this.text = text;
        this.found = found;
    }

    /** Reads a value at a place on a path. It calls itself no deeper than the paths go. */
    value(at, node, item) {
        at = skipBlanks(this.text, at);
        const end = this.structure(at, node, item);
        if (end >= 0 && node.path >= 0) {
            this.found.keep(item, node.path, leafOfJson(this.text.slice(at, end)));
        }
        return end;
    }

    structure(at, node, item) {
        const start = this.text[at];
        if (start === '{' && node.hasChildren()) {
            return this.members(at + 1, node, item);
        }
        return start === '[' && node.each !== null ? this.elements(at + 1, node) : skipValue(this.text, at);
    }

    members(at, node, item) {
        const seen = new Set();
        for (let isFirst = true; ; isFirst = false) {
            at = skipBlanks(this.text, at);
            if (this.text[at] === '}') {
                return at + 1;
            }
            if (!isFirst) {
                at = this.text[at] === ',' ? skipBlanks(this.text, at + 1) : -1;
            }
            const value = at < 0 ? -1 : skipName(this.text, at);
            if (value < 0) {
                return -1;
            }
            const name = unescaped(this.text.slice(at, skipString(this.text, at)));
            at = this.member(value, node.children.get(name), item, seen);
            if (at < 0) {
                return -1;
            }
        }
    }

    member(at, child, item, seen) {
        if (child === undefined) {
            return skipValue(this.text, at);
        }
        if (seen.has(child)) {
            this.found.forgetBelow(child, item);
        }
        seen.add(child);
        return this.value(at, child, item);
    }

    elements(at, node) {
        for (let isFirst = true; ; isFirst = false) {
            at = skipBlanks(this.text, at);
            if (this.text[at] === ']') {
                return at + 1;
            }
            if (!isFirst) {
                at = this.text[at] === ',' ? at + 1 : -1;
            }
            if (at >= 0) {
                const item = this.found.nextItem();
                at = item === null ? skipValue(this.text, at) : this.value(at, node.each, item);
            }
            if (at < 0) {
                return -1;
            }
        }
    }
}

/** Reads a body; false if it is not JSON from its start to its end. */
function readJson(text, tree, found) {
    const end = new JsonReader(text, found).value(0, tree.root, null);
    return end >= 0 && skipBlanks(text, end) === text.length;
}
