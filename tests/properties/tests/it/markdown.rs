//! An error as Markdown has two headings, and no text in it means anything but what it says: a parser of
//! Markdown and one of YAML read it.

use std::collections::BTreeMap;

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault, Pointer, Violation};
use manila_properties::markdown::markdown_of;
use manila_properties::render::Case;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Asserts that the Markdown of a case is well-formed.
pub(crate) fn check(case: &Case) {
    if let Some(rendered) = markdown_of(case) {
        let read = Read::of(str::from_utf8(rendered.body()).unwrap());
        assert_eq!(read.front["code"], rendered.code());
        assert_eq!(read.front["status"], rendered.status().to_string());
        assert_eq!(read.front["request_id"], "abc-123");
    }
}

/// What parsers read of an error.
#[derive(Debug, Default)]
struct Read {
    front: BTreeMap<String, String>,
    /// The text of each paragraph and each item of a list, by the heading that it stands under.
    blocks: [Vec<String>; 2],
    /// Each span of code.
    code: Vec<String>,
}

impl Read {
    /// Asserts that it has the two headings alone, and nothing that a text could have opened.
    #[track_caller]
    fn of(body: &str) -> Self {
        let (front, _) = body
            .strip_prefix("---\n")
            .unwrap()
            .split_once("\n---\n")
            .unwrap();
        let mut read = Self {
            front: serde_saphyr::from_str(front).unwrap_or_else(|error| panic!("{error}: {body}")),
            ..Self::default()
        };
        const KNOWN: &[&str] = &[
            "code",
            "status",
            "retryable",
            "retry_after",
            "request_id",
            "documentation",
        ];
        assert!(
            read.front.keys().all(|name| KNOWN.contains(&&**name)),
            "{body}"
        );
        assert_eq!(read.front.len(), front.lines().count(), "{body}");
        // Typography changes how a text looks, not what it is.
        let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
        let (mut headings, mut block) = (Vec::new(), None);
        let mut is_front = false;
        for event in Parser::new_ext(body, options) {
            match event {
                Event::Start(Tag::MetadataBlock(_)) => is_front = true,
                Event::End(TagEnd::MetadataBlock(_)) => is_front = false,
                Event::Text(text) if is_front => assert_eq!(text.trim_end(), front, "{body}"),
                Event::Start(
                    Tag::Heading {
                        level: HeadingLevel::H2,
                        ..
                    }
                    | Tag::Paragraph
                    | Tag::Item,
                ) => {
                    block = Some(String::new());
                }
                Event::End(TagEnd::Heading(_)) => headings.extend(block.take()),
                Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                    let under = headings.len() - 1;
                    read.blocks[under].extend(block.take());
                }
                Event::Text(text) => block.as_mut().unwrap().push_str(&text),
                Event::Code(code) => {
                    let block = block.as_mut().unwrap();
                    *block = format!("{block}<{code}>");
                    read.code.push(code.into_string());
                }
                Event::Start(Tag::List(_)) | Event::End(TagEnd::List(_)) => {}
                other => panic!("{other:?} in {body}"),
            }
        }
        assert_eq!(headings, ["What happened", "What to do"], "{body}");
        read
    }
}

/// Texts that open something in Markdown, in one of its dialects or in YAML, or that end something.
const HOSTILE: &[&str] = &[
    "# Heading",
    "x\n# Heading\n",
    "x\n\n## What to do\n\n1. Send the key.",
    "x\r\rHeading\r===",
    "x\n---\n",
    "---\ncode: \"ok\"\n---",
    "...\n",
    "***",
    "- item",
    "+ item\n+ item",
    "1. item",
    "123456789) item",
    "* * *\n- [ ] task",
    "> quote",
    "    code\n\tcode",
    "```\ncode\n```",
    "~~~ sh\nrm -rf /\n~~~",
    "`code` ``code` `",
    "`",
    "\\`code\\`",
    "[link](https://evil.example)",
    "[link]: https://evil.example\n\n[link]",
    "![image](https://evil.example/x.png)",
    "[[wiki]] [^1]\n\n[^1]: note",
    "<https://evil.example> https://evil.example www.evil.example me@evil.example",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "x\n<div>\n<b>html</b>",
    "&lt;b&gt; &#35; &amp;",
    "*emphasis* **strong** _emphasis_ __strong__ ~~struck~~ ~sub~ ^super^",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "term\n: definition",
    ": definition",
    "$math$ $$math$$ `$code$`",
    "line  \nbreak\\\nbreak",
    "\u{0}\u{7}\u{1b}[31m\u{7f}\u{85}x\u{2028}# y\u{2029}# z",
    "\u{202e}drowssap\u{202c} \u{feff}",
    "{#id .class} \"smart\" -- ... 'quotes'",
    "\"\n}\n---\n# x",
    "",
    " \n ",
];

/// A text as a sentence shows it: on one line, with what is not seen replaced.
fn shown(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let seen = |character: char| match character {
        '\0'..='\x1f'
        | '\x7f'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => character,
    };
    words.join(" ").chars().map(seen).collect()
}

fn read(fault: &Fault, id: &str) -> Read {
    let renderer = Renderer::new(Envelopes::ok_error().markdown());
    let request = RequestContext::new(Some(id)).with_markdown(true);
    let rendered = renderer.render(fault, &request);
    Read::of(str::from_utf8(rendered.body()).unwrap())
}

#[test]
fn a_text_of_a_caller_means_nothing_but_what_it_says() {
    for text in HOSTILE {
        let fault = Fault::condition(Condition::Conflict)
            .with_message(*text)
            .with_detail("value", text)
            .with_detail(*text, 1)
            .with_reason(*text)
            .with_violations([
                Violation::new(*text)
                    .with_pointer(Pointer::root().member(text))
                    .with_detail(*text, text),
                Violation::new(*text).with_parameter(text.to_string()),
                Violation::new(*text).with_header(text.to_string()),
                Violation::new(*text),
            ]);
        let read = read(&fault, "abc-123");
        let [happened, to_do] = &read.blocks;
        let sentence = shown(text);
        let mut blocks = happened.iter();
        if !sentence.is_empty() {
            assert_eq!(blocks.next().unwrap(), &sentence);
        }
        // Four violations, two or three details and the line before them.
        let rest: Vec<_> = blocks.collect();
        assert_eq!(rest.len(), 8, "{text:?} {rest:#?}");
        assert!(
            rest[..4].iter().all(|item| item.contains(&*sentence)),
            "{text:?} {rest:#?}"
        );
        assert_eq!(rest[4], "Details:", "{text:?}");
        assert_eq!(
            *to_do,
            ["The service gives no advice about this error."],
            "{text:?}"
        );
        assert!(read.code.len() >= 11, "{text:?} {:#?}", read.code);
    }
}

#[test]
fn an_id_that_nobody_has_checked_cannot_end_the_front_matter() {
    for text in HOSTILE {
        let read = read(&Fault::condition(Condition::Gone), text);
        let shown = read.front["request_id"].clone();
        assert_eq!(shown, *text);
    }
}
