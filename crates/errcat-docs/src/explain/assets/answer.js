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

/** Makes a heading and what is below it, in a list of facts. */
function fact(heading, ...contents) {
    return [element('dt', {}, heading), ...contents.map((content) => element('dd', {}, ...[content].flat()))];
}

/** Makes a remark in a list of facts. */
function note(...content) {
    return element('p', { class: 'note' }, ...content);
}

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60]];

/** Shows the value of a fact, with an explanation if it needs one. */
function valueOfFact(explanations, value) {
    const [number = '0'] = /\d+/.exec(value) ?? [];
    if (Number(number) === MAX_DELAY) {
        return [element('b', {}, 'later'), note('after a delay that is too long or cannot be read')];
    }
    const [unit, length] = UNITS.find((one) => number > 0 && number % one[1] === 0) ?? [];
    const count = number / length;
    const inUnits = unit === undefined ? '' : ` (${count} ${unit}${count === 1 ? '' : 's'})`;
    const explanation = explanations[value.replace(number, '0')]?.replace('0', number);
    return [element('b', {}, value), explanation === undefined ? '' : note(explanation, inUnits)];
}

/** Makes everything that is shown about a response. */
function answerOf(data, title, result) {
    // A code that the catalog does not have has no name.
    const code = data.codes.find((one) => result.name !== null && one.code === result.code);
    const one = code?.cases.find(({ id }) => id === result.case);
    return element(
        'article', { class: 'explain-result' },
        element('h2', {}, ...headingOf(data, result, code, one)),
        element('p', { class: 'explain-kind' }, `${title} · ${kindInWords(result)}`),
        ...(code?.history ? [element('p', {}, ...prose(code.history))] : []),
        element('div', { class: 'messages' }, ...linesOf(result, code, one)),
        element(
            'div', { class: 'case' },
            element('div', { class: 'lead' }, ...tellOf(result), ...guidanceOf(one)),
            element('aside', { class: 'facts', 'aria-label': 'Facts' }, cardOf(result)),
            element('div', { class: 'more' }, ...meaningOf(result), ...elsewhereOf(one ?? code, result), jsonOf(result)),
        ),
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

/** Makes lines with the message, the values of its parameters, and what else the body says. */
function linesOf(result, code, one) {
    const line = (label, ...content) => element('p', {}, element('span', { class: 'label' }, label), ' ', ...content);
    const params = (one?.params ?? []).filter((param) => result.params.has(param.name));
    const violations = result.violations.map(({ field, rule, description }) => {
        return `${field === null ? '' : `${field}: `}${description}${rule === null ? '' : ` (${rule})`}`;
    });
    return [
        line('Message', element('code', {}, short(messageOf(result, code, one)))),
        ...params.map(({ name, sensitive }) => {
            return line(`<${name}>`, element('code', {}, sensitive ? 'hidden' : short(String(result.params.get(name)))));
        }),
        ...violations.map((violation) => line('Violation', short(violation))),
        ...common.texts.filter(([member]) => result[member] !== null).map(([member, label]) => {
            return line(label, element('code', {}, short(String(result[member]))));
        }),
    ];
}

/** Makes the card of facts. */
function cardOf(result) {
    const card = element('dl', { class: 'card' });
    if (hasAdvice(result)) {
        const answer = result.reply.client;
        const words = result.actor === 'account-owner' ? 'A client who owns the account gets' : 'The failure itself is';
        const own = [`${words} ${result.http_status} `, element('code', {}, result.grpc), '.'];
        const relayed = answer.http === result.http_status && answer.grpc === result.grpc ? [] : [
            note('Your client cannot fix it, so your service answers with a failure of its own. ', ...own),
        ];
        const status = [element('b', {}, `HTTP ${answer.http}`), element('p', {}, 'gRPC ', element('code', {}, answer.grpc))];
        const delay = /\d+/.exec(result.retry);
        const header = delay === null || Number(delay) === MAX_DELAY ? [] : [element('p', {}, element('code', {}, `Retry-After: ${delay}`))];
        card.append(...fact('Answer your client with', [...status, ...header, ...relayed]));
        card.append(...(result.status === null ? [] : fact('The provider sent', `HTTP ${result.status}`)));
        for (const [name, heading, explanations] of common.legend) {
            card.append(...fact(heading, valueOfFact(explanations, result[name])));
        }
    }
    return card;
}

/** Says what the error means. */
function meaningOf(result) {
    const meaning = hasAdvice(result) ? common.meanings[result.meaning] : undefined;
    // A root says nothing more than that it failed.
    return meaning === undefined || result.meaning === result.outcome ? [] : [
        element('h3', {}, 'What it means'),
        element('p', {}, siteLink(meaning.page, result.meaning), ': ', ...prose(meaning.title)),
    ];
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

/** Lists the equivalents in the other catalogs. */
function elsewhereOf(known, result) {
    const elsewhere = known?.elsewhere ?? [];
    const relation = (name, words) => element('span', { class: `relation ${name}` }, words);
    const none = relation('none', 'no equivalent');
    const target = (one) => {
        const status = one.http === result.reply?.client.http ? '' : ` (you answer HTTP ${one.http})`;
        const via = common.meanings[one.via];
        const shared = via === undefined || !['close', 'wider'].includes(one.relation) ? [] : ['In common: ', siteLink(via.page, via.title)];
        const why = one.why === null ? shared : prose(one.why);
        const link = siteLink(one.page, `${one.reference} ${one.name}`);
        return [relation(one.relation, one.relation), ' ', link, element('span', { class: 'note' }, status), note(...why)];
    };
    const lines = elsewhere.flatMap(({ into, to, others }) => {
        const { title } = common.catalogs.find(({ id }) => id === into);
        const isTie = to === null && ['exact', 'close', 'wider'].includes(others[0]?.relation);
        const verdict = isTie ? 'None of these is better than the others:' : 'None of these may take its place:';
        const first = others.length > 0 ? note(verdict) : none.cloneNode(true);
        return fact(title, to === null ? first : target(to), ...others.map(target));
    });
    return lines.length === 0 ? [] : [
        element('h3', {}, 'At other providers'),
        element('dl', { class: 'equivalents' }, ...lines),
    ];
}

function jsonOf(result) {
    const text = element('pre', { tabindex: '0', 'aria-label': 'The result as JSON' });
    const details = element('details', {}, element('summary', {}, 'Show as JSON (includes personal data)'), text);
    details.addEventListener('toggle', () => {
        text.textContent = details.open ? resultAsJson(result) : '';
    });
    return details;
}
