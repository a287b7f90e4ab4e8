// Matches messages with the templates of a catalog. A template is the text before its first
// parameter, and the names of the parameters, each with the text after it.

/**
 * Matches a text with a template; null if it does not match, and no values if it matches in
 * several ways.
 *
 * Some providers have back-ticks around values in their documentation and not in their messages,
 * so both match.
 */
function fitTemplate({ start, params }, text) {
    const first = bareLiteral(start, false, params.length === 0);
    if (!text.startsWith(first)) {
        return null;
    }
    return splitRest(params, text.slice(first.length), false);
}

/** Splits the rest of a text. If it is known to be ambiguous, it returns no values. */
function splitRest(params, text, isKnown) {
    let rest = text;
    let isAmbiguous = isKnown;
    const values = [];
    for (const [index, [name, literal]] of params.entries()) {
        const isLast = index === params.length - 1;
        const end = bareLiteral(literal, true, isLast);
        if (end === '' && !isLast) {
            // Nothing separates this value from the next one.
            isAmbiguous = true;
            continue;
        }
        const length = valueLength(rest, end, isLast, 0);
        if (length === -1) {
            return null;
        }
        if (!isLast && !isAmbiguous) {
            // If the value can end anywhere further on, it can end at the next place.
            const other = valueLength(rest, end, false, length);
            const after = params.slice(index + 1);
            isAmbiguous = other !== -1 && splitRest(after, rest.slice(other + end.length), true) !== null;
        }
        values.push([name, unticked(rest.slice(0, length))]);
        rest = rest.slice(length + end.length);
    }
    if (rest !== '') {
        return null;
    }
    return isAmbiguous ? [] : values;
}

/** The length of the shortest value, longer than `above`, that a literal follows; -1 if there is none. */
function valueLength(rest, end, isLast, above) {
    const find = from => isLast ? rest.length - end.length : rest.indexOf(end, from);
    let length = find(above + 1);
    while (!isLast && length === 2 && rest.startsWith('``')) {
        length = find(length + 1);
    }
    const isValue = length > 0 && rest.startsWith(end, length) && rest.slice(0, length) !== '``';
    return isValue ? length : -1;
}

/** A literal without the ticks next to values, which become part of the value and are removed. */
function bareLiteral(literal, isAfterValue, isLast) {
    const start = isAfterValue && literal.startsWith('`') ? literal.slice(1) : literal;
    const bare = !isLast && start.endsWith('`') ? start.slice(0, -1) : start;
    // A tick that is everything between two values separates them.
    return bare === '' && isAfterValue && !isLast ? literal : bare;
}

/** A value without the back-ticks around it. */
function unticked(value) {
    const isTicked = value.length > 1 && value.startsWith('`') && value.endsWith('`');
    return isTicked ? value.slice(1, -1) : value;
}
