#!/usr/bin/env python3
"""Judges INV-01 files from outside: the official JSON Schema, and every sum again in exact decimals.

  inv01.py SCHEMA FOLDER

Exit status 1 while anything is wrong.
"""
import json
import sys
from decimal import Decimal
from pathlib import Path

from jsonschema import Draft202012Validator


def faults(document):
    """What does not add up."""
    reverse = document["TranDtls"].get("RegRev") == "Y"
    sums = dict.fromkeys(("AssAmt", "CgstAmt", "SgstAmt", "IgstAmt", "TotItemVal"), Decimal(0))
    for item in document["ItemList"]:
        for key in sums:
            sums[key] += item.get(key, 0)
        if item["TotAmt"] - item.get("Discount", 0) != item["AssAmt"]:
            yield f'item {item["SlNo"]}: TotAmt - Discount is not AssAmt'
        taxes = sum(item.get(key, 0) for key in ("CgstAmt", "SgstAmt", "IgstAmt"))
        if item["TotItemVal"] not in (item["AssAmt"] + taxes, item["AssAmt"] if reverse else None):
            yield f'item {item["SlNo"]}: TotItemVal is not AssAmt with its taxes'
    values = document["ValDtls"]
    for of_items, of_document in (("AssAmt", "AssVal"), ("CgstAmt", "CgstVal"), ("SgstAmt", "SgstVal"),
                                  ("IgstAmt", "IgstVal")):
        if sums[of_items] != values.get(of_document, 0):
            yield f"{of_document} is {values.get(of_document, 0)}, its items come to {sums[of_items]}"
    total = sums["TotItemVal"] + values.get("OthChrg", 0) + values.get("RndOffAmt", 0)
    if total != values["TotInvVal"]:
        yield f'TotInvVal is {values["TotInvVal"]}, its parts come to {total}'


def main(schema, folder):
    validator = Draft202012Validator(json.load(open(schema)))
    wrong = count = 0
    for path in sorted(Path(folder).rglob("*.inv01.json")):
        count += 1
        found = [error.message for error in validator.iter_errors(json.load(open(path)))]
        found += faults(json.load(open(path), parse_float=Decimal))
        for fault in found:
            wrong += 1
            print(f"{path}: {fault}")
    print(f"{count} INV-01 files, {wrong} faults")
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]) if len(sys.argv) == 3 else __doc__)
