// Reads an XML body with the browser's parser and keeps the text at the paths. Unlike `errcat`, the
// page does not keep XML as it was written.

/** The namespace of the element that the browser reports a parse error with. */
const ERROR_NAMESPACE = parseXml('<').querySelector('parsererror').namespaceURI;

// A comment, a CDATA section, an instruction or the end of a tag, with the text after it; or a piece
// of a tag up to the next quote. Neither a document type nor a `<` in a value fits.
const XML_PIECE =
    /(?:<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|>)[^<]*|(?:<[^!?<]|"[^<"]*"|'[^<']*')[^<>"']*/y;

function parseXml(text) {
    return new DOMParser().parseFromString(text, 'text/xml');
}

/** The root element; null if the body is not well-formed or has a document type. */
function rootOfXml(body) {
    // The browser is strict about declarations and `errcat` takes any, as it takes instructions.
    const text = body.replace(/^[ \t\r\n]+/, '').replace(/^<\?xml(?=[ \t\r\n?])/, '<?declaration');
    // The parser would expand the entities of a document type, and Chromium takes some `<` in values.
    for (let at = 0; at < text.length; ) {
        at = matchEnd(XML_PIECE, text, at);
        if (at < 0) {
            return null;
        }
    }
    const parsed = parseXml(text);
    const errors = parsed.getElementsByTagNameNS(ERROR_NAMESPACE, 'parsererror');
    return errors.length > 0 ? null : parsed.documentElement;
}

/** Reads a body; false unless it is one well-formed element. */
function readXml(text, tree, found) {
    const root = rootOfXml(text);
    if (root === null) {
        return false;
    }
    // The sender chooses the prefix of its own namespace, which is that of the root.
    const prefix = root.nodeName.slice(0, root.nodeName.indexOf(':') + 1);
    const leaf = (value) => new Leaf('text', trim(value), null);

    /** Reads an element in one on a path. The recursion is no deeper than the paths. */
    function readChild(child, parent, item, seen) {
        const name = child.nodeName;
        const node = name.startsWith(prefix) ? parent.children.get(name.slice(prefix.length)) : undefined;
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
