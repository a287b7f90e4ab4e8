//! The pages about what each catalog is in each other one.

use errcat_model::translate::{Table, Translation};
use errcat_model::{Case, Code};

use crate::facts::SiteFacts;
use crate::facts::places::{COVERAGE, TRANSLATIONS, meaning_page, pair_page, parts_of_table};
use crate::markdown::{Page, escape, prose};
use crate::pages::{Chapter, case_link};

type Row<'a> = (&'a Code, &'a Case, Option<Translation<'a>>);

pub(super) fn chapters(facts: &SiteFacts<'_>) -> Vec<Chapter> {
    let mut index = Page::new(TRANSLATIONS, "Translations");
    index.line(
        "What a code of one provider is called at another one, for a service that answers in the \
         words of one provider and calls another one.",
    );
    index.item("**says the same**: both have exactly one meaning");
    index.item("**says nearly the same**: close, with a difference that a person has reviewed");
    index.item("**says less**: true, but a detail is lost");
    index.item("**no equivalent**: no code there means it, and a wrong one would be worse");
    index.line(
        "The entry of each code also lists those that *say more than is known* and those that are \
         *related, but not the same*: they never take its place, but a person may choose one.",
    );
    let mut pages = Vec::new();
    if facts.set.catalogs.len() > 1 {
        let link = index.link("Coverage", COVERAGE);
        index.line(&format!("How many codes have each relation: {link}."));
    } else {
        index.line("There is one catalog, so there is nothing to translate into.");
    }
    for table in facts.translator.tables() {
        let title = format!("{} into {}", table.from.title, table.into.title);
        index.item(&index.link(&title, &pair_page(table.from, table.into, 0)));
        pages.extend(pair(facts, &table, &title));
    }
    let index = Chapter::new(0, "Translations", index.into_artifact());
    std::iter::once(index).chain(pages).collect()
}

fn pair(facts: &SiteFacts<'_>, table: &Table<'_>, title: &str) -> Vec<Chapter> {
    let rows: Vec<Row<'_>> = table.cases().collect();
    let parts = parts_of_table(&rows);
    let count = parts.len();
    let pages = parts.iter().enumerate().map(|(number, rows)| {
        let title = match number {
            0 => title.to_owned(),
            _ => format!("{title}, {} of {count}", number + 1),
        };
        let mut page = Page::new(&pair_page(table.from, table.into, number), &title);
        page.parts(number, count, "this part", |other| pair_page(table.from, table.into, other));
        matrix(facts, table, rows, &mut page);
        Chapter::new(1 + usize::from(number > 0), &title, page.into_artifact())
    });
    pages.collect()
}

fn matrix(facts: &SiteFacts<'_>, table: &Table<'_>, rows: &[Row<'_>], page: &mut Page) {
    let (from, into) = (table.from, table.into);
    page.line("<div class=\"filtered pairs\" data-select=\"How faithful\">");
    let (left, right) = (escape(&from.title), escape(&into.title));
    page.table_head(&[&left, &right, "How faithful", "Why"]);
    for (code, case, translation) in rows {
        let own = case_link(facts, page, from, code, case);
        let Some(to) = translation else {
            page.row([own.as_str(), "", "no equivalent", ""]);
            continue;
        };
        let other = case_link(facts, page, into, to.code, to.case);
        let why = match (to.why, to.via) {
            (Some(why), _) => prose(why),
            (None, Some(via)) => page.link(&via.id, &meaning_page(&via.id)),
            (None, None) => String::new(),
        };
        page.row([own.as_str(), &other, to.relation.description(), &why]);
    }
    page.line("</div>");
}
