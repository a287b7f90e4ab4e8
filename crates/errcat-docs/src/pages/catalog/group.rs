//! The pages about a group of codes.

use std::fmt::Write as _;

use errcat_model::artifact::Artifact;
use errcat_model::example::Examples;
use errcat_model::{BrokenLaw, Catalog, Code, Group};

use super::code::Section;
use crate::facts::SiteFacts;
use crate::facts::places::{catalog_page, group_page, parts_of_group};
use crate::markdown::{Page, escape};

pub(super) fn pages(
    facts: &SiteFacts<'_>,
    catalog: &Catalog,
    group: &Group,
    codes: &[&Code],
) -> Result<Vec<(String, Artifact)>, BrokenLaw> {
    let parts = parts_of_group(codes);
    let count = parts.len();
    let title = |number: usize, codes: &[&Code]| match (codes.first(), codes.last()) {
        (Some(first), Some(last)) if count > 1 => {
            format!("{}, {} to {} ({} of {count})", group.title, first.code, last.code, number + 1)
        }
        _ => group.title.clone(),
    };
    Examples::with(catalog, |examples| {
        let pages = parts.iter().enumerate().map(|(number, codes)| {
            let title = title(number, codes);
            let mut page = Page::new(&group_page(catalog, group, number), &title);
            page.line(&about(&page, catalog, group));
            page.paragraph(&group.about);
            for code in *codes {
                Section { facts, catalog, code, examples }.write(&mut page);
            }
            (title, page.into_artifact())
        });
        pages.collect()
    })
}

fn about(page: &Page, catalog: &Catalog, group: &Group) -> String {
    let mut line = page.link(&catalog.title, &catalog_page(catalog, 0));
    if let Some((first, last)) = group.range {
        let _ = write!(line, " · {first} to {last}");
    }
    if let Some(api) = &group.api {
        let _ = write!(line, " · {}", escape(api));
    }
    line
}
