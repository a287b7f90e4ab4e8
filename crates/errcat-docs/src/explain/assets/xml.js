// One pass over an XML body: the text at the paths is kept, everything else is skipped.

const XML_PLAIN = /[^<&]*/y;
const XML_REFERENCE = /&[^;&<]*;/y;

/** Reads a body; false if it is not one element from its start to its end. */
function readXml(text, tree, found) {
    return new XmlReader(text, tree, found).read();
}

class XmlReader {
    constructor(body, tree, found) {
        this.body = body;
        this.tree = tree;
        this.found = found;
        this.at = 0;
        /** The names of all open elements. */
        this.names = [];
        /** The open elements that are on a path. */
        this.open = [];
        /** How many elements are open that are on no path. */
        this.skipped = 0;
        this.hasRoot = false;
    }

    read() {
        while (this.at < this.body.length) {
            const start = this.body[this.at];
            const isRead = start === '<' ? this.markup() : start === '&' ? this.entity() : this.plain();
            if (!isRead) {
                return false;
            }
        }
        return this.hasRoot && this.names.length === 0;
    }

    plain() {
        const from = this.at;
        this.at = matchEnd(XML_PLAIN, this.body, from);
        this.text(this.body.slice(from, this.at));
        return true;
    }

    entity() {
        const end = matchEnd(XML_REFERENCE, this.body, this.at);
        if (end < 0) {
            return false;
        }
        const name = this.body.slice(this.at + 1, end - 1);
        this.at = end;
        const known = ENTITIES.get(name);
        this.append(known ?? characterByNumber(name) ?? `&${name};`, known === undefined);
        return true;
    }

    markup() {
        const next = this.body[this.at + 1];
        switch (next) {
            case undefined:
                return false;
            case '!':
                return this.bang();
            case '?':
                return this.behind(endingAt(this.body, this.at + 1, '?>'), 4);
            case '/':
                return this.close();
            default:
                return this.tag();
        }
    }

    /** Goes behind the `>` of a markup that says nothing and has this many characters at least. */
    behind(end, least) {
        const start = this.at;
        this.at = end + 1;
        return end >= 0 && this.at - start >= least;
    }

    bang() {
        const { body, at } = this;
        if (body.startsWith('<!--', at)) {
            return this.behind(endingAt(body, at + 4, '-->'), 7);
        }
        if (body.startsWith('<![CDATA[', at)) {
            const end = endingAt(body, at + 9, ']]>');
            if (end >= 0) {
                this.text(body.slice(at + 9, end - 2));
            }
            return this.behind(end, 12);
        }
        if (/^<!doctype$/i.test(body.slice(at, at + 9))) {
            const end = docTypeEnd(body, at + 9);
            const hasName = findPlace(body, at + 9, end, (one) => !isXmlSpace(one)) < end;
            return this.behind(end, 10) && hasName;
        }
        return false;
    }

    close() {
        const end = tagEnd(this.body, this.at + 1);
        if (end < 0 || this.names.length === 0) {
            return false;
        }
        const name = this.body.slice(this.at + 2, end).replace(/[ \r\n\t]+$/, '');
        if (name !== this.names.pop()) {
            return false;
        }
        this.leave(this.at);
        this.at = end + 1;
        return true;
    }

    tag() {
        const end = tagEnd(this.body, this.at + 1);
        // Another element behind the first one is no XML.
        if (end < 0 || this.hasRoot && this.names.length === 0) {
            return false;
        }
        this.hasRoot = true;
        const isEmpty = this.body[end - 1] === '/';
        const content = this.body.slice(this.at + 1, isEmpty ? end - 1 : end);
        const name = content.slice(0, findPlace(content, 0, content.length, isXmlSpace));
        this.at = end + 1;
        this.enter(name, content);
        if (isEmpty) {
            this.leave(this.at);
        } else {
            this.names.push(name);
        }
        return true;
    }

    enter(name, content) {
        const parent = this.open[this.open.length - 1];
        if (parent !== undefined) {
            parent.hasElements = true;
        }
        const place = this.skipped === 0 ? this.place(parent, localName(name)) : null;
        if (place === null) {
            this.skipped += 1;
            return;
        }
        const [node, item] = place;
        this.attributes(content, node, item);
        const start = this.at;
        const nothing = { text: '', isChanged: false, hasElements: false };
        this.open.push({ node, item, start, seen: new Set(), pieces: [], ...nothing });
    }

    /** The node of an element, and the item that it is or lies in; null where it is on no path. */
    place(parent, name) {
        const node = parent === undefined ? this.tree.root : parent.node;
        const item = parent === undefined ? null : parent.item;
        const child = node.children.get(name);
        if (child !== undefined) {
            if (parent !== undefined && parent.seen.has(child)) {
                this.found.forgetBelow(child, item);
            }
            parent?.seen.add(child);
            return [child, item];
        }
        const each = node.children.get(EACH);
        const next = each === undefined ? null : this.found.nextItem();
        return next === null ? null : [each, next];
    }

    attributes(content, node, item) {
        if (node.children.size === 0) {
            return;
        }
        for (const { name, value } of attributesOf(content)) {
            const child = node.children.get(`@${localName(name)}`);
            const text = child === undefined || child.path < 0 ? null : attributeValue(value);
            if (text !== null) {
                this.found.keep(item, child.path, new Leaf('text', text, null));
            }
        }
    }

    text(raw) {
        const isChanged = raw.includes('\r');
        this.append(isChanged ? raw.replace(/\r\n?/g, '\n') : raw, isChanged);
    }

    /** Adds to the text of the open element, of which only that of a leaf is kept. */
    append(text, isChanged) {
        const open = this.open[this.open.length - 1];
        if (open === undefined || this.skipped > 0 || open.node.path < 0 || open.hasElements) {
            return;
        }
        // What is in one piece stands in the body as it is.
        open.isChanged = open.text === '' ? isChanged : true;
        open.text += text;
    }

    leave(end) {
        if (this.skipped > 0) {
            this.skipped -= 1;
            return;
        }
        const open = this.open.pop();
        if (open === undefined || open.node.path < 0) {
            return;
        }
        const raw = this.body.slice(open.start, end);
        // White space around a value is layout.
        const text = trim(open.text);
        const leaf = open.hasElements ? new Leaf('raw', raw, raw) : new Leaf('text', text, open.isChanged ? null : text);
        this.found.keep(open.item, open.node.path, leaf);
    }
}
