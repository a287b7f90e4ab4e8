// What every page does: the theme, copying, short addresses, the search, and pasting a response.
'use strict';

const errcat = {
    /** The address of the site, relative to the page. */
    root: document.documentElement.dataset.root,

    /** Makes an element with properties and children; strings become text. */
    made(name, properties, ...children) {
        const element = Object.assign(document.createElement(name), properties);
        element.append(...children);
        return element;
    },

    /** Loads scripts of the site, one after the other. */
    async load(...names) {
        for (const name of names) {
            await new Promise((resolve, reject) => {
                const src = `${errcat.root}assets/${name}`;
                document.head.append(errcat.made('script', { src, onload: resolve, onerror: reject }));
            });
        }
    },
};

(() => {
    const html = document.documentElement;
    const THEMES = ['auto', 'light', 'dark'];

    function setUpTheme() {
        const button = document.querySelector('.theme');
        const show = () => {
            const theme = html.dataset.theme ?? 'auto';
            button.textContent = { auto: '◐', light: '☀', dark: '☾' }[theme];
            button.ariaLabel = `Theme: ${theme}`;
            button.title = button.ariaLabel;
        };
        button.addEventListener('click', () => {
            html.dataset.theme = THEMES[(THEMES.indexOf(html.dataset.theme ?? 'auto') + 1) % THEMES.length];
            try {
                localStorage.setItem('errcat-theme', html.dataset.theme);
            } catch {
                // It lasts as long as the page.
            }
            show();
        });
        show();
        button.hidden = false;
    }

    function copied(text) {
        if (navigator.clipboard !== undefined) {
            return navigator.clipboard.writeText(text).catch(() => copiedByHand(text));
        }
        return copiedByHand(text);
    }

    /** Copies without permission to use the clipboard, as on a page that is a file. */
    async function copiedByHand(text) {
        const field = errcat.made('textarea', { value: text, className: 'offscreen' });
        const focused = document.activeElement;
        document.body.append(field);
        field.select();
        document.execCommand('copy');
        field.remove();
        focused?.focus();
    }

    /** What a button copies: a short address, or the text before it. */
    function textOf({ dataset, previousElementSibling }) {
        const { link } = dataset;
        return link ? new URL(`${errcat.root}index.html#${link}`, location.href).href : previousElementSibling.textContent;
    }

    function setUpCopying() {
        for (const sentence of document.querySelectorAll('.tell [lang]')) {
            sentence.after(errcat.made('button', { type: 'button', className: 'copy', textContent: 'Copy' }));
        }
        for (const button of document.querySelectorAll('.copy')) {
            button.hidden = false;
        }
        // The page that explains a response adds more of them.
        document.addEventListener('click', async ({ target }) => {
            const button = target.closest?.('.copy');
            if (button) {
                const label = button.textContent;
                await copied(textOf(button));
                button.textContent = 'Copied';
                setTimeout(() => { button.textContent = label; }, 2000);
            }
        });
    }

    function setUpSearch() {
        const field = document.getElementById('search');
        field?.form.addEventListener('submit', (event) => event.preventDefault());
        let isLoading = false;
        const load = () => {
            if (!isLoading) {
                isLoading = true;
                errcat.load('minisearch.js', 'search-index.js', 'search.js').catch(() => { isLoading = false; });
            }
        };
        field?.addEventListener('focus', load);
        field?.addEventListener('input', load);
        document.addEventListener('keydown', (event) => {
            const isTyping = /^(?:input|textarea|select)$/i.test(event.target.tagName);
            if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
                event.preventDefault();
                field?.focus();
                field?.select();
            }
        });
    }

    /** Takes a pasted response along to the page that explains it, without storing it. */
    function setUpPaste() {
        const form = document.querySelector('.paste');
        form?.addEventListener('submit', (event) => {
            event.preventDefault();
            window.name = `errcat:${document.getElementById('paste').value}`;
            location.href = form.action;
        });
    }

    /** Looks up an address such as `#wapi-3201`, `#wapi:3201` or `#3201` that is not on this page. */
    function setUpAddresses() {
        const lookUp = () => {
            let address = location.hash.slice(1);
            try {
                address = decodeURIComponent(address);
            } catch {
                // It is looked up as it is.
            }
            if (address !== '' && !address.startsWith('!') && !document.getElementById(address)) {
                errcat.wanted = address;
                errcat.load('addresses.js', 'codes.js');
            }
        };
        window.addEventListener('hashchange', lookUp);
        lookUp();
    }

    setUpTheme();
    setUpCopying();
    setUpSearch();
    setUpPaste();
    setUpAddresses();
})();
