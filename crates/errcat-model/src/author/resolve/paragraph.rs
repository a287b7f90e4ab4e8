/// Returns one of our own sentences without the line breaks of its author.
pub(crate) fn paragraph(text: &str) -> String {
    let mut words = text.split_ascii_whitespace();
    let mut paragraph = String::with_capacity(text.len());
    paragraph.extend(words.next());
    for word in words {
        paragraph.push(' ');
        paragraph.push_str(word);
    }
    paragraph
}
