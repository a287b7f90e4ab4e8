// The form: what was typed goes to the interpreter, and its answer into the page.

const form = document.getElementById('explain-form');

/** The folder of this script, which the data of the catalogs is beside. */
const folder = new URL('.', document.currentScript.src);

/** The decoder of a catalog, loaded when it is first asked for. */
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

/** How much a catalog understands of a response. */
function understanding(result) {
    if (result.known) {
        return 4;
    }
    if (result.envelope === null) {
        return 0;
    }
    return result.kind === 'validation' ? 3 : result.kind === 'unrecognized' ? 2 : 1;
}

/** What a response means by a catalog, or else by those that understand most of it. */
async function explain(id, input) {
    const ids = id === '' ? common.catalogs.map((catalog) => catalog.id) : [id];
    const found = await Promise.all(ids.map(async (one) => {
        const decoder = await decoderOf(one);
        return { data: decoder.data, result: decoder.decode(input) };
    }));
    const most = Math.max(...found.map(({ result }) => understanding(result)));
    const best = found.filter(({ result }) => understanding(result) === most);
    // Where nobody understands anything, all say the same.
    return { isGuess: id === '', isNobodys: most === 0, answers: id === '' && most === 0 ? best.slice(0, 1) : best };
}

/** The headers as they were typed: a name, a colon and a value a line. */
function typedHeaders(text) {
    const pairs = text.split('\n').map((line) => /^([^:]+):(.*)$/.exec(line));
    return pairs.filter((pair) => pair !== null).map(([, name, value]) => [name.trim(), value.trim()]);
}

/** What was typed; throws what is wrong with it. */
function typedInput(fields) {
    const status = fields.status.value.trim();
    fields.status.removeAttribute('aria-invalid');
    if (status !== '' && !/^[1-5][0-9][0-9]$/.test(status)) {
        fields.status.setAttribute('aria-invalid', 'true');
        fields.status.focus();
        throw new Error('The HTTP status is a number from 100 to 599.');
    }
    return {
        // As UTF-8, in which half of a surrogate pair has no place.
        body: new TextDecoder().decode(new TextEncoder().encode(fields.body.value)),
        status: status === '' ? null : Number(status),
        operation: fields.operation.value.trim() === '' ? null : fields.operation.value.trim(),
        headers: typedHeaders(fields.headers.value),
    };
}

function verdict({ isGuess, isNobodys, answers }) {
    if (isNobodys) {
        return [element('p', { class: 'explain-verdict' }, 'This is no answer in a form that the provider uses: something in between may have sent it.')];
    }
    if (isGuess && answers.length > 1) {
        return [element('p', { class: 'explain-verdict' }, `${answers.length} providers answer in this form. Choose the one that was called.`)];
    }
    return [];
}

function titleOf(data, { isGuess, isNobodys }) {
    const { title } = common.catalogs.find(({ id }) => id === data.id);
    return isGuess && isNobodys ? 'By its HTTP status' : title;
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
            answer.replaceChildren();
            problem.textContent = error.message;
        }
    }

    function offerOperations() {
        const chosen = common.catalogs.filter(({ id }) => provider.value === '' || id === provider.value);
        const names = chosen.flatMap((catalog) => catalog.operations);
        operations.replaceChildren(...names.map((value) => element('option', { value })));
    }

    function offerExamples() {
        const offered = common.catalogs.filter(({ example }) => example !== null);
        const buttons = offered.flatMap(({ title, example }) => {
            const button = element('button', { type: 'button' }, title);
            button.addEventListener('click', () => {
                form.reset();
                body.value = example;
                answerForm();
            });
            return [' ', button];
        });
        examples.replaceChildren(...(buttons.length > 0 ? ['An example:', ...buttons] : []));
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
        // The keys of the site, such as those that turn pages, are not for what is typed.
        event.stopPropagation();
    });
    provider.addEventListener('change', offerOperations);
    offerOperations();
    offerExamples();
}

if (form !== null) {
    setUp();
}

// For the tests, which hold this against `errcat decode`, and for the console.
window.errcatExplain = { decode: async (id, input) => resultAsJson((await decoderOf(id)).decode(input)) };
