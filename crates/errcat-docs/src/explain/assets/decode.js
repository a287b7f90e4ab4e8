// Decodes a response as `errcat decode` does: the code, the case, the parameters and the facts.

/** The largest code that is a number. */
const MAX_NUMBER = 0xffffffff;

/** Advice to send a request again, the least cautious first. */
const CAUTION = ['later', 'after-fix', 'never', 'query'];

class Decoder {
    /** @param data the content of `explain/CATALOG.js` */
    constructor(data) {
        this.data = data;
        this.codes = new Map(data.codes.map((code) => [code.code, code]));
        // Whether errors with a code always have the same HTTP status, which then says nothing.
        this.hasFixedStatus = data.envelopes.some(({ kind, http, outcome }) => {
            return kind === 'application' && http !== null && (outcome ?? 'failure') === 'failure';
        });
        this.plan = planOf(data.envelopes, ['true', 'false'].some((code) => this.codes.has(code)));
    }

    /** Decodes a response; the members are those of `errcat decode --format json`. */
    decode(input) {
        return this.result(readResponse(this.plan, input), input);
    }

    /** Decodes a text that is only a code of the catalog; null if it is anything else. */
    decodeCode(input) {
        const raw = readResponse({ ...this.plan, envelopes: [] }, input);
        const [code] = raw.messages;
        return this.codes.has(code) ? this.result({ ...raw, kind: 'application', code, messages: [] }, input) : null;
    }

    result(raw, input) {
        // The sender of the request knows best which operation it called.
        for (const one of [raw, ...raw.errors]) {
            one.operation = input.operation ?? one.operation;
        }
        const resolved = this.resolve(raw);
        const { message, params, ...error } = errorOf(raw, resolved);
        const { kind, answers } = this.answers(raw, resolved);
        const { outcome: _, http, meaning, ...facts } = answers;
        facts.retry = delayed(facts.retry, raw.retryAfter);
        const reply = {
            client: replyTo(['nobody', 'caller'], { ...answers, retry: facts.retry }),
            'account-owner': replyTo(['nobody', 'caller', 'account-owner'], { ...answers, retry: facts.retry }),
        };
        // There are facts for a body in a form of the provider, or the HTTP status of an error.
        const isFounded = raw.kind !== null || raw.status >= 400;
        const ifFounded = (value) => (isFounded ? value : null);
        return {
            catalog: this.data.id,
            ...error,
            known: raw.kind === 'application' && this.codes.has(raw.code),
            recognized: raw.kind !== null,
            kind,
            message,
            params,
            violations: raw.violations,
            http_status: ifFounded(http),
            ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, ifFounded(value)])),
            reply: ifFounded(reply),
            meaning: ifFounded(meaning),
            tell: ifFounded(resolved.one?.tell ?? common.meanings[reply['account-owner'].meaning]?.tell ?? null),
            status: raw.status,
            envelope: raw.envelope,
            errors: this.errors(raw, resolved),
            request_id: raw.requestId,
            operation: raw.operation,
            data: raw.data,
            others: raw.others,
        };
    }

    /** All errors, in order; most failures have one. */
    errors(raw, resolved) {
        const several = raw.errors.map((one) => [one, this.resolve(one)]);
        const failures = several.filter(([, { outcome }]) => outcome === 'failure');
        const all = failures.length === 0 && resolved.outcome === 'failure' ? [[raw, resolved]] : failures;
        return all.map(([one, resolved]) => errorOf(one, resolved));
    }

    resolve(raw) {
        const kind = raw.kind ?? 'system';
        const failure = { outcome: 'failure', kind, code: null, one: null, values: [] };
        // A body without an envelope may be that of a proxy.
        const wire = kind === 'application' ? raw.code : raw.kind === 'system' ? this.codeOfStatus(raw) : null;
        const code = this.codes.get(wire) ?? null;
        const outcome = code?.answers.outcome ?? raw.outcome ?? 'failure';
        // With an error status, no body is a success, nor is one in a form that is always a failure, or
        // with the code of a failure next to that of the success.
        const contradicts = raw.status >= 400 || raw.outcome === 'failure' || raw.errors.some((one) => this.hasCodeOfFailure(one));
        if (outcome !== 'failure' && contradicts) {
            return { ...failure, kind: 'system' };
        }
        if (code === null) {
            return { ...failure, outcome };
        }
        const found = caseOf(code, raw.operation, raw.messages);
        return { outcome: code.answers.outcome, kind: 'application', code, ...found };
    }

    /** Whether one of several errors has a code that is not one of a success. */
    hasCodeOfFailure({ code, outcome }) {
        const known = this.codes.get(code);
        return code !== null && (known === undefined ? outcome === null : known.answers.outcome === 'failure');
    }

    /** The code for the status of a client error. */
    codeOfStatus(raw) {
        const isClientError = raw.status >= 400 && raw.status < 500;
        const meaning = isClientError ? this.data.statuses.find(([status]) => status === raw.status) : undefined;
        return meaning?.[1] ?? null;
    }

    /** The kind and the facts. */
    answers(raw, { outcome, kind, code, one }) {
        if (outcome !== 'failure') {
            return { kind: outcome, answers: code?.answers ?? this.data.outcomes[outcome] };
        }
        if (kind === 'application' && one !== null) {
            return { kind, answers: one.answers };
        }
        const shown = kind === 'application' ? 'unrecognized' : kind;
        const whole = kind === 'validation' ? null : code?.code ?? raw.code;
        const wire = whole === null ? null : bounded(whole, MAX_TEXT);
        const known = this.codes.get(wire);
        const answers = known?.answers.outcome === 'failure' ? known.answers : this.ofBody(kind, wire, raw.status);
        return { kind: shown, answers };
    }

    /** The facts of an error without a known code. */
    ofBody(kind, wire, status) {
        const range = kind === 'application' && wire !== null ? this.rangeOf(wholeNumber(wire, MAX_NUMBER)) : null;
        const isError = status !== null && status >= 400;
        // A range of successes says nothing about a failure.
        if (range !== null && range.answers.outcome === 'failure') {
            return isError && !this.hasFixedStatus ? overridden(range.answers, status) : range.answers;
        }
        if (kind === 'validation') {
            const http = status >= 400 && status < 500 ? status : common.validation.http;
            return { ...common.validation, http, meaning: common.roles?.validation ?? null };
        }
        return { ...factsOfStatus(isError ? status : 502), meaning: common.roles?.unknown ?? null };
    }

    /** The narrowest range that contains a number; for null, which is any other text, that of all numbers. */
    rangeOf(number) {
        const [low, high] = number === null ? [0, MAX_NUMBER] : [number, number];
        const holding = this.data.ranges.filter(({ first, last }) => first <= low && high <= last);
        const width = ({ first, last }) => last - first;
        return holding.reduce((best, one) => (best === null || width(one) < width(best) ? one : best), null);
    }
}

/** One error as it is shown. */
function errorOf(raw, { code, one, values }) {
    return {
        code: code?.code ?? raw.code,
        name: one?.name ?? code?.name ?? null,
        case: one?.id ?? null,
        message: raw.messages[0] ?? '',
        params: one === null ? new Map() : paramsOf(one, [...raw.params, ...values]),
    };
}

/** The case of a code, and the values in its message. */
function caseOf(code, operation, messages) {
    const possible = possibleCases(code, operation);
    const fits = possible.map((one) => ({ one, values: valuesOf(one, messages) }));
    const fitting = fits.filter(({ values }) => values !== null);
    if (fitting.length > 0) {
        return fitting.length === 1 ? fitting[0] : { one: null, values: [] };
    }
    // The message may differ from the documented one.
    return { one: possible.length === 1 ? possible[0] : null, values: [] };
}

/**
 * The cases that an operation can answer with: those that name it, or else those that name none,
 * or else all.
 */
function possibleCases(code, operation) {
    if (operation === null) {
        return code.cases;
    }
    const named = code.cases.filter((one) => one.operations.includes(operation));
    const open = code.cases.filter((one) => one.operations.length === 0);
    return [named, open, code.cases].find((cases) => cases.length > 0);
}

/** The values of the parameters of a case, if one of its messages was sent. */
function valuesOf(one, messages) {
    const fits = messages.flatMap((text) => one.messages.map((template) => fitTemplate(template, text)));
    return firstOf(fits);
}

/**
 * The value of a parameter, by its name in the template; null if it is too long to keep, or only
 * the placeholder `<name>` of the documentation.
 */
function valueOf(values, name) {
    const value = values.find(([other]) => other === name)?.[1];
    const isKept = value !== undefined && bounded(value, MAX_TEXT) === value && value !== `<${name}>`;
    return isKept ? value : null;
}

/** The values of the parameters, by any of their names. */
function paramsOf(one, values) {
    const params = one.params.map(({ name, aliases, type }) => {
        const text = firstOf([name, ...aliases].map((other) => valueOf(values, other)));
        return [name, text !== null && type === 'integer' ? signedNumber(text) : text];
    });
    return new Map(params.filter(([, value]) => value !== null));
}

/** The facts of an HTTP status that is an error. */
function factsOfStatus(http) {
    const [, , facts] = common.statuses.find(([first, last]) => first <= http && http <= last);
    return { ...facts, http };
}

/** The answers of a range with the facts of the received status, unless its advice is more cautious. */
function overridden({ retry, meaning }, status) {
    const received = factsOfStatus(status);
    const [one, other] = [retry, received.retry].map((advice) => CAUTION.indexOf(advice.split(' ')[0]));
    const both = delayed(retry, secondsOf(received.retry));
    return { ...received, retry: one < other ? received.retry : both, meaning };
}

/** The reply to an audience of these actors: what none of them can help is a failure of the service. */
function replyTo(actors, { outcome, actor, http, grpc, retry, meaning }) {
    if (outcome !== 'failure' || actors.includes(actor)) {
        return { http, grpc, retry, meaning };
    }
    const role = retry.startsWith('later') ? 'passing' : 'broken';
    const facts = common.relayed[role];
    const advice = role === 'passing' || retry === 'query' ? retry : facts.retry;
    return { http: facts.http, grpc: facts.grpc, retry: advice, meaning: common.roles?.[role] };
}

/** Advice to send a request again, after the provider's own delay at the earliest. */
function delayed(retry, after) {
    if (after === null || !retry.startsWith('later')) {
        return retry;
    }
    return `later ${Math.max(after, secondsOf(retry) ?? 0)}s`;
}

/** The delay in the advice; null if it has none. */
function secondsOf(retry) {
    return wholeNumber(retry.replace(/^later |s$/g, ''), MAX_NUMBER);
}

/** Writes a result as JSON, as `errcat decode --format json` does. */
function resultAsJson(result) {
    const plain = (_, value) => {
        return typeof value === 'bigint' ? JSON.rawJSON(value) : value instanceof Map ? Object.fromEntries(value) : value;
    };
    return JSON.stringify(result, plain, 2);
}
