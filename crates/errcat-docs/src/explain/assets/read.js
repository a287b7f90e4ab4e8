// Reads a response: which envelope it has, and what is in its slots.

/** How many texts of a message are kept. */
const MAX_MESSAGES = 4;

/** The result if nothing could be read. */
function nothingRead() {
    return {
        kind: null, envelope: null, outcome: null, code: null, messages: [], violations: [], data: null,
        requestId: null, retryAfter: null, operation: null, status: null, others: new Map(), params: [], errors: [],
    };
}

/**
 * Reads a response.
 *
 * @param input `body`, a text or bytes; `status`, a number or null; `headers`, pairs of name and
 *     value; `operation`, a text or null
 */
function readResponse(plan, input) {
    const decoded = typeof input.body === 'string' ? input.body : decodeUtf8(input.body);
    const text = decoded === null ? null : decoded.replace(/^\ufeff/, '');
    const found = new Found(plan.booleans);
    const format = text === null ? null : readBody(plan, text, found);
    if (format === null) {
        return { ...ofHeaders(plan, input), messages: excerpt(input) };
    }
    const envelopes = plan.envelopes.filter((envelope) => {
        return envelope.format === format && hasStatus(envelope, input.status);
    });
    // A list within an item parts the values of that item.
    found.items.sort((one, other) => one.item - other.item);
    const envelope = envelopeOf(envelopes, found);
    if (envelope !== undefined) {
        const item = itemThatCounts(envelope, found);
        const items = item === null ? [] : allItems(envelope, found);
        const errors = items.length > 1 ? items.map((one) => readSlots(input, envelope, found, one)) : [];
        return { ...readSlots(input, envelope, found, item), errors };
    }
    // The message may still say what happened.
    const isMessage = (slot, leaf) => slot === 'message' && leaf.scalar() !== null;
    const messages = envelopes.flatMap((one) => messagesOf(one, found, firstItem(one, found, isMessage)));
    const message = messages.length > 0 ? messages.slice(0, 1) : excerpt(input);
    return { ...ofHeaders(plan, input), messages: message };
}

/** Finds the values at the paths; returns the format, or null if the body cannot be read. */
function readBody(plan, text, found) {
    const isXml = text[skipBlanks(text, 0)] === '<';
    const [format, read] = isXml ? ['xml', readXml] : ['json', readJson];
    const tree = plan.trees[format];
    return tree.count > 0 && read(text, tree, found) ? format : null;
}

/** Reads the headers of a response whose body says nothing. */
function ofHeaders(plan, input) {
    const text = (slot) => firstOf(plan.envelopes.map((envelope) => headerOf(input, envelope, slot)));
    const retryAfter = longestDelay(input.headers, text('retry-after'));
    return { ...nothingRead(), status: input.status, requestId: text('request-id'), retryAfter };
}

function headerOf(input, envelope, slot) {
    const names = envelope.headers.filter((header) => header.slot === slot);
    return firstOf(names.map(({ name }) => headersOf(input.headers, name)[0]));
}

/**
 * The first envelope that a body has: its conditions hold, and its kind has what it needs. A code
 * that is there and cannot be read, such as `null`, ends the search for a code.
 */
function envelopeOf(envelopes, found) {
    let canHaveCode = true;
    return envelopes.find((envelope) => {
        if (!meetsConditions(envelope, found)) {
            return false;
        }
        if (envelope.outcome !== null && isConditional(envelope)) {
            return envelope.outcome === 'failure' || canHaveCode;
        }
        const item = itemThatCounts(envelope, found);
        switch (envelope.kind) {
            case 'application': {
                const codes = canHaveCode ? leavesOf(envelope, found, item, 'code') : [];
                const code = codes.find((leaf) => leaf !== NOTHING);
                canHaveCode &&= code === undefined || found.code(code) !== null;
                return canHaveCode && code !== undefined;
            }
            case 'validation':
                return violationsOf(envelope, found).length > 0;
            default: {
                const places = envelope.slots.filter(({ slot }) => isOfSystem(slot));
                return places.some(({ path }) => ![NOTHING, NULL].includes(found.get(item, path)));
            }
        }
    });
}

function meetsConditions({ when, namespace }, found) {
    const holds = when.every(({ path, any }) => any.some((wanted) => isWanted(found.get(null, path), wanted)));
    return holds && (namespace === null || namespace === found.namespace);
}

/** Whether a value is the one that a condition wants. */
function isWanted(leaf, wanted) {
    const hasValue = leaf !== NOTHING && leaf !== NULL;
    switch (wanted) {
        case 'present':
            return hasValue;
        case 'absent':
            return !hasValue;
        default:
            return leaf.value === (wanted.text ?? wanted.plain);
    }
}

/** Whether a response with this status can have an envelope. */
function hasStatus({ statuses }, status) {
    const isIn = ([first, last]) => first <= status && status <= last;
    return statuses.length === 0 || (status !== null && statuses.some(isIn));
}

/** Whether an envelope has conditions. */
function isConditional({ when, statuses }) {
    return when.length > 0 || statuses.length > 0;
}

/** The values at the paths of a slot, in their order: in the whole body, or in an item. */
function leavesOf(envelope, found, item, wanted) {
    const places = envelope.slots.filter(({ slot }) => slot === wanted);
    return places.map(({ path }) => found.get(item, path));
}

/** Whether a slot makes a body a system error. */
function isOfSystem(slot) {
    return slot === 'system-code' || slot === 'message';
}

/**
 * The first error of a list that has a code, or where none has one of its own, the first one that
 * says anything. It does not matter whether the code is known: the result must not change when a
 * catalog gets another code.
 */
function itemThatCounts(envelope, found) {
    const isCode = (slot, leaf) => slot === 'code' && leaf !== NOTHING;
    const isText = (slot, leaf) => isOfSystem(slot) && leaf.scalar() !== null;
    const withCode = envelope.kind === 'application' ? firstItem(envelope, found, isCode) : null;
    return withCode ?? firstItem(envelope, found, isText);
}

/** The first item of a list with a value that is wanted in one of the slots; null if none has. */
function firstItem(envelope, found, isWanted) {
    const isAt = ({ path, leaf }) => envelope.slots.some((one) => one.path === path && isWanted(one.slot, leaf));
    const item = envelope.counts === 'last' ? found.items.findLast(isAt) : found.items.find(isAt);
    return item?.item ?? null;
}

/** All items of a list that say something, in order. */
function allItems(envelope, found) {
    const isError = ({ path, leaf }) => {
        const slots = envelope.slots.filter((one) => one.path === path);
        return leaf !== NOTHING && slots.some(({ slot }) => slot === 'code' || isOfSystem(slot));
    };
    return [...new Set(found.items.filter(isError).map(({ item }) => item))];
}

function messagesOf(envelope, found, item) {
    return leavesOf(envelope, found, item, 'message').map((leaf) => leaf.text()).filter((text) => text !== null);
}

/** The violations, from the values in the items of their list. */
function violationsOf(envelope, found) {
    const items = Map.groupBy(found.items, ({ item }) => item);
    return [...items.values()].map((leaves) => violationOf(envelope, leaves)).filter((violation) => violation !== null);
}

/** The violation in one item; null if it has none of the slots. */
function violationOf(envelope, leaves) {
    const text = (wanted) => {
        const places = envelope.slots.filter(({ slot }) => slot === wanted);
        const first = firstOf(places.map(({ path }) => leaves.find((one) => one.path === path)?.leaf.text()));
        return first === null ? null : bounded(first, MAX_TEXT);
    };
    const field = text('violation-field');
    const rule = text('violation-rule');
    const description = text('violation-description') ?? rule ?? field;
    return description === null ? null : { field, rule, description };
}

/** Reads the slots of an envelope, or of one error of a list. */
function readSlots(input, envelope, found, item) {
    const first = (slot, value) => firstOf(leavesOf(envelope, found, item, slot).map(value));
    const text = (slot) => first(slot, (leaf) => leaf.scalar()) ?? headerOf(input, envelope, slot);
    const status = wholeNumber(text('http') ?? '', 599);
    const valueAt = (path, kinds) => {
        const leaf = found.get(item, path);
        return kinds.includes(leaf.kind) ? leaf.value : leaf.text();
    };
    const others = envelope.slots.filter(({ slot }) => !common.slots.includes(slot));
    const params = envelope.params.map(({ name, path }) => [name, valueAt(path, ['plain'])]);
    const isFound = ([, value]) => value !== null;
    return {
        kind: envelope.kind,
        envelope: envelope.id,
        outcome: envelope.outcome,
        code: first('code', (leaf) => found.code(leaf)) ?? text('system-code'),
        // Providers repeat the text of an error.
        messages: [...new Set(messagesOf(envelope, found, item))].slice(0, MAX_MESSAGES),
        violations: violationsOf(envelope, found),
        data: first('data', (leaf) => leaf.written),
        requestId: text('request-id'),
        retryAfter: longestDelay(input.headers, text('retry-after')),
        operation: text('operation'),
        status: input.status ?? (status >= 100 ? status : null),
        // Of several pointers, the first counts, as everywhere.
        others: new Map(others.map(({ slot, path }) => [slot, valueAt(path, ['plain', 'raw'])]).filter(isFound).reverse()),
        params: params.filter(isFound),
        errors: [],
    };
}
