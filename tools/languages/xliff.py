"""Reads what `manila export --format xliff` writes with translate-toolkit, which many tools of translators build on, and
holds it against the strict schema of XLIFF 1.2 and what the schema cannot say."""

import sys
from pathlib import Path

from lxml import etree
from translate.storage.xliff import xlifffile

NAMESPACE = "{urn:oasis:names:tc:xliff:document:1.2}"


class Local(etree.Resolver):
    """Finds what the schema imports beside it, and nothing anywhere else."""

    def resolve(self, url, public_id, context):
        return self.resolve_filename(str(schemas / Path(url).name), context)


schemas = Path(sys.argv[1])
parser = etree.XMLParser(no_network=True)
parser.resolvers.add(Local())
schema = etree.XMLSchema(etree.parse(str(schemas / "xliff-core-1.2-strict.xsd"), parser))

for path in sys.argv[2:]:
    document = etree.parse(path)
    assert schema.validate(document), f"{path}: {schema.error_log}"
    placeholders = 0
    for unit in document.iter(f"{NAMESPACE}trans-unit"):
        elements = [unit.find(NAMESPACE + name) for name in ("source", "target")]
        ids = [[ph.get("id") for ph in element.iter(f"{NAMESPACE}ph")] for element in elements if element is not None]
        assert all(len(set(of_element)) == len(of_element) for of_element in ids), unit.get("id")
        placeholders += sum(map(len, ids))

    store = xlifffile.parsestring(Path(path).read_bytes())
    units = store.units
    assert units and all(unit.source for unit in units), path
    assert len({unit.getid() for unit in units}) == len(units)
    translated = [unit for unit in units if unit.target]
    assert bool(translated) == (Path(path).stem not in ("untranslated", "hostile")), path
    print(
        f"{Path(path).stem}: {len(units)} units, {len(translated)} translated, {placeholders} placeholders, "
        f"from {store.getsourcelanguage()} to {store.gettargetlanguage()}"
    )
