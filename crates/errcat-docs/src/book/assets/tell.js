// Copies the sentences for customers.
'use strict';

(() => {
    for (const sentence of document.querySelectorAll('.tell [lang]')) {
        const button = document.createElement('button');
        Object.assign(button, { type: 'button', textContent: 'Copy' });
        sentence.after(button);
    }
    // The page that explains a response adds more of them.
    const copy = new ClipboardJS('.tell button', { text: button => button.previousElementSibling.textContent });
    copy.on('success', ({ trigger }) => {
        trigger.textContent = 'Copied';
        setTimeout(() => {
            trigger.textContent = 'Copy';
        }, 2000);
    });
})();
