// The search: shows what MiniSearch finds in the index below the field, from the first letter on.
'use strict';

(() => {
    const { made, root, search: { fields, stopWords, keywords, common, index, documents } } = errcat;

    const MAX_RESULTS = 20;

    /** How much more a word counts in a field. */
    const BOOST = { code: 10, message: 6, name: 5, keywords: 4, tell: 1.5, guidance: 1, status: 2 };

    /** Splits a text into words, as the index does. */
    const words = (text) => text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').split(/[^\p{L}\p{N}]+/u)
        .map((word) => word.toLowerCase()).filter((word) => word !== '' && !stopWords.includes(word));

    const found = MiniSearch.loadJS(index, {
        fields,
        tokenize: words,
        processTerm: (word) => word,
        searchOptions: {
            boost: BOOST,
            prefix: true,
            weights: { prefix: 0.5, fuzzy: 0.25 },
            boostDocument: (number) => (documents[number][4] === 1 ? 1 : 0.6),
        },
    });

    // Numbers have no typing errors that anyone could guess.
    const fuzzy = (word) => (word.length > 3 && !/\p{N}/u.test(word) ? 0.2 : false);

    /** What MiniSearch finds by all words; or else with typing errors; or else by any of them. */
    function matches(query) {
        const all = words(query);
        const rare = all.filter((word) => !common.includes(word));
        const text = (rare.length > 0 ? rare : all).join(' ');
        for (const options of [{ combineWith: 'AND' }, { combineWith: 'AND', fuzzy }, { combineWith: 'OR', fuzzy }]) {
            const hits = found.search(text, options);
            if (hits.length > 0) {
                return hits.map(({ id }) => documents[id]);
            }
        }
        return [];
    }

    /** The documents whose code or name begins with a letter. */
    const startingWith = (letter) => documents.filter(({ 5: exact }) => exact.some((text) => text.startsWith(letter)));

    /**
     * The documents for a query, best first: those that it names exactly; those with a meaning for
     * which people type just these words; the others.
     */
    function find(query) {
        const wanted = query.trim().toLowerCase();
        const named = documents.filter(({ 5: exact }) => exact.includes(wanted));
        const hits = wanted.length > 1 ? matches(query) : startingWith(wanted);
        const isMeant = ({ 6: meaning }) => wanted.includes(' ') && keywords[meaning]?.includes(wanted);
        const ranked = [...named, ...hits.filter(isMeant), ...hits];
        return Array.from(new Set(ranked)).slice(0, MAX_RESULTS);
    }

    const field = document.getElementById('search');
    const list = made('ul', { className: 'results', hidden: true });
    const count = made('output', { className: 'offscreen', ariaLive: 'polite' });
    field.form.append(list, count);

    function show() {
        const query = field.value.trim();
        list.hidden = query === '';
        if (query === '') {
            return;
        }
        const hits = find(query);
        const items = hits.map(([url, label, title, text]) => {
            const note = made('span', { className: 'note' }, text);
            return made('li', {}, made('a', { href: root + url }, made('b', {}, label), ' ', title, note));
        });
        const nothing = made('li', { className: 'nothing' }, 'Nothing found. Try fewer words, or paste the response.');
        list.replaceChildren(...(items.length > 0 ? items : [nothing]));
        count.value = `${hits.length} results`;
    }

    /** Moves the focus to the result before or after. */
    function move(by) {
        const stops = [field, ...list.querySelectorAll('a')];
        stops[Math.max(0, Math.min(stops.indexOf(document.activeElement) + by, stops.length - 1))].focus();
    }

    field.form.addEventListener('keydown', (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step !== undefined) {
            event.preventDefault();
            move(step);
        } else if (event.key === 'Escape') {
            field.focus();
            list.hidden = true;
        }
    });
    field.form.addEventListener('submit', () => list.querySelector('a')?.click());
    field.addEventListener('input', show);
    field.addEventListener('focus', show);
    document.addEventListener('click', ({ target }) => {
        if (!field.form.contains(target)) {
            list.hidden = true;
        }
    });
    field.form.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget !== null && !field.form.contains(relatedTarget)) {
            list.hidden = true;
        }
    });
    show();

    // For the tests.
    errcat.find = find;
})();
