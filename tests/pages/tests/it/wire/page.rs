//! `docs/wire.md`, written from the rows.

use std::fmt::Write as _;

use super::row::Row;
use super::shapes::{for_readers, in_another_language, shapes};

const INTRODUCTION: &str = "\
# What is on the wire

What Manila adds to a response, on which responses, and what switches it off or changes it. A switch is a method of
`Envelopes`, unless it says otherwise. Each row is held by a test with the default settings, where it is so, and with its
switch, where it is not. `cargo test -p manila-pages` holds this page, and with `UPDATE_GOLDEN=1` writes it anew.

A success passes as it is, but for the id. An error, whoever made it, is replaced by an envelope.

| what | on which responses | value | switched or changed by |
|---|---|---|---|
";

const AFTER: &str = "
A 5xx has the message of its catalog, and the details that the catalog declares: nothing else of a fault, and nothing of a
foreign body. [What reaches the client, and what the log](../README.md#what-reaches-the-client-and-what-the-log) has the
rules, [faults.md](faults.md) every case.

## The four shapes

The condition `conflict` with a detail, as each style writes it:
";

const LAST: &str = "
Violations are `errors`, in `details` of `ok_error` and in `data` of `code_data`; in `json_api` each is an error object, and
the code of the fault is `meta.code`. The `status` of an error object is that of the response, whatever the catalog says of
its code. One response can stand for violations of several statuses, with 400 (JSON:API 1.1, \"Error Objects\"): there each
error object has the status of its own code.
";

const READERS: &str = "
## For callers that act by what they read

`remedies()` writes what the catalog knows of the way out into every error, of a 5xx too. It stands where `retry` stands; in
`json_api` with violations it is `meta.remedy` of the document. In a body that would be too long it stays for as long as one
violation fits beside it, or one detail where there are no violations:
";

const MARKDOWN: &str = "
With `markdown()` a request whose `accept` names `text/markdown` itself gets the error as Markdown, under the same head; its
weight has to be above 0 and not below that of any range that fits the style. Values of the front matter are texts in double
quotes. What a caller or a detail says is escaped, or stands in a span of code:
";

const LANGUAGES: &str = "
## In the reader's language

With `translations(…)` the sentences of a request are in the language that its `accept-language` asks for, as far as there are
translations ([languages.md](languages.md)): the message of a code or of a status, titles, the library's sentences about
violations, the steps of a remedy, the sentences of Markdown. Codes, statuses, details and every other member stay, and the log is told the
source's. What a handler says in words of its own stands as it is; a response none of whose sentences is translated has the
`content-language` of the source. The same problem in Spanish, with `source_message()`:
";

pub(super) fn page(rows: &[Row]) -> String {
    let mut page = INTRODUCTION.to_owned();
    for Row {
        what,
        when,
        value,
        switch,
        ..
    } in rows
    {
        let _ = writeln!(page, "| {what} | {when} | {value} | {switch} |");
    }
    page.push_str(AFTER);
    for (style, media_type, body) in shapes() {
        let _ = write!(
            page,
            "\n`Envelopes::{style}()`, `{media_type}`:\n\n```json\n{body}\n```\n"
        );
    }
    page.push_str(LAST);
    let [remedy, markdown] = for_readers();
    let _ = write!(
        page,
        "{READERS}\n```json\n{remedy}\n```\n{MARKDOWN}\n```markdown\n{markdown}```\n"
    );
    let _ = write!(
        page,
        "{LANGUAGES}\n```json\n{}\n```\n",
        in_another_language()
    );
    page
}
