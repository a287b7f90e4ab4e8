// The form: passes the input to the decoders, and shows their results.

const form = document.getElementById('explain-form');

/** The folder of this script and the data of the catalogs. */
const folder = new URL('.', document.currentScript.src);

/** The decoders of catalogs, loaded on first use. */
const decoders = new Map();

function decoderOf(id) {
    if (!decoders.has(id)) {
        decoders.set(id, load(id));
    }
    return decoders.get(id);
}

function load(id) {
    return new Promise((resolve, reject) => {
        const script = element('script', { src: new URL(`explain-${id}.js`, folder).href });
        script.addEventListener('load', () => resolve(new Decoder(window.errcatCatalogs[id])));
        script.addEventListener('error', () => {
            decoders.delete(id);
            reject(new Error(`The data of ${id} cannot be loaded.`));
        });
        document.head.append(script);
    });
}

/** How much of a response a catalog understands. */
function understanding(result) {
    if (result.known) {
        return 4;
    }
    if (!result.recognized) {
        return 0;
    }
    return result.kind === 'validation' ? 3 : result.kind === 'unrecognized' ? 2 : 1;
}

/**
 * Decodes a response, or else the first one in a string inside it, by a catalog, or else by those that
 * understand most of it. `others` are the titles of other catalogs that recognize a response that the
 * chosen one does not, best first.
 */
async function explain(id, { says, escaped, ...input }) {
    const decoders = await Promise.all(common.catalogs.map((catalog) => decoderOf(catalog.id)));
    const read = (body) => common.catalogs.map(({ title }, at) => {
        const result = decoders[at].decode({ ...input, body });
        const ofCode = result.recognized ? null : decoders[at].decodeCode({ ...input, body });
        return { title, data: decoders[at].data, isCode: ofCode !== null, result: ofCode ?? result };
    }).sort((one, other) => understanding(other.result) - understanding(one.result));
    const isAsked = ({ data }) => id === '' || data.id === id;
    const bodies = [input.body, ...escaped].map(read);
    const all = bodies.find((body) => body.some((one) => isAsked(one) && one.result.recognized))
        ?? bodies.find(([best]) => best.result.recognized) ?? bodies[0];
    const recognizing = all.filter(({ result }) => result.recognized).map(({ title }) => title);
    const most = understanding(all[0].result);
    const answers = all.filter((one) => isAsked(one) && (id !== '' || understanding(one.result) === most));
    const isNobodys = !answers[0].result.recognized;
    return {
        isGuess: id === '',
        isNobodys,
        // If none understands anything, all say the same.
        answers: isNobodys ? answers.slice(0, 1) : answers,
        others: isNobodys ? recognizing : [],
        says: all === bodies[0] ? says : [...says, 'read the response inside a string'],
    };
}

/** The typed headers: a name, a colon and a value per line. */
function typedHeaders(text) {
    const pairs = text.split('\n').map((line) => /^([^:]+):(.*)$/.exec(line));
    return pairs.filter((pair) => pair !== null).map(([, name, value]) => [name.trim(), value.trim()]);
}

/** The typed input, taken apart; throws an error that says what is wrong with it. */
function typedInput(fields) {
    const status = fields.status.value.trim();
    fields.status.removeAttribute('aria-invalid');
    if (status !== '' && !/^[1-5][0-9][0-9]$/.test(status)) {
        fields.status.setAttribute('aria-invalid', 'true');
        fields.status.focus();
        throw new Error('The HTTP status is a number from 100 to 599.');
    }
    if (fields.body.value.trim() === '' && status === '') {
        fields.body.focus();
        throw new Error('Paste a response, or enter its HTTP status.');
    }
    // UTF-8 has no half of a surrogate pair.
    const pasted = takeApart(fields.body.value.toWellFormed());
    const headers = typedHeaders(fields.headers.value);
    return {
        ...pasted,
        // What is typed counts.
        status: status === '' ? pasted.status : Number(status),
        operation: fields.operation.value.trim() === '' ? null : fields.operation.value.trim(),
        headers: [...headers, ...pasted.headers.filter(([name]) => headersOf(headers, name).length === 0)],
    };
}

/** Joins words with `or`. */
function oneOf(words) {
    return new Intl.ListFormat('en-US', { type: 'disjunction' }).format(words);
}

/** What to say above the answers. */
function verdict({ isGuess, isNobodys, answers, others, says }) {
    const lines = says.map((one) => `This page ${one}.`);
    if (answers.every(({ isCode }) => isCode)) {
        lines.push('This page read the text as a code.');
    }
    if (isNobodys) {
        const titles = isGuess ? common.catalogs.map(({ title }) => title) : answers.map(({ title }) => title);
        lines.push(`Not recognized as a response of ${oneOf(titles)}. It may come from a proxy, or be cut off.`);
        if (others.length > 0) {
            lines.push(`It is in a form of ${oneOf(others)}: choose that provider.`);
        }
        if (!hasAdvice(answers[0].result)) {
            lines.push('Enter the HTTP status of the error for advice.');
        }
    } else if (isGuess && answers.length > 1) {
        lines.push(`${answers.length} providers use this ${answers[0].isCode ? 'code' : 'form'}. Choose the one that you called.`);
    }
    return lines.map((line) => element('p', { class: 'explain-verdict' }, line));
}

/** The buttons that try an example of each provider. */
function exampleButtons(tryExample) {
    const buttons = common.catalogs.filter(({ example }) => example !== null).flatMap(({ title, example }) => {
        const button = element('button', { type: 'button' }, title);
        button.addEventListener('click', () => tryExample(example));
        return [' ', button];
    });
    return buttons.length > 0 ? ['An example:', ...buttons] : [];
}

function setUp() {
    const field = (name) => document.getElementById(`explain-${name}`);
    const [body, provider, status, operation, headers] = ['body', 'provider', 'status', 'operation', 'headers'].map(field);
    const [answer, problem, operations, examples] = ['answer', 'problem', 'operations', 'examples'].map(field);
    let turn = 0;

    async function answerForm() {
        turn += 1;
        const own = turn;
        problem.textContent = '';
        try {
            const input = typedInput({ body, status, operation, headers });
            const found = await explain(provider.value, input);
            if (own === turn) {
                const results = found.answers.map(({ data, title, result }) => {
                    return answerOf(data, found.isGuess && found.isNobodys ? 'No provider' : title, result);
                });
                answer.replaceChildren(...verdict(found), ...results);
                // On a phone it is below the screen.
                answer.focus({ preventScroll: true });
                answer.scrollIntoView({ block: 'start' });
            }
        } catch (error) {
            if (own === turn) {
                answer.replaceChildren();
                problem.textContent = error.message;
            }
        }
    }

    function offerOperations() {
        const chosen = common.catalogs.filter(({ id }) => provider.value === '' || id === provider.value);
        const names = chosen.flatMap((catalog) => catalog.operations);
        operations.replaceChildren(...names.map((value) => element('option', { value })));
    }

    function tryExample(example) {
        form.reset();
        body.value = example;
        answerForm();
    }

    form.addEventListener('submit', (event) => {
        event.preventDefault();
        answerForm();
    });
    form.addEventListener('reset', () => {
        turn += 1;
        answer.replaceChildren();
        problem.textContent = '';
        status.removeAttribute('aria-invalid');
        setTimeout(offerOperations);
    });
    form.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            answerForm();
        }
        // While someone types, the keys of the site, such as those that turn pages, do nothing.
        event.stopPropagation();
    });
    provider.addEventListener('change', offerOperations);
    offerOperations();
    examples.replaceChildren(...exampleButtons(tryExample));
    // From the start page, which stores nothing.
    if (window.name.startsWith('errcat:')) {
        body.value = window.name.slice('errcat:'.length);
        window.name = '';
        answerForm();
    }
}

if (form !== null) {
    setUp();
}

// For the tests, which compare it with `errcat decode`, and for the console.
window.errcatExplain = { takeApart, decode: async (id, input) => resultAsJson((await decoderOf(id)).decode(input)) };
