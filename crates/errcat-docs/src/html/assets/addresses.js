// Leads from a short address to the page that has it. `codes.js` has a line for each code: its
// catalog, page, code, name and addresses, of which the first is that of the code.
'use strict';

window.errcatAddresses = (codes) => {
    const { root, made } = errcat;
    // Addresses are in lower case, and people type codes as they read them.
    const wanted = errcat.wanted.toLowerCase();
    const plain = wanted.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
    const own = (addresses) => addresses.split(' ')[0];

    function go(page, address) {
        // The heading of a code is at the top of its page.
        location.replace(root + page + (address === null ? '' : `#${address}`));
    }

    function say(...content) {
        document.querySelector('.notice')?.remove();
        const notice = made('div', { className: 'notice', role: 'status' }, ...content);
        document.getElementById('main').prepend(notice);
        notice.scrollIntoView({ block: 'nearest' });
    }

    for (const address of new Set([wanted, plain])) {
        for (const [, page, , , addresses] of codes) {
            if (addresses.split(' ').includes(address)) {
                go(page, address === own(addresses) ? null : address);
                return;
            }
        }
    }
    const hits = codes.filter(([catalog, , code, , addresses]) => {
        return own(addresses) === `${catalog}-${plain}` || code.toLowerCase() === wanted;
    });
    if (hits.length === 1) {
        go(hits[0][1], null);
    } else if (hits.length > 1) {
        const links = hits.map(([catalog, page, code, name]) => {
            return made('li', {}, made('a', { href: root + page }, `${catalog}:${code} ${name}`));
        });
        say(made('p', {}, `${hits.length} providers have the code ${errcat.wanted}:`), made('ul', {}, ...links));
    } else {
        say(made('p', {}, 'There is no code ', made('b', {}, errcat.wanted), '. Search for it, or explain the response that has it.'));
    }
};
