// Turns declared envelopes into a plan for the reader: the pointers of all slots as a tree, so that
// one pass over a body finds everything.

/** The token for each item of a list. */
const EACH = '*';

const VIOLATION_SLOTS = ['violation-field', 'violation-description', 'violation-rule'];

/** The tokens of a JSON Pointer. */
function pointerTokens(pointer) {
    const tokens = pointer.split('/').slice(1);
    return tokens.map((token) => token.replace(/~1/g, '/').replace(/~0/g, '~'));
}

class PathNode {
    constructor() {
        this.children = new Map();
        /** The node for each item of a list, or null. */
        this.each = null;
        /** The number of the path that ends here, or -1. */
        this.path = -1;
    }

    /** The child with a name, added if needed. */
    child(name) {
        if (name === EACH) {
            this.each ??= new PathNode();
            return this.each;
        }
        if (!this.children.has(name)) {
            this.children.set(name, new PathNode());
        }
        return this.children.get(name);
    }

    /** The numbers of the paths that end here or below. */
    below() {
        const own = this.path < 0 ? [] : [this.path];
        const all = [...this.children.values(), ...(this.each === null ? [] : [this.each])];
        return own.concat(all.flatMap((child) => child.below()));
    }
}

/** All paths of one format. */
class PathTree {
    constructor() {
        this.root = new PathNode();
        this.count = 0;
    }

    /** The number of a path, added if needed. */
    number(tokens) {
        const node = tokens.reduce((place, token) => place.child(token), this.root);
        if (node.path < 0) {
            node.path = this.count;
            this.count += 1;
        }
        return node.path;
    }
}

/** The full paths of a slot or parameter: in the errors of a list, and outside of it. */
function pathsOf(envelope, { paths, shared }) {
    const root = envelope.each === null ? [] : pointerTokens(envelope.each).concat(EACH);
    return paths.map((pointer) => root.concat(pointerTokens(pointer))).concat(shared.map(pointerTokens));
}

/** The slots of an envelope with the numbers of their paths, in order of preference. */
function slotsOf(envelope, tree) {
    const placesOf = (one) => pathsOf(envelope, one);
    const item = (list, pointer) => list.concat(EACH, pointerTokens(pointer));
    const lists = envelope.slots.filter(({ slot }) => slot === 'violations').flatMap(placesOf);
    // An item of the list can be a text itself, unless its text is in one of its members.
    const texts = lists.map((list) => ['violation-description', item(list, '')]);
    const slots = envelope.slots.filter(({ slot }) => slot !== 'violations').flatMap((one) => {
        if (VIOLATION_SLOTS.includes(one.slot)) {
            return one.paths.flatMap((path) => lists.map((list) => [one.slot, item(list, path)]));
        }
        return placesOf(one).map((place) => [one.slot, place]);
    });
    return slots.concat(texts).map(([slot, tokens]) => ({ slot, path: tree.number(tokens) }));
}

/** The plan for the responses of a catalog, in which a boolean may be a code. */
function planOf(envelopes, booleans) {
    const trees = { json: new PathTree(), xml: new PathTree() };
    const plans = envelopes.map((envelope) => {
        const tree = trees[envelope.format];
        const when = envelope.when.map(({ path, any }) => ({ path: tree.number(pointerTokens(path)), any }));
        const headers = envelope.headers.flatMap(({ slot, paths }) => paths.map((name) => ({ slot, name })));
        const { id, kind, format, namespace, outcome, statuses, counts } = envelope;
        const slots = slotsOf(envelope, tree);
        const params = envelope.params.flatMap((one) => {
            return pathsOf(envelope, one).map((tokens) => ({ name: one.slot, path: tree.number(tokens) }));
        });
        return { id, kind, format, namespace, outcome, statuses, when, counts, slots, params, headers };
    });
    return { envelopes: plans, trees, booleans };
}
