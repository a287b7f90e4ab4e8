// The values found in a body.

/** How many items of the lists in a body are read. */
const MAX_ITEMS = 1000;

/** A value at a path. */
class Leaf {
    /**
     * @param kind `text`; `plain` for a number or a boolean; `nothing`; `null`; `raw` for the others
     * @param value the text, or another value as written
     * @param written the value as written in the body, if it is in one piece there, or null
     */
    constructor(kind, value, written) {
        this.kind = kind;
        this.value = value;
        this.written = written;
    }

    /** The value as text; null if it is a structure or blank. */
    text() {
        return this.kind === 'text' && !isBlank(this.value) ? this.value : null;
    }

    /** The value as a code: text, or a number as written. */
    scalar() {
        if (this.kind === 'text') {
            return this.text();
        }
        const isNumber = this.kind === 'plain' && this.value !== 'true' && this.value !== 'false';
        return isNumber ? this.value : null;
    }
}

const NOTHING = new Leaf('nothing', null, null);

/** `null` in JSON. */
const NULL = new Leaf('null', null, null);

/** All values found in a body. */
class Found {
    /** @param booleans whether a boolean may be a code */
    constructor(booleans) {
        this.booleans = booleans;
        /** By path. */
        this.leaves = [];
        /** The values in the items of lists: the item, the path and the leaf. */
        this.items = [];
        this.itemCount = 0;
        this.pathsOfItems = new Set();
        /** The namespace of the root element of XML. Empty if it has none. */
        this.namespace = '';
    }

    /** A value as a code; null if it cannot be one. */
    code(leaf) {
        return this.booleans && leaf.kind === 'plain' ? leaf.value : leaf.scalar();
    }

    /** The number of another item; null if there are too many. */
    nextItem() {
        this.itemCount += 1;
        return this.itemCount <= MAX_ITEMS ? this.itemCount : null;
    }

    /** Keeps a value: the last one at its path, as JSON readers do. */
    keep(item, path, leaf) {
        if (item === null) {
            this.leaves[path] = leaf;
            return;
        }
        const place = this.place(item, path);
        if (place !== null) {
            place.leaf = leaf;
        } else if (leaf !== NOTHING) {
            this.pathsOfItems.add(path);
            this.items.push({ item, path, leaf });
        }
    }

    /** The entry of a value in an item. */
    place(item, path) {
        // The values of an item are at the end, mixed only with those of items inside it.
        for (let at = this.items.length - 1; at >= 0 && this.items[at].item >= item; at -= 1) {
            if (this.items[at].item === item && this.items[at].path === path) {
                return this.items[at];
            }
        }
        return null;
    }

    /** The value at a path: in the whole body, or else in an item. */
    get(item, path) {
        const leaf = this.leaves[path] ?? NOTHING;
        if (leaf !== NOTHING || item === null) {
            return leaf;
        }
        return this.items.find((one) => one.item === item && one.path === path)?.leaf ?? NOTHING;
    }

    /** Drops the values at a node and below, when it occurs again. */
    forgetBelow(node, item) {
        if (node.path >= 0) {
            this.keep(item, node.path, NOTHING);
        }
        for (const child of node.children.values()) {
            this.forgetBelow(child, item);
        }
        if (node.each !== null) {
            this.forgetItems(node.each.below());
        }
    }

    /** Drops the values of all items at some paths. */
    forgetItems(paths) {
        if (paths.some((path) => this.pathsOfItems.has(path))) {
            for (const place of this.items.filter(({ path }) => paths.includes(path))) {
                place.leaf = NOTHING;
            }
            paths.forEach((path) => this.pathsOfItems.delete(path));
        }
    }
}
