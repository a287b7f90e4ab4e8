// Reads a JSON body in one pass: keeps what is at the paths as written, and skips everything else.
// `JSON.parse` checks the body, but its result lacks how numbers and objects were written.

const NUMBER_OR_WORD = /[-+.\w]+/y;

/** Where a sticky expression ends that matches at a position; -1 if it does not match. */
function matchEnd(expression, text, at) {
    expression.lastIndex = at;
    return expression.test(text) ? expression.lastIndex : -1;
}

function skipBlanks(text, at) {
    while (at < text.length && BLANKS.test(text[at])) {
        at += 1;
    }
    return at;
}

/** The end of the string that starts here. */
function skipString(text, at) {
    at += 1;
    while (text[at] !== '"') {
        at += text[at] === '\\' ? 2 : 1;
    }
    return at + 1;
}

/** The end of the value that starts here, however deep it is. */
function skipValue(text, at) {
    let depth = 0;
    do {
        if (text[at] === '"') {
            at = skipString(text, at);
            continue;
        }
        depth += '{['.includes(text[at]) ? 1 : '}]'.includes(text[at]) ? -1 : 0;
        at = Math.max(matchEnd(NUMBER_OR_WORD, text, at), at + 1);
    } while (depth > 0);
    return at;
}

/** The text of a string with its quotes; null if it has half of a surrogate pair. */
function unescaped(raw) {
    const text = JSON.parse(raw);
    return text.isWellFormed() ? text : null;
}

/** The value of a piece of JSON. */
function leafOfJson(raw) {
    if (raw[0] === '"') {
        // A text that UTF-8 does not have is kept as written.
        const text = unescaped(raw) ?? raw.slice(1, -1);
        return new Leaf('text', text, raw.includes('\\') ? null : text);
    }
    if (raw[0] === 'n') {
        return NULL;
    }
    return new Leaf(raw[0] === '{' || raw[0] === '[' ? 'raw' : 'plain', raw, raw);
}

/** Reads a body; false if it is not JSON. */
function readJson(text, tree, found) {
    try {
        JSON.parse(text);
    } catch {
        return false;
    }

    /** Reads a value on a path; returns its end. The recursion is no deeper than the paths. */
    function readValue(at, node, item) {
        let end;
        if (text[at] === '{' && node.children.size > 0) {
            const seen = new Set();
            end = readAll(at, (start) => readMember(start, node, item, seen));
        } else if (text[at] === '[' && node.each !== null) {
            end = readAll(at, (start) => {
                const next = found.nextItem();
                return next === null ? skipValue(text, start) : readValue(start, node.each, next);
            });
        } else {
            end = skipValue(text, at);
        }
        if (node.path >= 0) {
            found.keep(item, node.path, leafOfJson(text.slice(at, end)));
        }
        return end;
    }

    /** Reads everything in an object or a list. */
    function readAll(at, read) {
        at = skipBlanks(text, at + 1);
        while (!'}]'.includes(text[at])) {
            at = skipBlanks(text, text[at] === ',' ? at + 1 : read(at));
        }
        return at + 1;
    }

    function readMember(at, node, item, seen) {
        const end = skipString(text, at);
        const child = node.children.get(unescaped(text.slice(at, end)));
        const value = skipBlanks(text, skipBlanks(text, end) + 1);
        if (child === undefined) {
            return skipValue(text, value);
        }
        if (seen.has(child)) {
            found.forgetBelow(child, item);
        }
        seen.add(child);
        return readValue(value, child, item);
    }

    readValue(skipBlanks(text, 0), tree.root, null);
    return true;
}
