//! Reads the modules of a crate and the paths that each of them names.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Item, ItemUse, Macro, UseTree};

/// A module with its children.
#[derive(Default)]
pub(crate) struct Module {
    pub(crate) children: BTreeMap<String, Module>,
    pub(crate) uses: Vec<Use>,
    /// The paths of names that it takes from elsewhere with `use`.
    pub(crate) imports: BTreeMap<String, Vec<String>>,
}

/// A path that begins with `crate`, `self` or `super`, or with a child.
pub(crate) struct Use {
    pub(crate) path: Vec<String>,
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
}

impl Module {
    /// Reads a crate from its entry file.
    pub(crate) fn read(entry: &Path) -> Self {
        Self::read_file(entry, entry.parent().unwrap())
    }

    fn read_file(file: &Path, folder: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let parsed = syn::parse_file(&text).unwrap();
        Self::of_items(&parsed.items, file, folder)
    }

    /// `folder` has the files of child modules.
    fn of_items(items: &[Item], file: &Path, folder: &Path) -> Self {
        let mut reader = Reader { module: Self::default(), file };
        for item in items {
            let Item::Mod(child) = item else {
                reader.visit_item(item);
                continue;
            };
            if child.attrs.iter().any(is_test) {
                continue;
            }
            let name = child.ident.to_string();
            let below = folder.join(&name);
            let module = if let Some((_, items)) = &child.content {
                Self::of_items(items, file, &below)
            } else {
                let [alone, nested] = [folder.join(format!("{name}.rs")), below.join("mod.rs")];
                Self::read_file(if alone.is_file() { &alone } else { &nested }, &below)
            };
            reader.module.children.insert(name, module);
        }
        reader.module
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    let is_test =
        |list: &syn::MetaList| list.path.is_ident("cfg") && list.tokens.to_string() == "test";
    attribute.meta.require_list().is_ok_and(is_test)
}

struct Reader<'f> {
    module: Module,
    file: &'f Path,
}

impl Reader<'_> {
    fn add(&mut self, path: Vec<String>, at: &Ident) {
        let line = at.span().start().line;
        self.module.uses.push(Use { path, file: self.file.to_owned(), line });
    }

    fn add_tree(&mut self, tree: &UseTree, mut path: Vec<String>) {
        match tree {
            UseTree::Path(segment) => {
                path.push(segment.ident.to_string());
                self.add_tree(&segment.tree, path);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.add_tree(tree, path.clone());
                }
            }
            UseTree::Name(name) => self.import(path, &name.ident, &name.ident),
            UseTree::Rename(rename) => self.import(path, &rename.ident, &rename.rename),
            UseTree::Glob(glob) => {
                use syn::spanned::Spanned as _;
                self.add(path, &Ident::new("glob", glob.span()));
            }
        }
    }

    fn import(&mut self, mut path: Vec<String>, ident: &Ident, name: &Ident) {
        let mut name = name.to_string();
        if ident == "self" {
            name = path.last().cloned().unwrap_or_default();
        } else {
            path.push(ident.to_string());
        }
        self.module.imports.insert(name, path.clone());
        self.add(path, ident);
    }

    /// Adds the paths in tokens that syn does not parse: the bodies of macros.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path: Vec<Ident> = Vec::new();
        let mut is_foreign = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) if path.is_empty() && is_foreign => drop(ident),
                TokenTree::Ident(ident) => path.push(ident),
                TokenTree::Punct(colon) if colon.as_char() == ':' && !path.is_empty() => continue,
                TokenTree::Group(group) => self.add_tokens(group.stream()),
                TokenTree::Punct(punct) if punct.as_char() == '$' => {
                    is_foreign = true;
                    continue;
                }
                _ => {}
            }
            is_foreign = false;
            let goes_on =
                matches!(tokens.peek(), Some(TokenTree::Punct(colon)) if colon.as_char() == ':');
            if !goes_on && let Some(first) = path.first().cloned() {
                let names: Vec<String> = path.drain(..).map(|ident| ident.to_string()).collect();
                if ["crate", "super", "self"].contains(&names[0].as_str()) && names.len() > 1 {
                    self.add(names, &first);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if !item.attrs.iter().any(is_test) {
            self.add_tree(&item.tree, Vec::new());
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let Some(first) = path.segments.first()
            && path.segments.len() > 1
        {
            let names = path.segments.iter().map(|segment| segment.ident.to_string());
            self.add(names.collect(), &first.ident);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, makro: &'ast Macro) {
        self.visit_path(&makro.path);
        self.add_tokens(makro.tokens.clone());
    }
}
