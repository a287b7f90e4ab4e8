// Messages on the wire against the templates that a catalog has of them. A template comes as what
// stands before its first parameter, and the names of the parameters, each with what is behind it.

/**
 * Takes a text apart as a template has it; null if it does not fit, and no values where the text
 * can be parted in several ways.
 *
 * Back-ticks around a value are part of the documentation of some providers and not of what they
 * send, so both fit.
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
            // Nothing parts this value from the next one.
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

/** A literal without the ticks next to values: they belong to the value, which loses them again. */
function bareLiteral(literal, isBehindValue, isLast) {
    const start = isBehindValue && literal.startsWith('`') ? literal.slice(1) : literal;
    const bare = !isLast && start.endsWith('`') ? start.slice(0, -1) : start;
    // A tick that is all there is between two values parts them.
    return bare === '' && isBehindValue && !isLast ? literal : bare;
}

/** A value without the back-ticks around it. */
function unticked(value) {
    const isTicked = value.length > 1 && value.startsWith('`') && value.endsWith('`');
    return isTicked ? value.slice(1, -1) : value;
}
