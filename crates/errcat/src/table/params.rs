use super::Texts;

/// The parameters of all cases.
#[derive(Debug, Clone, Copy)]
pub struct Params {
    /// The case of each entry, ascending.
    pub cases: &'static [u16],
    /// Which of its parameters the entry names.
    pub indices: &'static [u8],
    /// What the entry is: 0, or [`Self::SENSITIVE`] and [`Self::ALIAS`] added.
    pub flags: &'static [u8],
    /// The name of each entry, as templates have it.
    pub names: Texts,
    /// The name of the field that holds the values of each entry.
    pub fields: Texts,
}

/// A name of a parameter.
#[derive(Debug, Clone, Copy)]
pub struct ParamEntry {
    /// Which of the parameters of its case it names.
    pub index: usize,
    /// See [`Params::flags`].
    pub flags: u8,
    /// The name, as templates have it.
    pub name: &'static str,
    /// The name of the field.
    pub field: &'static str,
}

impl Params {
    /// Values must not reach clients and logs.
    pub const SENSITIVE: u8 = 1;
    /// The entry is another name of a parameter, in another text of its case.
    pub const ALIAS: u8 = 2;

    /// The entries of a case, in the order of its parameters.
    pub fn of(self, case: u16) -> impl Iterator<Item = ParamEntry> {
        let start = self.cases.partition_point(|other| *other < case);
        let end = self.cases.partition_point(|other| *other <= case);
        (start..end).map(move |entry| ParamEntry {
            index: usize::from(self.indices[entry]),
            flags: self.flags[entry],
            name: self.names.get(entry),
            field: self.fields.get(entry),
        })
    }
}
