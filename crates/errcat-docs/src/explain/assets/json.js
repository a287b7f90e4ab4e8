// One pass over a JSON body: what stands at the paths is kept as it was written, everything else
// is skipped. `JSON.parse` would lose how numbers were written and which members were there twice.
//
// Each function takes where to start and returns where it ended, or -1 where the text is no JSON.

const LITERALS = { t: 'true', f: 'false', n: 'null' };
const NUMBER = /-?(?:0(?![0-9])|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
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
    // A point or an exponent without digits belongs to the number and spoils it.
    return end >= 0 && /[.eE]/.test(text[end] ?? '') ? -1 : end;
}

/** Behind the member name and colon that start here. */
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

/** The value of a piece of JSON; null for `null`. */
function leafOfJson(raw) {
    if (raw[0] === '"') {
        const inside = raw.slice(1, -1);
        const text = unescaped(raw);
        // What cannot be written out is kept as it was written.
        const isWritten = text === null || text === inside && !raw.includes('\\');
        return new Leaf('text', text ?? inside, isWritten ? inside : null);
    }
    if (raw[0] === 'n') {
        return null;
    }
    return new Leaf(raw[0] === '{' || raw[0] === '[' ? 'raw' : 'plain', raw, raw);
}

class JsonReader {
    constructor(text, found) {
        this.text = text;
        this.found = found;
    }

    /** Reads a value that is on a path. */
    value(at, node, item) {
        at = skipBlanks(this.text, at);
        if (node.path < 0) {
            return this.look(at, node, item);
        }
        const end = skipValue(this.text, at);
        if (end < 0) {
            return -1;
        }
        const leaf = leafOfJson(this.text.slice(at, end));
        if (leaf !== null) {
            this.found.keep(item, node.path, leaf);
        }
        if (node.children.size > 0) {
            // It was read once already, so there is no error to tell.
            this.look(at, node, item);
        }
        return end;
    }

    /** Looks for the next names of paths; what is looked into must be right in every detail. */
    look(at, node, item) {
        const start = this.text[at];
        if (start === '{') {
            return this.members(at + 1, node, item);
        }
        if (start === '[') {
            return this.elements(at + 1, node);
        }
        const end = skipScalar(this.text, at);
        const raw = this.text.slice(at, end);
        const isRight = start === '"' ? end < 0 || unescaped(raw) !== null : isWord(start) || Number.isFinite(Number(raw));
        return isRight ? end : -1;
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
            const name = value < 0 ? null : unescaped(this.text.slice(at, skipString(this.text, at)));
            if (name === null) {
                return -1;
            }
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
        const each = node.children.get(EACH);
        for (let isFirst = true; ; isFirst = false) {
            const item = each === undefined ? null : this.found.nextItem();
            at = skipBlanks(this.text, at);
            if (this.text[at] === ']') {
                return at + 1;
            }
            if (!isFirst) {
                at = this.text[at] === ',' ? at + 1 : -1;
            }
            if (at >= 0) {
                at = item === null ? skipValue(this.text, at) : this.value(at, each, item);
            }
            if (at < 0) {
                return -1;
            }
        }
    }
}

function isWord(start) {
    return LITERALS[start] !== undefined;
}

/** Reads a body; false if it is not JSON from its start to its end. */
function readJson(text, tree, found) {
    const end = new JsonReader(text, found).value(0, tree.root, null);
    return end >= 0 && skipBlanks(text, end) === text.length;
}
