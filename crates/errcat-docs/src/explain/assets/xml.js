// One pass over an XML body: the text at the paths is kept, everything else is skipped.

/** Reads a body; false if it is not one element from its start to its end. */
function readXml(text, tree, found) {
    const reader = new XmlReader(text, found);
    const root = reader.root();
    if (root === null) {
        return false;
    }
    reader.prefix = root.name.slice(0, root.name.indexOf(':') + 1);
    return reader.child(root, tree.root, null, new Set()) && reader.end();
}

class XmlReader {
    constructor(body, found) {
        this.body = body;
        this.scanner = new XmlScanner(body);
        this.found = found;
        // What stands before the names of the sender's own namespace, which is that of the root.
        this.prefix = '';
    }

    /** What stands before the first element, and that element. */
    root() {
        for (;;) {
            this.scanner.space();
            if (this.scanner.pass('<!DOCTYPE')) {
                if (!this.scanner.documentType()) {
                    return null;
                }
                continue;
            }
            const piece = this.scanner.next();
            if (piece === null || piece.kind !== 'silent') {
                return piece !== null && piece.kind === 'start' ? piece : null;
            }
        }
    }

    /** What may stand behind the last element, and then nothing. */
    end() {
        for (;;) {
            this.scanner.space();
            const piece = this.scanner.next();
            if (piece === null || piece.kind !== 'silent') {
                return piece !== null && piece.kind === 'nothing';
            }
        }
    }

    /** Reads an element in one on a path. It calls itself no deeper than the paths go. */
    child(tag, parent, item, seen) {
        const isOwn = tag.name.startsWith(this.prefix);
        const node = isOwn ? parent.children.get(tag.name.slice(this.prefix.length)) : undefined;
        if (node !== undefined) {
            if (seen.has(node)) {
                this.found.forgetBelow(node, item);
            }
            seen.add(node);
            return this.element(tag, node, item);
        }
        const next = parent.each === null ? null : this.found.nextItem();
        return next === null ? this.skip(tag) : this.element(tag, parent.each, next);
    }

    element(tag, node, item) {
        this.attributes(tag, node, item);
        const leaf = tag.isEmpty ? new Leaf('text', '', '') : this.content(tag, node, item);
        if (leaf !== null && node.path >= 0) {
            this.found.keep(item, node.path, leaf);
        }
        return leaf !== null;
    }

    /** Reads what stands between the tags of an element. */
    content(tag, node, item) {
        const start = this.scanner.at;
        const seen = new Set();
        let hasElements = false;
        for (;;) {
            const end = this.scanner.at;
            const piece = this.scanner.next();
            if (piece === null || piece.kind === 'nothing') {
                return null;
            }
            if (piece.kind === 'start') {
                hasElements = true;
                if (!this.child(piece, node, item, seen)) {
                    return null;
                }
            } else if (piece.kind === 'end') {
                const content = this.body.slice(start, end);
                const leaf = () => (hasElements ? new Leaf('raw', content, content) : leafOfXml(content));
                return piece.name === tag.name ? leaf() : null;
            }
        }
    }

    attributes(tag, node, item) {
        for (const [name, child] of node.children) {
            const values = name.startsWith('@') ? tag.attributes.filter((one) => `@${one.name}` === name) : [];
            if (values.length > 0 && child.path >= 0) {
                this.found.keep(item, child.path, leafOfXml(values[values.length - 1].value));
            }
        }
    }

    /** Passes the rest of an element, however deep it is. */
    skip(tag) {
        const open = [];
        for (let piece = tag; ; piece = this.scanner.next()) {
            if (piece === null || piece.kind === 'nothing') {
                return false;
            }
            if (piece.kind === 'start' && !piece.isEmpty) {
                open.push(piece.name);
            } else if (piece.kind === 'end' && open.pop() !== piece.name) {
                return false;
            }
            if (open.length === 0) {
                return true;
            }
        }
    }
}
