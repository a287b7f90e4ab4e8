//! A page in the browser, and what a person can do with it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::chromium::{Chromium, LIMIT};

/// A tab that shows pages of one site.
pub(crate) struct Page {
    browser: Rc<RefCell<Chromium>>,
    session: String,
    site: PathBuf,
}

impl Page {
    /// Opens a tab in a new browser.
    pub(crate) fn of_site(site: &Path) -> Self {
        Self::in_browser(&Rc::new(RefCell::new(Chromium::start())), site)
    }

    pub(crate) fn in_browser(browser: &Rc<RefCell<Chromium>>, site: &Path) -> Self {
        let target = json!({ "url": "about:blank" });
        let target = browser.borrow_mut().call("", "Target.createTarget", &target).unwrap();
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let attached = browser.borrow_mut().call("", "Target.attachToTarget", &attach).unwrap();
        let session = attached["sessionId"].as_str().unwrap().to_owned();
        let page = Self { browser: Rc::clone(browser), session, site: site.to_owned() };
        for domain in ["Page", "Runtime", "Network", "Log"] {
            page.call(&format!("{domain}.enable"), &json!({}));
        }
        page
    }

    fn try_call(&self, method: &str, params: &Value) -> Result<Value, String> {
        self.browser.borrow_mut().call(&self.session, method, params)
    }

    fn call(&self, method: &str, params: &Value) -> Value {
        self.try_call(method, params).unwrap()
    }

    /// Opens a page of the site, and waits until it is loaded.
    pub(crate) fn open(&self, path: &str) {
        let url = self.address_of(path);
        let opened = self.call("Page.navigate", &json!({ "url": url }));
        assert!(opened["errorText"].is_null(), "{url}: {}", opened["errorText"]);
        // Another anchor on the same page loads nothing.
        if opened["loaderId"].is_string() {
            self.browser.borrow_mut().wait_for(&self.session, "Page.loadEventFired");
        }
    }

    fn address_of(&self, path: &str) -> String {
        let folder = self.site.display().to_string().replace('%', "%25").replace(' ', "%20");
        format!("file://{folder}/{path}")
    }

    pub(crate) fn reload(&self) {
        self.call("Page.reload", &json!({}));
        self.browser.borrow_mut().wait_for(&self.session, "Page.loadEventFired");
    }

    /// Returns the value of an expression or of its promise.
    pub(crate) fn value(&self, expression: &str) -> Value {
        let params =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let result = self.call("Runtime.evaluate", &params);
        let problem = &result["exceptionDetails"];
        assert!(problem.is_null(), "{expression}\n{problem:#}");
        result["result"]["value"].clone()
    }

    pub(crate) fn text(&self, expression: &str) -> String {
        self.value(expression).as_str().unwrap_or_else(|| panic!("{expression}")).to_owned()
    }

    pub(crate) fn number(&self, expression: &str) -> f64 {
        self.value(expression).as_f64().unwrap_or_else(|| panic!("{expression}"))
    }

    /// Waits until an expression is true, on this page or a later one.
    pub(crate) fn wait_until(&self, expression: &str) {
        let start = Instant::now();
        let params =
            json!({ "expression": format!("Boolean({expression})"), "returnByValue": true });
        while start.elapsed() < LIMIT {
            // Between two pages, there is none to ask.
            let result = self.try_call("Runtime.evaluate", &params).unwrap_or_default();
            if result["result"]["value"] == true {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("never true: {expression}");
    }

    /// Types into the focused element.
    pub(crate) fn type_text(&self, text: &str) {
        self.call("Input.insertText", &json!({ "text": text }));
    }

    /// Presses a key by its name, such as `Tab` or `s`.
    pub(crate) fn press(&self, key: &str) {
        let (code, text) = match key {
            "Enter" => (13, "\r"),
            "Tab" => (9, ""),
            "Shift" => (16, ""),
            "ArrowDown" => (40, ""),
            "Escape" => (27, ""),
            other => (u32::from(other.to_uppercase().as_bytes()[0]), other),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code });
            if kind == "keyDown" && !text.is_empty() {
                params["text"] = text.into();
            }
            self.call("Input.dispatchKeyEvent", &params);
        }
    }

    /// Resizes the window.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let params = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.call("Emulation.setDeviceMetricsOverride", &params);
    }

    /// Sets the preferred color scheme of the system.
    pub(crate) fn prefer(&self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", &json!({ "features": features }));
    }

    /// Shows the page as it would be printed.
    pub(crate) fn print_media(&self) {
        self.call("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// Returns the page as a PDF, in base64.
    pub(crate) fn print(&self) -> String {
        let printed = self.call("Page.printToPDF", &json!({}));
        printed["data"].as_str().unwrap().to_owned()
    }

    /// Writes a screenshot into the folder that `ERRCAT_PICTURES` names, if it does.
    pub(crate) fn picture(&self, name: &str) {
        let Some(folder) = std::env::var_os("ERRCAT_PICTURES") else { return };
        let params = json!({ "captureBeyondViewport": true });
        let taken = self.call("Page.captureScreenshot", &params);
        let bytes = from_base64(taken["data"].as_str().unwrap());
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes).unwrap();
    }

    /// Checks that there was no error since the last check, and no request outside the site.
    pub(crate) fn is_clean(&self) {
        let own = self.address_of("");
        for event in self.browser.borrow_mut().events(&self.session) {
            let params = &event["params"];
            match event["method"].as_str().unwrap() {
                "Runtime.exceptionThrown" | "Network.loadingFailed" => panic!("{params:#}"),
                "Runtime.consoleAPICalled" => {
                    let is_bad = ["error", "warning", "assert"].contains(&kind(params));
                    assert!(!is_bad, "{params:#}");
                }
                "Log.entryAdded" => {
                    let is_bad = ["error", "warning"].contains(&level(params));
                    assert!(!is_bad, "{params:#}");
                }
                "Network.requestWillBeSent" => {
                    let url = params["request"]["url"].as_str().unwrap();
                    assert!(url.starts_with(&own) || url.starts_with("data:"), "asked for {url}");
                }
                _ => {}
            }
        }
    }
}

fn kind(params: &Value) -> &str {
    params["type"].as_str().unwrap_or_default()
}

fn level(params: &Value) -> &str {
    params["entry"]["level"].as_str().unwrap_or_default()
}

fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for character in text.bytes() {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    bytes
}
