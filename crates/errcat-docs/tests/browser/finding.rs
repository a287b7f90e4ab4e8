//! Finding a code: search, filter, address.

use serde_json::json;

use crate::page::Page;
use crate::site::Site;

/// Types into the search of the site, and returns the address of the first result.
fn first_hit(page: &Page, words: &str) -> String {
    page.press("/");
    page.wait_until("document.activeElement.id === 'mdbook-searchbar'");
    page.value("document.activeElement.value = ''");
    page.type_text(words);
    // The search waits for a key.
    page.press("Shift");
    let quoted = json!(format!("'{words}'"));
    page.wait_until(&format!(
        "document.getElementById('mdbook-searchresults-header').innerText.includes({quoted})"
    ));
    page.text("document.querySelector('#mdbook-searchresults a').getAttribute('href')")
}

#[test]
fn search_finds_a_code_by_number_name_and_words() {
    let page = Page::of_site(Site::shipped().folder());
    for (words, anchor) in [
        ("3201", "#wapi-3201"),
        ("DOMAIN_001", "#domains-domain-001"),
        ("DomainInQuarantine", "#wapi-3204"),
        ("insufficient credit", "#wapi-3002"),
        // Only the guidance says so.
        ("somebody else registrant", "#wapi-3201"),
        // The keywords of the meaning, which no code says.
        ("not enough money", "#wapi-3002"),
        ("rate limit", "#wapi-2006"),
        ("nsset", "#nsset"),
        ("taken", "#wapi-3201"),
    ] {
        page.open("index.html");
        let hit = first_hit(&page, words);
        assert!(hit.ends_with(anchor), "{words}: {hit}");
    }
    // A result is a link.
    page.value("document.querySelector('#mdbook-searchresults a').click()");
    page.wait_until("location.hash === '#wapi-3201' && document.getElementById('wapi-3201')");
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

#[test]
fn a_table_is_filtered_by_text_and_by_column() {
    let page = Site::shipped().open("catalogs/wapi/index.html");
    let all = shown(&page).len();
    assert!(all > 240, "{all}");
    page.value("document.querySelector('.filtered input').focus()");
    page.type_text("quarantine");
    assert!(shown(&page).contains(&"3204".to_owned()));
    assert!(shown(&page).len() < 10, "{:?}", shown(&page));
    let count = page.text("document.querySelector('.filtered output').value");
    assert!(count.contains(&format!("of {all}")), "{count}");
    // The filter is in the address and survives a reload.
    let before = shown(&page);
    page.reload();
    assert_eq!(shown(&page), before);

    page.value("document.querySelector('.filtered input').value = ''");
    page.value(
        "const select = document.querySelector('.filtered select');
        select.value = '429';
        select.dispatchEvent(new Event('input', { bubbles: true }))",
    );
    let limited = shown(&page);
    assert!(limited.contains(&"2052".to_owned()) && limited.len() < all, "{limited:?}");
    page.is_clean();
}

/// Waits until an address has led to its heading, and checks that it is visible.
fn leads_to(page: &Page, anchor: &str) {
    let id = json!(anchor);
    page.wait_until(&format!("location.hash.slice(1) === {id} && document.getElementById({id})"));
    page.wait_until(&format!(
        "(() => {{
            const {{ top }} = document.getElementById({id}).getBoundingClientRect();
            return top >= 0 && top < innerHeight;
        }})()"
    ));
}

#[test]
fn a_short_address_leads_to_the_code_from_any_page() {
    let page = Page::of_site(Site::shipped().folder());
    page.open("index.html#wapi-3201");
    leads_to(&page, "wapi-3201");
    let heading = page.text("document.getElementById('wapi-3201').innerText");
    assert!(heading.contains("3201"), "{heading}");
    page.open("meanings/domain.not-found.html#wix-invalid-domain");
    leads_to(&page, "wix-invalid-domain");
    // In upper case, as people read it, and from another page of the site.
    page.value("location.hash = 'WAPI-2052'");
    leads_to(&page, "wapi-2052");
    page.open("index.html#no-such-code");
    page.wait_until("document.readyState === 'complete'");
    page.is_clean();
}
