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
        const script = element('script', { src: new URL(`${id}.js`, folder).href });
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
    if (result.envelope === null) {
        return 0;
    }
    return result.kind === 'validation' ? 3 : result.kind === 'unrecognized' ? 2 : 1;
}

/** Decodes a response by a catalog, or else by those that understand most of it. */
async function explain(id, input) {
    const ids = id === '' ? common.catalogs.map((catalog) => catalog.id) : [id];
    const found = await Promise.all(ids.map(async (one) => {
        const decoder = await decoderOf(one);
        return { data: decoder.data, result: decoder.decode(input) };
    }));
    const most = Math.max(...found.map(({ result }) => understanding(result)));
    const best = found.filter(({ result }) => understanding(result) === most);
    // If none understands anything, all say the same.
    return { isGuess: id === '', isNobodys: most === 0, answers: id === '' && most === 0 ? best.slice(0, 1) : best };
}

/** The typed headers: a name, a colon and a value per line. */
function typedHeaders(text) {
    const pairs = text.split('\n').map((line) => /^([^:]+):(.*)$/.exec(line));
    return pairs.filter((pair) => pair !== null).map(([, name, value]) => [name.trim(), value.trim()]);
}

/** The typed input; throws an error that says what is wrong with it. */
function typedInput(fields) {
    const status = fields.status.value.trim();
    fields.status.removeAttribute('aria-invalid');
    if (status !== '' && !/^[1-5][0-9][0-9]$/.test(status)) {
        fields.status.setAttribute('aria-invalid', 'true');
        fields.status.focus();
        throw new Error('The HTTP status is a number from 100 to 599.');
    }
    return {
        // UTF-8 has no half of a surrogate pair.
        body: fields.body.value.toWellFormed(),
        status: status === '' ? null : Number(status),
        operation: fields.operation.value.trim() === '' ? null : fields.operation.value.trim(),
        headers: typedHeaders(fields.headers.value),
    };
}

function verdict({ isGuess, isNobodys, answers }) {
    if (isNobodys) {
        return [element('p', { class: 'explain-verdict' }, 'This response is not in a form that a provider uses. Something in between may have sent it.')];
    }
    if (isGuess && answers.length > 1) {
        return [element('p', { class: 'explain-verdict' }, `${answers.length} providers use this form. Choose the one that you called.`)];
    }
    return [];
}

function titleOf(data, { isGuess, isNobodys }) {
    const { title } = common.catalogs.find(({ id }) => id === data.id);
    return isGuess && isNobodys ? 'By its HTTP status' : title;
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
                const results = found.answers.map(({ data, result }) => answerOf(data, titleOf(data, found), result));
                answer.replaceChildren(...verdict(found), ...results);
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
}

if (form !== null) {
    setUp();
}

// For the tests, which compare it with `errcat decode`, and for the console.
window.errcatExplain = { decode: async (id, input) => resultAsJson((await decoderOf(id)).decode(input)) };
