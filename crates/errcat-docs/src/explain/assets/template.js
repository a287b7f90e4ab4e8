// Messages on the wire against the templates that a catalog has of them. A template comes as its
// parts: a text, or an object with the name of a parameter.

/**
 * Takes a text apart as a template has it; null if it does not fit, and no values where the text
 * can be parted in several ways.
 *
 * Back-ticks around a value are part of the documentation of some providers and not of what they
 * send, so both fit.
 */
function fitTemplate(template, text) {
    const values = [];
    let isAmbiguous = false;
    let rest = text;
    let open = null;
    const close = (raw) => {
        const value = unticked(raw);
        values.push([open, value]);
        open = null;
        return value !== '';
    };
    for (const [index, part] of template.entries()) {
        if (typeof part !== 'string') {
            open = part.param;
            continue;
        }
        const isLast = index === template.length - 1;
        const bare = bareLiteral(part, open !== null, isLast);
        if (open === null) {
            if (!rest.startsWith(bare)) {
                return null;
            }
            rest = rest.slice(bare.length);
            continue;
        }
        const at = isLast ? rest.length - bare.length : rest.indexOf(bare);
        if (at < 0 || !rest.startsWith(bare, at) || !close(rest.slice(0, at))) {
            return null;
        }
        rest = rest.slice(at + bare.length);
        isAmbiguous = isAmbiguous || !isLast && bare !== '' && rest.includes(bare);
    }
    const isWhole = open === null ? rest === '' : close(rest);
    if (!isWhole) {
        return null;
    }
    return isAmbiguous ? [] : values;
}

/** A literal without the ticks next to a value, which belong to the value. */
function bareLiteral(literal, isBehindValue, isLast) {
    const start = isBehindValue && literal.startsWith('`') ? literal.slice(1) : literal;
    const bare = !isLast && start.endsWith('`') ? start.slice(0, -1) : start;
    // A tick that is all there is between two values parts them.
    return bare === '' && !isLast ? literal : bare;
}

/** A value without the back-ticks around it. */
function unticked(value) {
    const isTicked = value.length > 1 && value.startsWith('`') && value.endsWith('`');
    return isTicked ? value.slice(1, -1) : value;
}
