//! The sentences for customers.

use serde_json::json;

use crate::site::Site;

#[test]
fn a_page_begins_with_the_sentence_for_the_customer_and_copies_it() {
    for path in
        ["meanings/domain.already-registered.html", "catalogs/wapi/groups/32xx.html#wapi-3201"]
    {
        let page = Site::shipped().open(path);
        // The first text after the heading of the code.
        page.value(
            "window.tell = location.hash === ''
                ? document.querySelector('.tell')
                : document.getElementById('wapi-3201').nextElementSibling;
            window.sentences = Array.from(tell.querySelectorAll('[lang]'))",
        );
        let text = page.text("tell.innerText");
        assert!(text.starts_with("Tell the customer\n"), "{path}: {text}");
        let told = page
            .value("sentences.map(({ lang, textContent }) => [lang, textContent.slice(0, 10)])");
        assert_eq!(told, json!([["en", "This domai"], ["cs", "Tato domén"]]), "{path}");
        page.value(
            "document.addEventListener('copy', () => { window.copied = document.activeElement.value });
            sentences[1].nextElementSibling.focus()",
        );
        page.press("Enter");
        page.wait_until("window.copied === sentences[1].textContent");
        assert_eq!(page.text("sentences[1].nextElementSibling.innerText"), "Copied");
        page.is_clean();
    }
}
