//! How responses of a catalog are read, as `errcat::wire::Spec`.

use errcat::wire::{Envelope, EnvelopeKind, Format, Paths, Slot, Spec};
use errcat_model::Catalog;
use errcat_model::wire::with_spec;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::{EmitError, literal};

pub(crate) fn spec(catalog: &Catalog) -> Result<TokenStream, EmitError> {
    with_spec(catalog, emit)?
}

fn emit(spec: &Spec<'_>) -> Result<TokenStream, EmitError> {
    let envelopes = spec.envelopes.iter().map(envelope).collect::<Result<Vec<_>, _>>()?;
    let (json, xml) = (paths(spec.json)?, paths(spec.xml)?);
    let statuses = spec.statuses.iter().map(|(status, code)| {
        let (status, code) = (Literal::u16_unsuffixed(*status), literal::text([*code])?);
        Ok(quote!((#status, #code)))
    });
    let statuses = statuses.collect::<Result<Vec<_>, EmitError>>()?;
    Ok(quote! {
        Spec {
            envelopes: &[#(#envelopes),*],
            json: #json,
            xml: #xml,
            statuses: &[#(#statuses),*],
        }
    })
}

fn envelope(envelope: &Envelope<'_>) -> Result<TokenStream, EmitError> {
    let id = literal::text([envelope.id])?;
    let kind = match envelope.kind {
        EnvelopeKind::Application => quote!(EnvelopeKind::Application),
        EnvelopeKind::Validation => quote!(EnvelopeKind::Validation),
        EnvelopeKind::System => quote!(EnvelopeKind::System),
    };
    let format = match envelope.format {
        Format::Json => quote!(Format::Json),
        Format::Xml => quote!(Format::Xml),
    };
    let when = envelope.when.iter().map(|(path, text)| {
        let (path, text) = (Literal::u8_unsuffixed(*path), literal::text([*text])?);
        Ok(quote!((#path, #text)))
    });
    let slots = envelope.slots.iter().map(|(slot, path)| {
        let (slot, path) = (self::slot(*slot)?, Literal::u8_unsuffixed(*path));
        Ok(quote!((#slot, #path)))
    });
    let headers = envelope.headers.iter().map(|(slot, name)| {
        let (slot, name) = (self::slot(*slot)?, literal::text([*name])?);
        Ok(quote!((#slot, #name)))
    });
    let when = when.collect::<Result<Vec<_>, EmitError>>()?;
    let slots = slots.collect::<Result<Vec<_>, EmitError>>()?;
    let headers = headers.collect::<Result<Vec<_>, EmitError>>()?;
    Ok(quote! {
        Envelope {
            id: #id,
            kind: #kind,
            format: #format,
            when: &[#(#when),*],
            slots: &[#(#slots),*],
            headers: &[#(#headers),*],
        }
    })
}

fn slot(slot: Slot<'_>) -> Result<TokenStream, EmitError> {
    Ok(match slot {
        Slot::Code => quote!(Slot::Code),
        Slot::Message => quote!(Slot::Message),
        Slot::ViolationField => quote!(Slot::ViolationField),
        Slot::ViolationDescription => quote!(Slot::ViolationDescription),
        Slot::ViolationRule => quote!(Slot::ViolationRule),
        Slot::SystemCode => quote!(Slot::SystemCode),
        Slot::Data => quote!(Slot::Data),
        Slot::RequestId => quote!(Slot::RequestId),
        Slot::RetryAfter => quote!(Slot::RetryAfter),
        Slot::Operation => quote!(Slot::Operation),
        Slot::Http => quote!(Slot::Http),
        Slot::Other(name) => {
            let name = literal::text([name])?;
            quote!(Slot::Other(#name))
        }
    })
}

fn paths(paths: Paths<'_>) -> Result<TokenStream, EmitError> {
    let nodes = paths.nodes.iter().map(|node| {
        let name = literal::text([node.name])?;
        let numbers = [node.first, node.count, node.path.into()].map(Literal::u16_unsuffixed);
        let [first, count, path] = numbers;
        Ok(quote!(Node { name: #name, first: #first, count: #count, path: #path }))
    });
    let nodes = nodes.collect::<Result<Vec<_>, EmitError>>()?;
    Ok(quote!(Paths { nodes: &[#(#nodes),*] }))
}
