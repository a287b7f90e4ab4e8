//! Finds cycles between the modules of each folder.

use std::collections::{BTreeMap, BTreeSet};

use super::modules::{Module, Use};

/// Siblings by name, each with the siblings that it uses and the place of the first such use.
type Edges<'m> = BTreeMap<&'m str, BTreeMap<&'m str, &'m Use>>;

/// Returns every cycle as `a -> b -> a`, with the file and line of each edge.
pub(crate) fn cycles(root: &Module) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders: Vec<(Vec<&str>, &Module)> = vec![(Vec::new(), root)];
    let uses = uses(root);
    while let Some((path, folder)) = folders.pop() {
        folders.extend(
            folder.children.iter().map(|(name, child)| {
                (path.iter().copied().chain([name.as_str()]).collect(), child)
            }),
        );
        let mut edges: Edges<'_> = BTreeMap::new();
        for (from, to, place) in &uses {
            if let (Some([from, ..]), Some([to, ..])) =
                (from.strip_prefix(path.as_slice()), to.strip_prefix(path.as_slice()))
                && from != to
            {
                edges.entry(from).or_default().entry(to).or_insert(place);
            }
        }
        found.extend(cycle(&edges).map(|cycle| show(&path, &cycle, &edges)));
    }
    found.sort();
    found
}

/// Returns the modules that each use leads from and to.
fn uses(root: &Module) -> Vec<(Vec<&str>, Vec<&str>, &Use)> {
    let mut found = Vec::new();
    let mut waiting: Vec<(Vec<&str>, &Module)> = vec![(Vec::new(), root)];
    while let Some((path, module)) = waiting.pop() {
        for place in &module.uses {
            let to = resolve(root, &path, &place.path, 0);
            found.extend(to.map(|to| (path.clone(), to, place)));
        }
        waiting.extend(
            module.children.iter().map(|(name, child)| {
                (path.iter().copied().chain([name.as_str()]).collect(), child)
            }),
        );
    }
    found
}

/// Returns the path of the module that declares what a path names, following re-exports.
fn resolve<'m>(
    root: &'m Module,
    from: &[&'m str],
    path: &'m [String],
    depth: usize,
) -> Option<Vec<&'m str>> {
    let mut at = from.to_vec();
    let mut rest = path;
    match rest.first()?.as_str() {
        "crate" => at.clear(),
        "self" | "super" => {}
        // Any other path begins with a child, or leads to another crate.
        child => {
            child_of(root, &at)?.children.get(child)?;
        }
    }
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" | "self" => {}
            "super" => drop(at.pop()),
            name => {
                let module = child_of(root, &at)?;
                if let Some((name, _)) = module.children.get_key_value(name) {
                    at.push(name);
                } else {
                    let import = module.imports.get(name).filter(|_| depth < 8);
                    let found = import.and_then(|path| resolve(root, &at, path, depth + 1));
                    return Some(found.unwrap_or(at));
                }
            }
        }
        rest = others;
    }
    Some(at)
}

fn child_of<'m>(root: &'m Module, path: &[&str]) -> Option<&'m Module> {
    path.iter().try_fold(root, |module, name| module.children.get(*name))
}

/// Returns the first shortest cycle between siblings.
fn cycle<'m>(edges: &Edges<'m>) -> Option<Vec<&'m str>> {
    let ways = edges.keys().filter_map(|start| way_back(edges, start));
    ways.min_by_key(Vec::len)
}

/// Returns the shortest way from a module to itself.
fn way_back<'m>(edges: &Edges<'m>, start: &'m str) -> Option<Vec<&'m str>> {
    let mut seen = BTreeSet::new();
    let mut waiting = std::collections::VecDeque::from([vec![start]]);
    while let Some(way) = waiting.pop_front() {
        for next in edges.get(way.last()?).into_iter().flat_map(BTreeMap::keys) {
            let way: Vec<&str> = way.iter().copied().chain([*next]).collect();
            if *next == start {
                return Some(way);
            }
            if seen.insert(*next) {
                waiting.push_back(way);
            }
        }
    }
    None
}

fn show(folder: &[&str], cycle: &[&str], edges: &Edges<'_>) -> String {
    let name = |module: &&str| [folder, &[*module]].concat().join("::");
    let way: Vec<String> = cycle.iter().map(name).collect();
    let places = cycle.windows(2).map(|edge| {
        let place = edges[edge[0]][edge[1]];
        format!("{}:{}", place.file.display(), place.line)
    });
    format!("{} ({})", way.join(" -> "), places.collect::<Vec<_>>().join(", "))
}
