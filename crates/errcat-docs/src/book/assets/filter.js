// Filters above tables. Without this script the tables are whole and in parts.
'use strict';

(() => {
    // Nobody reads more rows, and laying them out takes time.
    const MAX_SHOWN = 100;

    // Receives the rows of all parts of a table from the file that has them.
    let takeRows = null;
    window.errcatRows = rows => takeRows && takeRows(rows);

    class Filter {
        constructor(box, number) {
            this.box = box;
            this.table = box.querySelector('table');
            this.body = this.table.tBodies[0];
            this.heads = Array.from(this.table.tHead.rows[0].cells, cell => cell.textContent.trim());
            this.rows = Array.from(this.body.rows, row => this.rowOf(row));
            this.own = this.rows;
            this.selects = [];
            this.isPending = Boolean(box.dataset.rows);
            this.build(number);
            this.restore();
        }

        // Prepares the text of a row for searching.
        rowOf(element) {
            const cells = Array.from(element.cells, cell => cell.textContent.trim());
            return { element, cells, text: cells.join('\n').toLowerCase() };
        }

        build(number) {
            const id = `filter-${number}`;
            const form = made('form', { className: 'filter', role: 'search', ariaLabel: 'Filter the table' });
            form.addEventListener('submit', event => event.preventDefault());
            this.input = made('input', { type: 'search', id, autocomplete: 'off', placeholder: 'code, name, words' });
            form.append(made('label', {}, 'Filter ', this.input));
            for (const head of (this.box.dataset.select || '').split(',').filter(Boolean)) {
                const select = made('select', { id: `${id}-${this.selects.length}` });
                const column = this.heads.indexOf(head);
                this.selects.push({ select, column, key: head.toLowerCase().replace(/\W+/g, '-') });
                form.append(made('label', {}, `${head} `, select));
            }
            this.fillSelects();
            this.output = made('output', { ariaLive: 'polite', htmlFor: id });
            form.append(this.output);
            this.box.prepend(form);
            form.addEventListener('input', () => this.changed());
            form.addEventListener('focusin', () => this.load());
            this.count(this.rows.length);
        }

        // Offers the values of a column in its select.
        fillSelects() {
            for (const { select, column } of this.selects) {
                const chosen = select.value;
                const values = new Set(this.rows.map(row => row.cells[column]).filter(Boolean));
                const sorted = Array.from(values).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
                select.replaceChildren(new Option('any', ''), ...sorted.map(value => new Option(value, value)));
                select.value = values.has(chosen) ? chosen : '';
            }
        }

        // Loads the rows of the other parts when someone begins to filter.
        load() {
            if (!this.isPending) {
                return;
            }
            this.isPending = false;
            takeRows = rows => {
                this.rows = merged(this.own, rows, Number(this.box.dataset.part));
                this.fillSelects();
                this.wanted && this.restore();
                this.apply();
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
            const chosen = this.selects.filter(({ select }) => select.value !== '');
            const isHit = row => words.every(word => row.text.includes(word))
                && chosen.every(({ select, column }) => row.cells[column] === select.value);
            if (words.length === 0 && chosen.length === 0) {
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
            this.body.replaceChildren(...rows.map(row => row.element ??= row.make()));
        }

        count(count, shown) {
            const all = this.rows.length;
            const first = shown !== undefined && shown < count ? `, the first ${shown} shown` : '';
            this.output.value = count === all ? `${all} rows` : `${count} of ${all} rows${first}`;
        }

        // Puts the filter into the address, so that it can be kept and shared.
        remember() {
            const values = new URLSearchParams();
            if (this.input.value) {
                values.set('q', this.input.value);
            }
            this.selects.forEach(({ select, key }) => select.value && values.set(key, select.value));
            const text = values.toString();
            const address = location.href.split('#')[0] + (text ? '#!' + text : '');
            try {
                history.replaceState(null, '', address);
            } catch {
                // Some browsers do not change the addresses of files.
            }
        }

        restore() {
            if (!location.hash.startsWith('#!')) {
                return;
            }
            const values = new URLSearchParams(location.hash.slice(2));
            this.input.value = values.get('q') || '';
            this.selects.forEach(({ select, key }) => { select.value = values.get(key) || ''; });
            this.wanted = this.isPending;
            this.load();
            this.apply();
        }
    }

    // Makes an element with properties and children; strings become text.
    function made(name, properties, ...content) {
        const element = Object.assign(document.createElement(name), properties);
        element.append(...content);
        return element;
    }

    // Puts the own rows in their place among those of the other parts.
    function merged(own, data, part) {
        let next = 0;
        return data.map(([number, cells]) => number === part ? own[next++] : rowOfData(cells));
    }

    function rowOfData([place, code, name, message, title, meaning, meaningPlace, http, grpc, retry]) {
        const cells = [code, name + ' ' + message, title + ' ' + meaning, http, grpc, retry];
        const link = (href, text) => made('a', { href }, text);
        const make = () => {
            const contents = [
                [link(place, code)],
                [name + ' ', made('code', {}, message)],
                [title + ' ', link(meaningPlace, meaning)],
                [http],
                [made('code', {}, grpc)],
                [retry],
            ];
            return made('tr', {}, ...contents.map(content => made('td', {}, ...content)));
        };
        return { cells, make, text: cells.join('\n').toLowerCase() };
    }

    const boxes = document.querySelectorAll('.filtered');
    const filters = Array.from(boxes, (box, number) => new Filter(box, number));
    window.addEventListener('hashchange', () => filters.forEach(filter => filter.restore()));
})();
