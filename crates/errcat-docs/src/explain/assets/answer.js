// An answer as it is shown. All texts become text nodes: nothing that was pasted, and nothing of a
// catalog, is ever markup.

/** How much of a text is shown. */
const MOST_SHOWN = 2000;

const HIDDEN = 'not shown, because it can hold what is sensitive';

const KINDS = {
    success: 'success',
    notification: 'notification',
    application: 'failure',
    validation: 'failure: fields of the request were refused',
    system: 'failure of the system, or of something in front of it',
};

/** An element with children, of which texts become text. */
function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
        made.setAttribute(attribute, value);
    }
    made.append(...children);
    return made;
}

/** A text of a stranger, as far as it helps. */
function short(text) {
    return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** Our own sentences: back-ticks around names make code, everything else is text. */
function prose(text) {
    const pieces = text.split('`');
    if (pieces.length % 2 === 0) {
        return [text];
    }
    return pieces.map((piece, index) => (index % 2 === 1 ? element('code', {}, piece) : piece));
}

/** A link within the site. */
function siteLink(page, text) {
    return element('a', { href: page }, text);
}

/** A link to elsewhere, unless its address would do anything but lead there. */
function outerLink({ title, url }) {
    return /^(?:https?|mailto):/i.test(url) ? element('a', { href: url, rel: 'noreferrer' }, title) : `${title}: ${url}`;
}

function retryInWords(retry) {
    const seconds = secondsOf(retry);
    const words = seconds === null ? common.retry[retry] : common.wait.join(seconds);
    return `${seconds === null ? retry : 'later'}: ${words}`;
}

/** Lines of a label and what is said of it. */
class Facts {
    constructor() {
        this.list = element('dl', { class: 'explain-facts' });
    }

    add(label, ...content) {
        this.list.append(element('div', {}, element('dt', {}, label), element('dd', {}, ...content)));
    }
}

/** All that is said of a response. */
function answerOf(data, title, result) {
    const code = data.codes.find((one) => result.known && one.code === result.code);
    const one = code?.cases.find(({ id }) => id === result.case);
    const facts = factsOf(result, code, one);
    return element(
        'article', { class: 'explain-result' },
        element('h2', {}, ...headingOf(data, result, code, one)),
        element('p', { class: 'explain-kind' }, `${title} · ${kindInWords(result)}`),
        ...(code?.history ? [element('p', {}, ...prose(code.history))] : []),
        facts.list,
        ...guidanceOf(one),
        ...elsewhereOf(one ?? code),
        jsonOf(result),
    );
}

function kindInWords(result) {
    if (result.kind !== 'unrecognized') {
        return KINDS[result.kind];
    }
    return result.known ? 'failure: nothing says which case of the code it is' : 'failure: the catalog does not know the code';
}

/** The code and its name, with a link to its page. */
function headingOf(data, result, code, one) {
    if (result.code === null) {
        return ['No code'];
    }
    const isOneOfSeveral = code !== undefined && code.cases.length > 1 && one !== undefined;
    const reference = `${data.id}:${short(result.code)}${isOneOfSeveral ? `#${one.id}` : ''}`;
    const shown = code === undefined ? reference : siteLink((one ?? code).page, reference);
    return [shown, result.name === null ? '' : ` ${result.name}`];
}

function factsOf(result, code, one) {
    const facts = new Facts();
    facts.add('Message', short(messageOf(result, code, one)));
    for (const { name, sensitive } of (one?.params ?? []).filter((param) => result.params.has(param.name))) {
        const value = sensitive ? 'hidden' : short(String(result.params.get(name)));
        facts.add('', element('code', {}, `<${name}>`), ` ${value}`);
    }
    for (const { field, rule, description } of result.violations) {
        facts.add('Violation', short(`${field === null ? '' : `${field}: `}${description}${rule === null ? '' : ` (${rule})`}`));
    }
    const meaning = result.meaning === null ? undefined : common.meanings[result.meaning];
    if (meaning !== undefined) {
        facts.add('Meaning', siteLink(meaning.page, result.meaning), ': ', ...prose(meaning.title));
    }
    facts.add('HTTP', String(result.http_status));
    facts.add('gRPC', element('code', {}, result.grpc));
    facts.add('Retry', retryInWords(result.retry));
    facts.add('Who must act', `${result.actor}: ${common.actors[result.actor]}`);
    if (result.request_id !== null) {
        facts.add('Request', short(result.request_id));
    }
    return facts;
}

/** The provider's text; where it holds what must not be shown, what can be shown of it. */
function messageOf(result, code, one) {
    const possible = one === undefined ? code?.cases ?? [] : [one];
    if (!possible.some(({ params }) => params.some(({ sensitive }) => sensitive))) {
        return result.message === '' ? 'none' : result.message;
    }
    const template = one?.messages[0];
    return template === undefined ? HIDDEN : filled(template, one, result);
}

/** A template with the values that are known and may be shown. */
function filled({ start, params }, one, result) {
    const value = (name) => {
        const param = one.params.find((other) => other.name === name || other.aliases.includes(name));
        return param === undefined || param.sensitive ? undefined : result.params.get(param.name);
    };
    return start + params.map(([name, behind]) => `${value(name) ?? `<${name}>`}${behind}`).join('');
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

/** What it is called at the other providers. */
function elsewhereOf(known) {
    const elsewhere = known?.elsewhere ?? [];
    if (elsewhere.length === 0) {
        return [];
    }
    const lines = elsewhere.map(({ into, to }) => {
        const title = common.catalogs.find(({ id }) => id === into).title;
        if (to === null) {
            return element('li', {}, `${title} has no equivalent`);
        }
        const why = to.why === null ? [] : [': ', ...prose(to.why)];
        const words = ` ${to.name}, ${title}: ${common.relations[to.relation]}`;
        return element('li', {}, siteLink(to.page, to.reference), words, ...why);
    });
    return [element('h3', {}, 'At the other providers'), element('ul', {}, ...lines)];
}

function jsonOf(result) {
    const text = element('pre', { tabindex: '0', 'aria-label': 'The answer as JSON' });
    const details = element('details', {}, element('summary', {}, 'As JSON, sensitive values too'), text);
    details.addEventListener('toggle', () => {
        text.textContent = details.open ? resultAsJson(result) : '';
    });
    return details;
}
