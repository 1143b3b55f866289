//! What languages call themselves.

/// Languages, and what they call themselves; a tag of more parts has a name of its own where the first alone
/// would not do.
const NAMES: [(&str, &str); 83] = [
    ("af", "Afrikaans"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "Azərbaycan dili"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("bs", "Bosanski"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("de-at", "Deutsch (Österreich)"),
    ("de-ch", "Deutsch (Schweiz)"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("en-au", "English (Australia)"),
    ("en-ca", "English (Canada)"),
    ("en-gb", "English (United Kingdom)"),
    ("en-us", "English (United States)"),
    ("es", "Español"),
    ("es-419", "Español (Latinoamérica)"),
    ("es-es", "Español (España)"),
    ("es-mx", "Español (México)"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fil", "Filipino"),
    ("fr", "Français"),
    ("fr-ca", "Français (Canada)"),
    ("fr-ch", "Français (Suisse)"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("gu", "ગુજરાતી"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("km", "ខ្មែរ"),
    ("kn", "ಕನ್ನಡ"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mk", "Македонски"),
    ("ml", "മലയാളം"),
    ("mr", "मराठी"),
    ("ms", "Bahasa Melayu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("no", "Norsk"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("pt-br", "Português (Brasil)"),
    ("pt-pt", "Português (Portugal)"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("sr-latn", "Srpski"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh", "中文"),
    ("zu", "isiZulu"),
];

/// Chinese is told apart by script, whether its tag names that or a place.
const CHINESE: [(&str, &str); 6] = [
    ("zh-cn", "简体中文"),
    ("zh-hans", "简体中文"),
    ("zh-hant", "繁體中文"),
    ("zh-hk", "繁體中文（香港）"),
    ("zh-sg", "简体中文（新加坡）"),
    ("zh-tw", "繁體中文"),
];

/// What a language calls itself, by its tag (RFC 5646). One that is not known is called by its tag.
pub(crate) fn autonym(tag: &str) -> String {
    let lower = tag.to_ascii_lowercase();
    let named = |tag: &str| {
        let mut known = NAMES.iter().chain(&CHINESE);
        known
            .find(|(known, _)| *known == tag)
            .map(|(_, name)| *name)
    };
    if let Some(name) = named(&lower) {
        return name.to_owned();
    }
    let mut start = &*lower;
    while let Some((shorter, _)) = start.rsplit_once('-') {
        if let Some(name) = named(shorter) {
            return format!("{name} ({})", &tag[shorter.len() + 1..]);
        }
        start = shorter;
    }
    tag.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_calls_itself() {
        for (tag, name) in [
            ("es", "Español"),
            ("ES", "Español"),
            ("pt-BR", "Português (Brasil)"),
            ("es-AR", "Español (AR)"),
            ("zh-Hant-HK", "繁體中文 (HK)"),
            ("sr-Latn-RS", "Srpski (RS)"),
            ("tlh", "tlh"),
            ("x-own", "x-own"),
        ] {
            assert_eq!(autonym(tag), name, "{tag}");
        }
    }

    #[test]
    fn a_name_is_found_by_its_tag_alone() {
        let tags: std::collections::BTreeSet<_> =
            NAMES.iter().chain(&CHINESE).map(|(tag, _)| *tag).collect();
        assert_eq!(tags.len(), NAMES.len() + CHINESE.len());
        assert!(tags.iter().all(|tag| *tag == tag.to_ascii_lowercase()));
    }
}
