//! Finding a code: search, filter, address.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Queries, and the reference or title of the right first hit.
const QUERIES: [(&str, &str); 34] = [
    // A code, in every way that people write it.
    ("3201", "wapi:3201"),
    ("wapi:3204", "wapi:3204"),
    ("WAPI 3204", "wapi:3204"),
    ("DOMAIN_001", "domains:DOMAIN_001"),
    ("domain_001", "domains:DOMAIN_001"),
    ("wix:RESOURCE_EXHAUSTED", "wix:RESOURCE_EXHAUSTED"),
    ("wix:Invalid domain#domain-restricted", "wix:Invalid domain#domain-restricted"),
    // Its name, or the name of its provider for it.
    ("DomainInQuarantine", "wapi:3204"),
    ("domaininquarantine", "wapi:3204"),
    ("DomainRestricted", "wix:Invalid domain#domain-restricted"),
    ("INSUFFICIENT_FUNDS", "domains:DOMAIN_007"),
    // Its message, or a part of it.
    ("Domain is not available, quarantine", "wapi:3204"),
    ("Domain is not available", "wapi:3203"),
    ("Requests limit exceeded", "wapi:2006"),
    ("Insufficient wallet balance", "domains:DOMAIN_007"),
    ("quarantine", "wapi:3204"),
    ("insufficient credit", "wapi:3002"),
    // What people say.
    ("not enough money", "wapi:3002"),
    ("rate limit", "wapi:2006"),
    ("too many requests", "wapi:2006"),
    ("domain not found", "domains:DOMAIN_001"),
    ("already registered", "domains:DOMAIN_002"),
    ("unsupported tld", "wapi:2201"),
    ("certificate", "domains:DOMAIN_012"),
    ("deadline exceeded", "wix:DEADLINE_EXCEEDED"),
    // Only the guidance says so.
    ("somebody else registrant", "wapi:3201"),
    // With typing errors.
    ("quaratine", "wapi:3204"),
    ("insuficient funds", "domains:DOMAIN_007"),
    ("unsuported tld", "wapi:2201"),
    // A status that a provider sends.
    ("429", "wix:RESOURCE_EXHAUSTED"),
    ("403", "wix:PERMISSION_DENIED"),
    // Terms, operations and pages.
    ("nsset", "NSSET"),
    ("domain-check", "domain-check"),
    ("explain", "Explain"),
];

/// Loads the search, and returns when it can be asked.
fn with_search(site: &Site) -> Page {
    let page = site.open("index.html");
    page.press("/");
    page.wait_until("document.activeElement.id === 'search' && errcat.find");
    page
}

#[test]
fn the_right_code_is_found_first() {
    let page = with_search(Site::shipped());
    for (query, first) in QUERIES {
        let query = json!(query);
        let hit =
            page.text(&format!("(([[, label, title]]) => label || title)(errcat.find({query}))"));
        assert_eq!(hit, first, "{query}");
    }
    page.is_clean();
}

#[test]
fn a_result_is_found_from_the_first_letter_and_opened_with_the_keyboard() {
    let page = with_search(Site::shipped());
    page.type_text("3");
    page.wait_until("document.querySelectorAll('.results a').length > 5");
    page.type_text("204");
    page.wait_until("document.querySelector('.results b')?.innerText === 'wapi:3204'");
    page.press("ArrowDown");
    assert_eq!(page.text("document.activeElement.tagName"), "A");
    page.press("Escape");
    page.wait_until("document.querySelector('.results').hidden");
    page.type_text(" ");
    page.press("Enter");
    page.wait_until(
        "location.pathname.endsWith('/wapi/3204.html') && document.title.startsWith('WAPI 3204')",
    );
    // From the page of a code, too.
    page.wait_until("document.readyState === 'complete'");
    page.press("/");
    page.wait_until("document.activeElement.id === 'search'");
    page.type_text("xyzzyplugh");
    page.wait_until("document.querySelector('.results')?.innerText.startsWith('Nothing found')");
    page.is_clean();
}

#[test]
fn a_response_is_taken_along_from_the_start_page() {
    let page = Site::shipped().open("index.html");
    page.value("document.getElementById('paste').focus()");
    page.type_text(r#"{"response":{"code":3204}}"#);
    page.press("Tab");
    page.press("Enter");
    page.wait_until("document.querySelector('.explain-result h2')?.innerText.includes('3204')");
    assert_eq!(page.text("window.name"), "");
    page.is_clean();
}

/// Returns the codes that a table shows.
fn shown(page: &Page) -> Vec<String> {
    let rows = page.value(
        "Array.from(document.querySelectorAll('.filtered tbody tr'))
            .filter((row) => row.offsetParent !== null)
            .map((row) => row.cells[0].innerText.trim())",
    );
    rows.as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// Chooses a value of a filter.
fn choose(page: &Page, filter: &str, value: &str) {
    page.value(&format!(
        "(() => {{
            const select = document.getElementById('filter-0-{filter}');
            select.value = '{value}';
            select.dispatchEvent(new Event('input', {{ bubbles: true }}));
        }})()"
    ));
}

#[test]
fn a_table_is_filtered_by_text_and_by_column() {
    let page = Site::shipped().open("wapi/index.html");
    let all = shown(&page).len();
    assert!(all > 240, "{all}");
    let widths =
        "JSON.stringify(Array.from(document.querySelectorAll('th'), (head) => head.offsetWidth))";
    let before = page.text(widths);
    page.value("document.querySelector('.filtered input').focus()");
    page.type_text("quarantine");
    assert!(shown(&page).contains(&"3204".to_owned()));
    assert!(shown(&page).len() < 10, "{:?}", shown(&page));
    assert_eq!(page.text(widths), before, "columns jump");
    let count = page.text("document.querySelector('.filtered output').value");
    assert!(count.contains(&format!("of {all}")), "{count}");
    // The filter is in the address and survives a reload.
    let before = shown(&page);
    page.reload();
    assert_eq!(shown(&page), before);

    page.type_text("");
    page.value("document.querySelector('.filtered form').reset()");
    choose(&page, "retry", "later");
    assert!(shown(&page).len() > 15, "{:?}", shown(&page));
    choose(&page, "actor", "caller");
    let later = shown(&page);
    assert!(later.contains(&"3204".to_owned()) && !later.contains(&"2006".to_owned()), "{later:?}");
    choose(&page, "outcome", "success");
    assert!(shown(&page).is_empty());
    let nothing = page.text("document.querySelector('.nothing').innerText");
    assert!(nothing.starts_with("Nothing matches this filter."), "{nothing}");
    page.value("document.querySelector('.nothing button').click()");
    assert_eq!(shown(&page).len(), all);
    // An address of an earlier site.
    page.open("wapi/index.html#!retry=later+3600s");
    page.wait_until("document.getElementById('filter-0-retry').value === 'later'");
    page.is_clean();
}

/// Waits until an address has led to the page of a code or to the section of a case.
fn leads_to(page: &Page, place: &str) {
    let place = json!(place);
    page.wait_until(&format!("(location.pathname + location.hash).endsWith({place})"));
    page.wait_until("document.readyState === 'complete'");
}

#[test]
fn a_short_address_leads_to_the_code_from_any_page() {
    let page = Page::of_site(Site::shipped().folder());
    for address in ["wapi-3201", "WAPI-3201", "wapi:3201", "wapi_3201", "3201"] {
        page.open("glossary.html");
        page.open(&format!("index.html#{address}"));
        leads_to(&page, "/wapi/3201.html");
    }
    page.open("meanings/domain.not-found.html#wix-invalid-domain");
    leads_to(&page, "/wix/invalid-domain.html");
    page.value("location.hash = 'wix-domain-restricted'");
    page.wait_until("document.getElementById('wix-domain-restricted')");
    page.open("index.html#domains:DOMAIN_018");
    leads_to(&page, "/domains/domain-018.html");
    for miss in ["no-such-code", "wapi-99999"] {
        page.open("glossary.html");
        page.open(&format!("index.html#{miss}"));
        page.wait_until("document.querySelector('.notice')");
        let said = page.text("document.querySelector('.notice').innerText");
        assert!(said.starts_with(&format!("There is no code {miss}.")), "{said}");
    }
    page.is_clean();
}

#[test]
fn a_code_of_several_providers_is_a_list() {
    let page = Site::twin().open("index.html#3204");
    page.wait_until("document.querySelectorAll('.notice a').length === 2");
    let said = page.text("document.querySelector('.notice').innerText");
    assert!(
        said.contains("2 providers have the code 3204") && said.contains("twin:3204"),
        "{said}"
    );
    page.value("document.querySelector('.notice a').click()");
    page.wait_until("/3204.html$/.test(location.pathname)");
    page.is_clean();
}
