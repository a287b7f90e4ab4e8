// Makes mdBook's pages accessible to screen readers and keyboards.
'use strict';

(() => {
    const content = document.getElementById('mdbook-content');
    const main = content && content.querySelector('main');
    if (!main) {
        return;
    }
    main.id = main.id || 'main';
    main.tabIndex = -1;
    const skip = document.createElement('a');
    Object.assign(skip, { className: 'skip-link', href: '#' + main.id, textContent: 'Skip to the text' });
    skip.addEventListener('click', event => {
        // Keeps the address of a code in the address bar.
        event.preventDefault();
        main.focus();
    });
    document.body.prepend(skip);
    if (location.hash === '') {
        // mdBook's search takes and drops the focus, and the first Tab would start there.
        document.body.tabIndex = -1;
        document.body.focus({ preventScroll: true });
        document.body.removeAttribute('tabindex');
    }

    const bar = document.getElementById('mdbook-menu-bar');
    bar.setAttribute('role', 'banner');
    // Every page has its own heading.
    bar.querySelector('.menu-title').setAttribute('role', 'presentation');

    // It is a label, which the keyboard does not reach.
    const toggle = document.getElementById('mdbook-sidebar-toggle');
    toggle.setAttribute('role', 'button');
    toggle.tabIndex = 0;
    toggle.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            toggle.click();
        }
    });

    const search = document.getElementById('mdbook-searchbar');
    if (search) {
        search.setAttribute('aria-label', 'Search the codes');
        search.placeholder = 'Code, name, or words of a message';
        search.removeAttribute('aria-describedby');
    }

    // The keyboard must reach everything that scrolls.
    function reachable() {
        for (const box of document.querySelectorAll('pre > code, .table-wrapper')) {
            const isScrolled = box.scrollWidth > box.clientWidth;
            isScrolled ? box.setAttribute('tabindex', '0') : box.removeAttribute('tabindex');
        }
    }
    reachable();
    window.addEventListener('resize', reachable);
    document.addEventListener('toggle', reachable, true);
})();
