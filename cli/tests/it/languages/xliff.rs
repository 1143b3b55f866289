//! The texts for a translator's tools.

use super::{exported, shop};

#[test]
fn xliff_has_a_unit_for_each_text_and_an_element_for_each_placeholder() {
    let spanish = "sold-out = Quedan { NUMBER($count) } de { $product } & { \"{\" }más{ \"}\" }.\nshop_closed = { $count ->\n   *[other] Cerrada.\n}\n";
    let shop = shop(Some(spanish));
    let text = exported(shop.path(), &["xliff", "--locale", "es"]);
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="shop.ftl" source-language="en" target-language="es" datatype="plaintext">
    <body>
      <trans-unit id="sold-out" resname="sold-out" xml:space="preserve">
        <source>It&apos;s <ph id="1">{ $count }</ph> left of <ph id="2">{ $product }</ph>.</source>
        <target state="translated">Quedan <ph id="1">{ NUMBER($count) }</ph> de <ph id="2">{ $product }</ph> &amp; {más}.</target>
      </trans-unit>
"#;
    assert!(text.starts_with(expected), "{text}");
    assert!(
        text.contains("<source>The shop is closed &lt;for now&gt;.</source>"),
        "{text}"
    );
    // Variants stay in the Fluent file.
    let (_, closed) = text.split_once("<trans-unit id=\"shop_closed\"").unwrap();
    assert!(
        closed.starts_with(" resname=\"shop_closed\" xml:space=\"preserve\" translate=\"no\">"),
        "{closed}"
    );
    assert!(text.contains("<trans-unit id=\"sold-out.cause-2\""));
    assert!(text.contains("Nothing is left of `{id}`.\n.hidden files"));
}

#[test]
fn a_placeholder_has_the_id_of_its_detail_in_every_order() {
    let spanish = "sold-out = De { $product } quedan { NUMBER($count) }, { $count }, { -app } y { $product }.\n-app = A\n";
    let shop = shop(Some(spanish));
    let text = exported(shop.path(), &["xliff", "--locale", "es"]);
    assert!(
        text.contains(
            "<ph id=\"1\">{ $count }</ph> left of <ph id=\"2\">{ $product }</ph>.</source>"
        ),
        "{text}"
    );
    let target = "De <ph id=\"2\">{ $product }</ph> quedan <ph id=\"1\">{ NUMBER($count) }</ph>, \
                  <ph id=\"3\">{ $count }</ph>, <ph id=\"4\">{ -app }</ph> y <ph id=\"5\">{ $product }</ph>.";
    assert!(text.contains(target), "{text}");
}
