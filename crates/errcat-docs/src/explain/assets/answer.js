// Shows a result. All texts become text nodes: nothing pasted, and nothing from a catalog, is ever
// markup.

/** How many characters of a text are shown. */
const MAX_SHOWN = 2000;

const HIDDEN = 'hidden, because it can contain sensitive values';

const KINDS = {
    success: 'success',
    notification: 'notification',
    application: 'failure',
    validation: 'failure: the provider rejected fields of the request',
    system: 'failure of the system, or of something in front of it',
};

/** Makes an element with children; strings become text. */
function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
        made.setAttribute(attribute, value);
    }
    made.append(...children);
    return made;
}

/** Shortens a text from the response. */
function short(text) {
    return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** Shows our own sentences: back-ticks around names make code, everything else is text. */
function prose(text) {
    const pieces = text.split('`');
    if (pieces.length % 2 === 0) {
        return [text];
    }
    return pieces.map((piece, index) => (index % 2 === 1 ? element('code', {}, piece) : piece));
}

/** Makes a link within the site. */
function siteLink(page, text) {
    return element('a', { href: page }, text);
}

/** Makes a link to another site, unless its address would do anything else. */
function outerLink({ title, url }) {
    return /^(?:https?|mailto):/i.test(url) ? element('a', { href: url, rel: 'noreferrer' }, title) : `${title}: ${url}`;
}

/** Shows the value of a fact, with an explanation if it needs one. */
function valueOfFact(explanations, value) {
    const [number = '0'] = /\d+/.exec(value) ?? [];
    const explanation = explanations[value.replace(number, '0')]?.replace('0', number);
    return [element('code', {}, value), explanation === undefined ? '' : `: ${explanation}`];
}

/** Makes everything that is shown about a response. */
function answerOf(data, title, result) {
    // A code that the catalog does not have has no name.
    const code = data.codes.find((one) => result.name !== null && one.code === result.code);
    const one = code?.cases.find(({ id }) => id === result.case);
    const facts = factsOf(result, code, one);
    return element(
        'article', { class: 'explain-result' },
        element('h2', {}, ...headingOf(data, result, code, one)),
        element('p', { class: 'explain-kind' }, `${title} · ${kindInWords(result)}`),
        ...(code?.history ? [element('p', {}, ...prose(code.history))] : []),
        ...tellOf(result),
        ...guidanceOf(one),
        facts,
        ...elsewhereOf(one ?? code),
        jsonOf(result),
    );
}

/** Whether there are facts: not for a body in no known form, without the HTTP status of an error. */
function hasAdvice(result) {
    return result.meaning !== null;
}

function kindInWords(result) {
    if (!result.recognized) {
        return `not in a known form${hasAdvice(result) ? '; this is about its HTTP status alone' : ''}`;
    }
    if (result.name !== null && !result.known) {
        return 'failure, by its HTTP status: the body has no code';
    }
    if (result.kind !== 'unrecognized') {
        return KINDS[result.kind];
    }
    return result.known ? 'failure: it is unclear which case of the code it is' : 'failure: the catalog does not have the code';
}

/** Makes the heading: the code and its name, with a link to its page. */
function headingOf(data, result, code, one) {
    if (!result.recognized) {
        return ['Not recognized'];
    }
    if (result.code === null) {
        return ['No code'];
    }
    const isOneOfSeveral = code !== undefined && code.cases.length > 1 && one !== undefined;
    const reference = `${data.id}:${short(result.code)}${isOneOfSeveral ? `#${one.id}` : ''}`;
    const shown = code === undefined ? reference : siteLink((one ?? code).page, reference);
    return [shown, result.name === null ? '' : ` ${result.name}`];
}

/** Makes the sentence for the customer, first in English. */
function tellOf({ tell }) {
    const sentences = Object.entries(tell ?? {}).sort(([one], [other]) => (other === 'en') - (one === 'en'));
    const lines = sentences.map(([lang, text]) => {
        return element('p', {}, element('span', { lang }, text), element('button', { type: 'button', class: 'copy' }, 'Copy'));
    });
    const title = element('p', { class: 'label' }, 'Tell the customer');
    return lines.length > 0 ? [element('div', { class: 'tell' }, title, ...lines)] : [];
}

function factsOf(result, code, one) {
    const facts = element('dl', { class: 'explain-facts' });
    const add = (label, ...content) => {
        facts.append(element('div', {}, element('dt', {}, label), element('dd', {}, ...content)));
    };
    add('Message', short(messageOf(result, code, one)));
    for (const { name, sensitive } of (one?.params ?? []).filter((param) => result.params.has(param.name))) {
        const value = sensitive ? 'hidden' : short(String(result.params.get(name)));
        add('', element('code', {}, `<${name}>`), ` ${value}`);
    }
    for (const { field, rule, description } of result.violations) {
        add('Violation', short(`${field === null ? '' : `${field}: `}${description}${rule === null ? '' : ` (${rule})`}`));
    }
    const meaning = hasAdvice(result) ? common.meanings[result.meaning] : undefined;
    if (meaning !== undefined) {
        add('Meaning', siteLink(meaning.page, result.meaning), ': ', ...prose(meaning.title));
    }
    if (hasAdvice(result)) {
        const { http, grpc } = answerToClient(result);
        add('Answer your client with', element('code', {}, `HTTP ${http}`), ' ', element('code', {}, `gRPC ${grpc}`));
    }
    for (const [name, heading, explanations] of hasAdvice(result) ? common.legend : []) {
        add(heading, ...valueOfFact(explanations, result[name]));
    }
    for (const [member, heading] of common.texts.filter(([member]) => result[member] !== null)) {
        add(heading, short(result[member]));
    }
    return facts;
}

/** What a service answers its client: a failure that the client cannot help is one of the service. */
function answerToClient({ kind, actor, retry, http_status: http, grpc }) {
    const isOwn = kind === 'success' || kind === 'notification' || actor === 'caller' || actor === 'nobody';
    return isOwn ? { http, grpc } : common.relayed[retry.startsWith('later') ? 'passing' : 'broken'];
}

/** The provider's message, without sensitive values. */
function messageOf(result, code, one) {
    const possible = one === undefined ? code?.cases ?? [] : [one];
    if (!possible.some(({ params }) => params.some(({ sensitive }) => sensitive))) {
        return result.message === '' ? 'none' : result.message;
    }
    const template = one?.messages[0];
    return template === undefined ? HIDDEN : filled(template, one, result);
}

/** Fills a template with the values that are known and not sensitive. */
function filled({ start, params }, one, result) {
    const value = (name) => {
        const param = one.params.find((other) => other.name === name || other.aliases.includes(name));
        return param === undefined || param.sensitive ? undefined : result.params.get(param.name);
    };
    return start + params.map(([name, after]) => `${value(name) ?? `<${name}>`}${after}`).join('');
}

function guidanceOf(one) {
    if (!one?.cause) {
        return [];
    }
    const links = one.links.map((link) => element('li', {}, outerLink(link)));
    return [
        element('h3', {}, 'What happened'),
        element('p', {}, ...prose(one.cause)),
        element('h3', {}, 'What to do'),
        element('p', {}, ...prose(one.action)),
        ...(links.length > 0 ? [element('ul', {}, ...links)] : []),
    ];
}

/** Lists the translations into the other catalogs. */
function elsewhereOf(known) {
    const elsewhere = known?.elsewhere ?? [];
    if (elsewhere.length === 0) {
        return [];
    }
    const lines = elsewhere.flatMap(({ into, to, others }) => {
        const title = common.catalogs.find(({ id }) => id === into).title;
        const none = to === null ? [element('li', {}, `${title} has no equivalent`)] : [];
        const all = to === null ? others : [to, ...others];
        return none.concat(all.map((one) => {
            const why = one.why === null ? [] : [': ', ...prose(one.why)];
            const words = ` ${one.name}, ${title}: ${one.relation}`;
            return element('li', {}, siteLink(one.page, one.reference), words, ...why);
        }));
    });
    return [element('h3', {}, 'At the other providers'), element('ul', {}, ...lines)];
}

function jsonOf(result) {
    const text = element('pre', { tabindex: '0', 'aria-label': 'The result as JSON' });
    const details = element('details', {}, element('summary', {}, 'Show as JSON (includes personal data)'), text);
    details.addEventListener('toggle', () => {
        text.textContent = details.open ? resultAsJson(result) : '';
    });
    return details;
}
