// Makes a short address such as `#wapi-3201` lead to the page that has it, from any page.
'use strict';

(() => {
    let wanted = '';

    function lookUp() {
        let address = location.hash.slice(1);
        try {
            address = decodeURIComponent(address);
        } catch {
            return;
        }
        if (address === '' || address.startsWith('!') || document.getElementById(address)) {
            return;
        }
        // Addresses are in lower case, and people type codes as they read them.
        wanted = address.toLowerCase();
        const src = path_to_root + 'addresses/pages.js';
        document.head.append(Object.assign(document.createElement('script'), { src }));
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
