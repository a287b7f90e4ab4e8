// Filters above tables. Without this script the tables are whole and in parts.
'use strict';

(() => {
    const { made } = errcat;

    // Nobody reads more rows, and laying them out takes time.
    const MAX_SHOWN = 100;

    const LABELS = {
        http: 'Answer your client with', grpc: 'gRPC', retry: 'Retry', actor: 'Who acts', outcome: 'Outcome',
        relation: 'Relation', api: 'API',
    };

    // Receives the rows of all parts of a table from the file that has them.
    let takeRows = null;
    window.errcatRows = (rows) => takeRows?.(rows);

    class Filter {
        constructor(box, number) {
            this.box = box;
            this.body = box.querySelector('table').tBodies[0];
            this.rows = Array.from(this.body.rows, (element) => row(element.dataset.is, element.textContent, element));
            this.own = this.rows;
            this.isPending = box.dataset.rows !== undefined;
            this.build(`filter-${number}`);
            this.restore();
        }

        build(id) {
            const form = made('form', { className: 'filter', role: 'search', ariaLabel: 'Filter the table' });
            form.addEventListener('submit', (event) => event.preventDefault());
            this.input = made('input', { type: 'search', id, autocomplete: 'off', placeholder: 'code, name, words' });
            form.append(made('label', {}, 'Filter', this.input));
            this.selects = this.box.dataset.filters.split(' ').map((key) => {
                const select = made('select', { id: `${id}-${key}` });
                form.append(made('label', {}, LABELS[key], select));
                return select;
            });
            this.keys = this.box.dataset.filters.split(' ');
            this.fillSelects();
            this.output = made('output', { ariaLive: 'polite' });
            const clear = made('button', { type: 'button' }, 'Clear the filter');
            clear.addEventListener('click', () => {
                form.reset();
                this.changed();
                this.input.focus();
            });
            this.nothing = made('p', { className: 'nothing', hidden: true }, 'Nothing matches this filter. ', clear);
            this.box.prepend(form, this.output);
            this.box.append(this.nothing);
            form.addEventListener('input', () => this.changed());
            form.addEventListener('focusin', () => this.load());
            this.count(this.rows.length);
        }

        /** Offers the values that occur. */
        fillSelects() {
            this.selects.forEach((select, index) => {
                const chosen = select.value;
                const values = new Set(this.rows.map(({ words }) => words[index]).filter(Boolean));
                const sorted = Array.from(values).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
                select.replaceChildren(new Option('any', ''), ...sorted.map((value) => new Option(value)));
                select.value = values.has(chosen) ? chosen : '';
                select.parentElement.hidden = values.size < 2;
            });
        }

        /** Loads the rows of the other parts when someone begins to filter. */
        load() {
            if (!this.isPending) {
                return;
            }
            this.isPending = false;
            takeRows = (rows) => {
                this.rows = merged(this.own, rows, Number(this.box.dataset.part));
                this.fillSelects();
                this.isWanted ? this.restore() : this.apply();
            };
            document.head.append(made('script', { src: this.box.dataset.rows }));
        }

        changed() {
            this.load();
            this.apply();
            this.remember();
        }

        apply() {
            const words = this.input.value.toLowerCase().split(/\s+/).filter(Boolean);
            const chosen = this.selects.map(({ value }) => value);
            const isHit = (row) => words.every((word) => row.text.includes(word))
                && chosen.every((value, index) => value === '' || row.words[index] === value);
            if (words.length === 0 && chosen.every((value) => value === '')) {
                this.show(this.own);
                this.count(this.rows.length);
                return;
            }
            const hits = this.rows.filter(isHit);
            const most = this.rows.length > this.own.length ? MAX_SHOWN : hits.length;
            this.show(hits.slice(0, most));
            this.count(hits.length, Math.min(hits.length, most));
        }

        show(rows) {
            this.body.replaceChildren(...rows.map((row) => row.element ??= row.make()));
        }

        count(count, shown) {
            const all = this.rows.length;
            const first = shown !== undefined && shown < count ? `, the first ${shown} shown` : '';
            this.output.value = `${count === all ? '' : `${count} of `}${all} ${this.box.dataset.of}${first}`;
            this.nothing.hidden = count > 0;
        }

        /** Puts the filter into the address, so that it can be kept and shared. */
        remember() {
            const values = new URLSearchParams();
            if (this.input.value) {
                values.set('q', this.input.value);
            }
            this.selects.forEach(({ value }, index) => value && values.set(this.keys[index], value));
            const text = values.toString();
            try {
                history.replaceState(null, '', location.href.split('#')[0] + (text ? '#!' + text : ''));
            } catch {
                // Some browsers do not change the addresses of files.
            }
        }

        restore() {
            if (!location.hash.startsWith('#!')) {
                return;
            }
            const values = new URLSearchParams(location.hash.slice(2));
            this.input.value = values.get('q') ?? '';
            // Addresses had the delay after `later`.
            this.selects.forEach((select, index) => { select.value = (values.get(this.keys[index]) ?? '').split(' ')[0]; });
            this.isWanted = this.isPending;
            this.load();
            this.apply();
        }
    }

    /** A row: the words of the filters, and the text to search. */
    function row(is, text, element, make) {
        return { words: is.split(' '), text: `${text}\n${is}`.toLowerCase(), element, make };
    }

    /** Puts the own rows in their place among those of the other parts. */
    function merged(own, data, part) {
        let next = 0;
        return data.map(([number, texts]) => (number === part ? own[next++] : rowOfData(texts)));
    }

    function rowOfData([href, is, stage, code, name, message, ...answers]) {
        const make = () => {
            const badge = stage === '' ? [] : [made('span', { className: 'badge warning' }, stage)];
            const cells = [[made('a', { href }, code), ...badge], [name], [message], ...answers.map((text) => [text])];
            return made('tr', {}, ...cells.map((cell) => made('td', {}, ...cell)));
        };
        return row(is, [stage, code, name, message, ...answers].join('\n'), undefined, make);
    }

    // In a few rows there is nothing to find.
    const boxes = Array.from(document.querySelectorAll('.filtered')).filter((box) => box.querySelector('tbody tr:nth-child(6)') !== null);
    const filters = boxes.map((box, number) => new Filter(box, number));
    window.addEventListener('hashchange', () => filters.forEach((filter) => filter.restore()));
})();
