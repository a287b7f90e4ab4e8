//! A catalog with a few codes, as a generated one would pass it to the readers.

use std::vec;

use errcat::rt::wire::{
    Counts, Envelope, EnvelopeKind, Format, Lookup, Node, Paths, Raw, Resolved, Slot, Spec,
    Template, Wanted, read, resolve,
};
use errcat::{Input, Outcome};

/// The operation and the template of a case.
type Case = (&'static str, &'static str);

/// The codes: text, outcome and cases.
const CODES: &[(&str, Outcome, &[Case])] = &[
    ("1000", Outcome::Success, &[("", "Done")]),
    ("2000", Outcome::Failure, &[("", "Domain <name> is gone")]),
    ("3000", Outcome::Failure, &[("create", "<name> is taken"), ("move", "<name> cannot move")]),
    ("4000", Outcome::Failure, &[("create", "A"), ("", "B")]),
];

const STATUSES: &[(u16, &str)] = &[(404, "2000"), (503, "2000")];

/// An envelope, with the pointers of its conditions and slots.
struct Form {
    id: &'static str,
    kind: EnvelopeKind,
    when: &'static [(&'static str, &'static [Wanted<'static>])],
    namespace: Option<&'static str>,
    slots: &'static [(Slot<'static>, &'static str)],
}

impl Form {
    const fn new(
        id: &'static str,
        kind: EnvelopeKind,
        slots: &'static [(Slot<'static>, &'static str)],
    ) -> Self {
        Self { id, kind, when: &[], namespace: None, slots }
    }
}

const JSON: &[Form] = &[
    Form::new(
        "response",
        EnvelopeKind::Application,
        &[
            (Slot::Code, "/response/code"),
            (Slot::Code, "/response/other"),
            (Slot::Message, "/response/text"),
            (Slot::Message, "/response/hint"),
            (Slot::Message, "/response/a"),
            (Slot::Message, "/response/b"),
            (Slot::Message, "/response/c"),
            (Slot::Data, "/response/data"),
            (Slot::Http, "/response/status"),
            (Slot::Other("trace"), "/response/trace"),
        ],
    ),
    Form::new("notify", EnvelopeKind::Application, &[(Slot::Code, "/notify/code")]),
    Form {
        when: &[("/ok", &[Wanted::Plain("false")])],
        ..Form::new(
            "list",
            EnvelopeKind::Application,
            &[(Slot::Code, "/errors/*/code"), (Slot::Message, "/errors/*/text")],
        )
    },
    Form::new(
        "fields",
        EnvelopeKind::Validation,
        &[
            (Slot::ViolationField, "/fields/*/name"),
            (Slot::ViolationDescription, "/fields/*/text"),
            (Slot::ViolationRule, "/fields/*/rule"),
            (Slot::ViolationDescription, "/fields/*"),
        ],
    ),
    Form::new(
        "broken",
        EnvelopeKind::System,
        &[(Slot::SystemCode, "/reason"), (Slot::Message, "/message")],
    ),
];

const XML: &[Form] = &[
    Form {
        namespace: Some("urn:a?b&c"),
        ..Form::new("named", EnvelopeKind::Application, &[(Slot::Code, "/reply/code")])
    },
    Form::new(
        "response",
        EnvelopeKind::Application,
        &[
            (Slot::Code, "/response/code"),
            (Slot::Code, "/response/@code"),
            (Slot::Message, "/response/text"),
            (Slot::Data, "/response/data"),
        ],
    ),
];

/// The paths of a format, as a list and as a tree in which siblings are adjacent.
struct Tree {
    paths: Vec<Vec<&'static str>>,
    nodes: Vec<Node<'static>>,
}

fn tokens(pointer: &'static str) -> Vec<&'static str> {
    pointer.split('/').skip(1).collect()
}

impl Tree {
    fn of(forms: &[Form]) -> Self {
        let pointers = forms.iter().flat_map(|form| {
            let slots = form.slots.iter().map(|(_, path)| *path);
            slots.chain(form.when.iter().map(|(path, _)| *path))
        });
        let paths: Vec<Vec<&str>> = pointers.map(tokens).collect();
        let starts = paths.iter().flat_map(|path| (0..=path.len()).map(|end| path[..end].to_vec()));
        let mut places: Vec<Vec<&str>> = starts.collect();
        places.sort_by_key(|place| (place.len(), place.clone()));
        places.dedup();
        let node = |place: &Vec<&'static str>| {
            let is_child =
                |other: &&Vec<&str>| other.split_last().is_some_and(|(_, parent)| parent == place);
            let first = places.iter().position(|other| is_child(&other)).unwrap_or(0);
            let path = paths.iter().position(|path| path == place);
            Node {
                name: place.last().unwrap_or(&""),
                first: first.try_into().unwrap(),
                count: places.iter().filter(is_child).count().try_into().unwrap(),
                path: path.map_or(0, |path| u8::try_from(path + 1).unwrap()),
            }
        };
        let nodes = places.iter().map(node).collect();
        Self { paths, nodes }
    }

    fn number(&self, pointer: &'static str) -> u8 {
        let path = tokens(pointer);
        u8::try_from(self.paths.iter().position(|other| *other == path).unwrap()).unwrap()
    }
}

/// Returns the specification of the responses, which lives as long as the program.
pub(crate) fn spec() -> &'static Spec<'static> {
    static SPEC: std::sync::LazyLock<Spec<'static>> = std::sync::LazyLock::new(|| {
        let all = [(JSON, Format::Json), (XML, Format::Xml)].map(|(forms, format)| {
            let tree: &Tree = Box::leak(Box::new(Tree::of(forms)));
            let envelope = move |form: &Form| {
                let when = form.when.iter().map(|(path, wanted)| (tree.number(path), *wanted));
                let slots = form.slots.iter().map(|(slot, path)| (*slot, tree.number(path)));
                Envelope {
                    id: form.id,
                    kind: form.kind,
                    format,
                    namespace: form.namespace,
                    http: None,
                    outcome: None,
                    counts: Counts::First,
                    statuses: &[],
                    when: when.collect::<Vec<_>>().leak(),
                    slots: slots.collect::<Vec<_>>().leak(),
                    headers: &[(Slot::RequestId, "x-id"), (Slot::Code, "x-code")],
                }
            };
            (forms.iter().map(envelope).collect::<Vec<_>>(), Paths { nodes: &tree.nodes })
        });
        let [(mut envelopes, json), (of_xml, xml)] = all;
        envelopes.extend(of_xml);
        Spec { envelopes: envelopes.leak(), json, xml, statuses: STATUSES, booleans: false }
    });
    &SPEC
}

/// The codes as the readers see them: by index, and each case by the indexes of its code and itself.
struct Codes;

impl Lookup<'static> for Codes {
    type Code = usize;
    type Case = (usize, usize);
    type Params = vec::IntoIter<(&'static str, &'static str)>;

    fn find(&self, code: &str) -> Option<usize> {
        CODES.iter().position(|(text, ..)| *text == code)
    }

    fn outcome(&self, code: usize) -> Outcome {
        CODES[code].1
    }

    fn cases(&self, code: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
        (0..CODES[code].2.len()).map(move |case| (code, case))
    }

    fn operations(&self, (code, case): (usize, usize)) -> impl Iterator<Item = &'static str> {
        Some(CODES[code].2[case].0).into_iter().filter(|operation| !operation.is_empty())
    }

    fn templates(
        &self,
        (code, case): (usize, usize),
    ) -> impl Iterator<Item = Template<'static, Self::Params>> {
        std::iter::once(Template::of(CODES[code].2[case].1))
    }
}

/// The meaning of a response.
pub(crate) type Read<'b> = Resolved<'static, 'b, usize, (usize, usize)>;

pub(crate) fn raw(body: &str) -> Raw<'_> {
    read(&Input::new(body.as_bytes()), spec())
}

pub(crate) fn raw_of<'b>(input: &Input<'b>) -> Raw<'b> {
    read(input, spec())
}

pub(crate) fn resolved<'b>(input: &Input<'b>) -> Read<'b> {
    resolve(&Codes, spec(), input)
}

/// Returns the text of a code.
pub(crate) fn text_of(code: usize) -> &'static str {
    CODES[code].0
}
