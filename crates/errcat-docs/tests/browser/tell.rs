//! The sentences for customers, and what else is copied.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Presses a button, and returns what it copies.
fn copied_by(page: &Page, button: &str) -> String {
    page.value(
        "window.copied = undefined;
        navigator.clipboard.writeText = async (text) => { window.copied = text; };",
    );
    page.value(&format!("{button}.focus()"));
    page.press("Enter");
    page.wait_until("window.copied !== undefined");
    page.wait_until(&format!("{button}.innerText === 'Copied'"));
    page.text("window.copied")
}

#[test]
fn a_page_begins_with_the_sentence_for_the_customer_and_copies_it() {
    for path in ["meanings/domain.already-registered.html", "wapi/3201.html"] {
        let page = Site::shipped().open(path);
        let text = page.text("document.querySelector('.case').innerText");
        assert!(text.starts_with("Tell the customer\n"), "{path}: {text}");
        page.value("window.sentences = Array.from(document.querySelectorAll('.tell [lang]'))");
        let told = page
            .value("sentences.map(({ lang, textContent }) => [lang, textContent.slice(0, 10)])");
        assert_eq!(told, json!([["en", "This domai"], ["cs", "Tato domén"]]), "{path}");
        let copied = copied_by(&page, "sentences[1].nextElementSibling");
        assert!(copied.starts_with("Tato domén"), "{copied}");
        page.is_clean();
    }
}

#[test]
fn the_short_address_of_a_code_is_copied() {
    let page = Site::shipped().open("wapi/3204.html");
    let copied = copied_by(&page, "document.querySelector('[data-link]')");
    assert!(copied.ends_with("/index.html#wapi-3204"), "{copied}");
    page.is_clean();
}
