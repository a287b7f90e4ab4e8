// Reads an XML body with the browser's parser and keeps the text at the paths. Unlike `errcat`, the
// page does not keep XML as it was written.

/** The namespace of the element that the browser reports a parse error with. */
const ERROR_NAMESPACE = parseXml('<').querySelector('parsererror').namespaceURI;

// A comment, a CDATA section, an instruction or the end of a tag, with the text after it; or a piece
// of a tag up to the next quote. Neither a document type nor a `<` in a value fits, nor a colon in
// the name of an instruction.
const XML_PIECE =
    /(?:<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?(?![^\s?]*:)[^]*?\?>|>)[^<]*|(?:<[^!?<]|"[^<"]*"|'[^<']*')[^<>"']*/y;

// A piece of a tag that ends with the name of a declaration. Names can contain other white space.
const DECLARATION = /^(?:"[^"]*"|'[^']*'|<[^!?])[^"'<>]*[ \t\r\n]xmlns(?::[^ \t\r\n=]+)?[ \t\r\n]*=[ \t\r\n]*$/;

/** The namespaces of the prefixes `xml` and `xmlns`, which no other declaration can have. */
const RESERVED = ['http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'];

// A declaration of an encoding that cannot be one. The browser does not read it.
const BAD_ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["'](?![A-Za-z][\w.-]*["'])/;

/** How many declarations of namespaces can be in force at once. */
const MAX_DECLARATIONS = 64;

function parseXml(text) {
    return new DOMParser().parseFromString(text, 'text/xml');
}

/** The root element; null if the body is not well-formed or has a document type. */
function rootOfXml(text) {
    let declarations = 0;
    // The parser would expand the entities of a document type, and Chromium takes some `<` in values.
    for (let at = skipBlanks(text, 0); at < text.length; ) {
        const start = at;
        at = matchEnd(XML_PIECE, text, start);
        if (at < 0) {
            return null;
        }
        declarations += DECLARATION.test(text.slice(start, at)) ? 1 : 0;
    }
    const parsed = parseXml(text);
    const errors = parsed.getElementsByTagNameNS(ERROR_NAMESPACE, 'parsererror');
    const isStrict = !BAD_ENCODING.test(text) && hasDeclarations(parsed, declarations);
    return errors.length === 0 && isStrict ? parsed.documentElement : null;
}

/** Whether a document has all of its declarations and they are allowed: the browser drops repeated ones. */
function hasDeclarations(parsed, expected) {
    const inForce = new Map();
    let total = 0;
    for (const element of parsed.getElementsByTagName('*')) {
        const own = Array.from(element.attributes).filter(({ name }) => /^xmlns(:|$)/.test(name));
        const all = own.length + (inForce.get(element.parentNode) ?? 0);
        if (all > MAX_DECLARATIONS || own.some(({ name, value }) => name !== 'xmlns:xml' && RESERVED.includes(value))) {
            return false;
        }
        inForce.set(element, all);
        total += own.length;
    }
    return total === expected;
}

/** Reads a body; false unless it is one well-formed element. */
function readXml(text, tree, found) {
    const root = rootOfXml(text);
    if (root === null) {
        return false;
    }
    found.namespace = root.namespaceURI ?? '';
    const leaf = (value) => new Leaf('text', trim(value, BLANKS), null);

    /** Reads a child of an element on a path. The recursion is no deeper than the paths. */
    function readChild(child, parent, item, seen) {
        // No path leads to an element in another namespace.
        if (child.namespaceURI !== root.namespaceURI) {
            return;
        }
        const node = parent.children.get(child.localName);
        if (node !== undefined) {
            if (seen.has(node)) {
                found.forgetBelow(node, item);
            }
            seen.add(node);
            readElement(child, node, item);
            return;
        }
        const next = parent.each === null ? null : found.nextItem();
        if (next !== null) {
            readElement(child, parent.each, next);
        }
    }

    function readElement(element, node, item) {
        for (const [name, child] of node.children) {
            const value = name.startsWith('@') ? element.getAttribute(name.slice(1)) : null;
            if (value !== null && child.path >= 0) {
                found.keep(item, child.path, leaf(value));
            }
        }
        const seen = new Set();
        for (const child of element.children) {
            readChild(child, node, item, seen);
        }
        if (node.path >= 0) {
            const isText = element.childElementCount === 0;
            found.keep(item, node.path, isText ? leaf(element.textContent) : new Leaf('raw', null, null));
        }
    }

    readChild(root, tree.root, null, new Set());
    return true;
}
