// Makes a short address such as `#wapi-3201` lead to the page that has it, from any page.
'use strict';

(() => {
    const meta = document.querySelector('meta[name="errcat-address-files"]');
    const count = meta ? Number(meta.content) : 0;
    let wanted = '';

    // FNV-1a, which also distributed the addresses among the files.
    function hash(text) {
        let value = 0x811c9dc5;
        for (const byte of new TextEncoder().encode(text)) {
            value = Math.imul(value ^ byte, 0x01000193) >>> 0;
        }
        return value;
    }

    function lookUp() {
        let address = location.hash.slice(1);
        try {
            address = decodeURIComponent(address);
        } catch {
            return;
        }
        const isOther = address === '' || address.startsWith('!') || document.getElementById(address);
        if (isOther || count === 0) {
            return;
        }
        // Addresses are in lower case, and people type codes as they read them.
        wanted = address.toLowerCase();
        const script = document.createElement('script');
        script.src = path_to_root + 'addresses/' + (hash(wanted) % count) + '.js';
        document.head.append(script);
    }

    window.errcatAddresses = pages => {
        for (const [page, addresses] of Object.entries(pages)) {
            if (addresses.split(' ').includes(wanted)) {
                location.replace(path_to_root + page + '#' + wanted);
                return;
            }
        }
    };

    window.addEventListener('hashchange', lookUp);
    lookUp();
})();
