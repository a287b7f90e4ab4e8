// What was found in a body.

/** The lists of a body are read up to this length; what is behind is left out. */
const MOST_ITEMS = 1000;

/** A value at a path. */
class Leaf {
    /**
     * @param kind `text`; `plain` for a number or a boolean; `raw` for anything else
     * @param value the text, or the others as they were written
     * @param written the value as it stands in the body, where it is in one piece there, or null
     */
    constructor(kind, value, written) {
        this.kind = kind;
        this.value = value;
        this.written = written;
    }

    /** The value as text, unless it is a structure; null where there is nothing to read. */
    text() {
        return this.kind === 'text' && !isBlank(this.value) ? this.value : null;
    }

    /** The value as a code: text, or a number as it was written. */
    scalar() {
        if (this.kind === 'text') {
            return this.text();
        }
        const isNumber = this.kind === 'plain' && this.value !== 'true' && this.value !== 'false';
        return isNumber ? this.value : null;
    }
}

/** Nothing, or `null`. */
const NOTHING = new Leaf('nothing', null, null);

/** Everything that was found in a body. */
class Found {
    constructor() {
        /** By path. */
        this.leaves = [];
        /** What was found in the items of lists, item by item: the item, the path and the leaf. */
        this.items = [];
        this.itemCount = 0;
        this.pathsOfItems = new Set();
    }

    /** The number of another item; null where there were too many. */
    nextItem() {
        this.itemCount += 1;
        return this.itemCount <= MOST_ITEMS ? this.itemCount : null;
    }

    /** Keeps a value: of several at one path the last, as JSON readers do. */
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

    /** Where a value of an item is kept. */
    place(item, path) {
        // What was kept of an item is at the end, and between it only what is of items within it.
        for (let at = this.items.length - 1; at >= 0 && this.items[at].item >= item; at -= 1) {
            if (this.items[at].item === item && this.items[at].path === path) {
                return this.items[at];
            }
        }
        return null;
    }

    /** What stands at a path: in the whole body, or else in an item. */
    get(item, path) {
        const leaf = this.leaves[path] ?? NOTHING;
        if (leaf !== NOTHING || item === null) {
            return leaf;
        }
        return this.items.find((one) => one.item === item && one.path === path)?.leaf ?? NOTHING;
    }

    /** Drops everything that was kept at a place and below: it is there a second time. */
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

    /** Drops what was kept of all items at some paths, if anything was. */
    forgetItems(paths) {
        if (paths.some((path) => this.pathsOfItems.has(path))) {
            for (const place of this.items.filter(({ path }) => paths.includes(path))) {
                place.leaf = NOTHING;
            }
            paths.forEach((path) => this.pathsOfItems.delete(path));
        }
    }
}
