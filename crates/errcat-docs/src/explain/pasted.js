// Takes apart what people paste, as `errcat decode` does in `pasted.rs`: a dump of a response with
// its status line and headers, and JSON or XML inside a longer text, which can have escaped the JSON.

/** The number of names before XML, and of strings, that are read, so that no text takes long. */
const MAX_TRIES = 8;

/** White space, or the byte order mark. */
const BLANK = /[\p{White_Space}\ufeff]/u;

/** What can come before and after an element: each piece with its end. */
const PIECES = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>'], ['<!', '>']];

/** Takes a text apart into `body`, `status`, `headers`, `says`: what was done, and `escaped`: other bodies, in strings. */
function takeApart(text) {
    let [body, status, headers, says] = [text, null, [], []];
    let heads = 0;
    // The heads of redirects, proxies and `100 Continue` come before the one that counts.
    for (let found = headOf(body); found !== null; found = headOf(body)) {
        ({ status, headers, rest: body } = found);
        heads += 1;
    }
    if (heads > 0) {
        const number = headers.length;
        const and = number === 0 ? '' : ` and ${number} header${number === 1 ? '' : 's'}`;
        says.push(`read the status ${status}${and} from the ${heads > 1 ? 'last response in the dump' : 'dump'}`);
    }
    const escaped = addEscaped(body, []);
    const inside = insideOf(body);
    if (inside?.isAll === false) {
        says.push(`read the ${inside.format} inside a longer text`);
        body = inside.value;
    }
    return { body, status, headers, says, escaped };
}

/** Reads the status, the headers and the rest of a dump, such as that of `curl -i`. */
function headOf(text) {
    const start = afterBlanks(text, 0);
    const status = /^HTTP\/[0-9.]* ([1-5][0-9][0-9])(?: |$)/.exec(lineAt(text, start))?.[1];
    if (status === undefined) {
        return null;
    }
    const headers = [];
    for (let at = nextLine(text, start); ; at = nextLine(text, at)) {
        const line = lineAt(text, at);
        const header = /^([\w!#$%&'*+.^`|~-]+):([^]*)$/.exec(line);
        if (header === null) {
            // The empty line may not have been copied.
            return { status: Number(status), headers, rest: text.slice(line === '' ? nextLine(text, at) : at) };
        }
        headers.push([header[1], trim(header[2])]);
    }
}

function lineAt(text, at) {
    return text.slice(at, nextLine(text, at)).replace(/\r?\n?$/, '');
}

function nextLine(text, at) {
    return text.indexOf('\n', at) + 1 || text.length;
}

function afterBlanks(text, at) {
    while (at < text.length && BLANK.test(text[at])) {
        at += 1;
    }
    return at;
}

/**
 * Finds the first JSON or XML in a text, and whether it is all of the text; null if there is none. A piece
 * of a value that is cut off is not a body: its end is what is missing.
 */
function insideOf(text) {
    let cutOff = 0;
    for (const { index: start } of text.matchAll(/[{[<]/g)) {
        const format = formatAt(text, start);
        if (format === null || (format === 'XML' && cutOff >= MAX_TRIES)) {
            continue;
        }
        const isFirst = afterBlanks(text, 0) === start;
        const end = format === 'JSON' ? endOfJson(text, start) : endOfXml(text, start);
        if (end !== null) {
            const isAll = isFirst && afterBlanks(text, end) === text.length;
            return { format, value: text.slice(start, end), isAll };
        }
        if (format === 'JSON') {
            return null;
        }
        cutOff = isFirst ? MAX_TRIES : cutOff + 1;
    }
    return null;
}

/** The format of the value that begins here: an element, an object with members, or a list of such. */
function formatAt(text, at) {
    if (text[at] === '<') {
        return /[A-Za-z_?!]/.test(text[at + 1] ?? '') ? 'XML' : null;
    }
    const object = text[at] === '[' ? afterBlanks(text, at + 1) : at;
    return text[object] === '{' && text[afterBlanks(text, object + 1)] === '"' ? 'JSON' : null;
}

/** The place after the JSON that begins here; null if its end is missing. */
function endOfJson(text, at) {
    let [depth, isText] = [0, false];
    for (; at < text.length; at += 1) {
        const one = text[at];
        if (isText && one === '\\') {
            at += 1;
        } else if (one === '"') {
            isText = !isText;
        } else if (!isText && (one === '{' || one === '[')) {
            depth += 1;
        } else if (!isText && (one === '}' || one === ']')) {
            depth -= 1;
            if (depth === 0) {
                return at + 1;
            }
        }
    }
    return null;
}

/** Adds the JSON in strings, such as `{\"code\":1}`, and that in its own strings. */
function addEscaped(text, found) {
    // A string ends before a quote that is not escaped, or with the line.
    for (const string of text.split(/(?<!\\)"|\p{Cc}/u).filter((one) => one.includes('\\"'))) {
        const isJson = !string.replace(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/g, '').includes('\\');
        const inside = isJson ? insideOf(unescaped(`"${string}"`) ?? '') : null;
        if (inside?.format === 'JSON' && found.length < MAX_TRIES) {
            found.push(inside.value);
            addEscaped(inside.value, found);
        }
    }
    return found;
}

/** The place after the element that begins here, and after what stands before it; null if its end is missing. */
function endOfXml(text, at) {
    for (let depth = 0; ; ) {
        const start = text.indexOf('<', at);
        if (start < 0) {
            return null;
        }
        const piece = PIECES.find(([begin]) => text.startsWith(begin, start));
        const end = piece?.[1] ?? '>';
        const last = text.indexOf(end, start);
        if (last < 0) {
            return null;
        }
        at = last + end.length;
        if (piece !== undefined) {
            continue;
        }
        if (text[start + 1] === '/') {
            depth -= 1;
        } else if (text[at - 2] !== '/') {
            depth += 1;
        }
        if (depth <= 0) {
            return depth === 0 ? at : null;
        }
    }
}
