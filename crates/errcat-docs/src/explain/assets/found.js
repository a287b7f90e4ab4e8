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

/** Everything that was found in a body. */
class Found {
    constructor() {
        /** By path. */
        this.leaves = [];
        /** What was found in the items of lists: the item, the path and the leaf. */
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
        this.forget(item, path);
        if (item === null) {
            this.leaves[path] = leaf;
        } else {
            this.pathsOfItems.add(path);
            this.items.push({ item, path, leaf });
        }
    }

    /** Drops what was kept at a path. */
    forget(item, path) {
        if (item === null) {
            this.leaves[path] = undefined;
            return;
        }
        // An item is read in one go, so what was kept of it is at the end.
        for (let at = this.items.length - 1; at >= 0 && this.items[at].item === item; at -= 1) {
            if (this.items[at].path === path) {
                this.items.splice(at, 1);
                return;
            }
        }
    }

    /** What stands at a path: in the whole body, or else in an item. */
    get(item, path) {
        const leaf = this.leaves[path];
        if (leaf !== undefined || item === null) {
            return leaf;
        }
        return this.items.findLast((one) => one.item === item && one.path === path)?.leaf;
    }

    /** Drops everything that was kept at a place and below: it is there a second time. */
    forgetBelow(node, item) {
        if (node.path >= 0) {
            this.forget(item, node.path);
        }
        for (const [name, child] of node.children) {
            if (name === EACH) {
                this.forgetItems(child.below());
            } else {
                this.forgetBelow(child, item);
            }
        }
    }

    /** Drops what was kept of all items at some paths, if anything was. */
    forgetItems(paths) {
        if (paths.some((path) => this.pathsOfItems.has(path))) {
            this.items = this.items.filter(({ path }) => !paths.includes(path));
            paths.forEach((path) => this.pathsOfItems.delete(path));
        }
    }
}
