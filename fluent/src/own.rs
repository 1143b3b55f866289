//! The names of Manila's own sentences.

use std::collections::HashMap;

use manila_catalog_file::own_messages;

/// The ids of the sentences, by their English texts. The texts of HTTP have the numbers of statuses.
pub(crate) fn ids_by_text() -> HashMap<String, String> {
    let messages = own_messages().into_iter();
    let named = messages.filter(|message| !message.id.starts_with("http-"));
    let texts = named.filter_map(|message| Some((message.value?.text.into(), message.id.into())));
    texts.collect()
}
