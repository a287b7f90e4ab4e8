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
    let rest = text.slice(first.length);
    let isAmbiguous = false;
    const values = [];
    for (const [index, [name, literal]] of params.entries()) {
        const isLast = index === params.length - 1;
        const end = bareLiteral(literal, true, isLast);
        if (end === '' && !isLast) {
            // Nothing separates this value from the next one.
            isAmbiguous = true;
            continue;
        }
        const at = isLast ? rest.length - end.length : rest.indexOf(end);
        const value = at >= 0 && rest.startsWith(end, at) ? unticked(rest.slice(0, at)) : '';
        if (value === '') {
            return null;
        }
        values.push([name, value]);
        rest = rest.slice(at + end.length);
        isAmbiguous = isAmbiguous || !isLast && rest.includes(end);
    }
    if (rest !== '') {
        return null;
    }
    return isAmbiguous ? [] : values;
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
