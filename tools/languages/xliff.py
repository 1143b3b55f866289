"""Reads what `manila export --format xliff` writes with translate-toolkit, which many tools of translators build on."""

import sys

from translate.storage.xliff import xlifffile

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        store = xlifffile.parsestring(file.read())
    units = store.units
    assert units and all(unit.source for unit in units), path
    translated = [unit for unit in units if unit.target]
    assert translated, path
    print(f"{path}: {len(units)} units, {len(translated)} translated, from {store.getsourcelanguage()} to {store.gettargetlanguage()}")
    assert len({unit.getid() for unit in units}) == len(units)
