#!/usr/bin/env bash
# Makes the books of the example companies and issues their documents month by month.
#
#   examples/demo.sh BIJAK OUT
#
# Some example records are wrong on purpose (see each folder's README): import refuses them with
# status 1 and takes the rest. Any other status ends the demo.
set -euo pipefail
bijak=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)

# The same on any day: each month's work is done on the day of its invoices.
export BIJAK_TODAY

findings_are_fine() { "$@" || [ $? -eq 1 ]; }

# One order comes alone and is refused, because it is not what the contract says or more than the
# customer may owe. Somebody with a name and a reason lets it pass, and it is taken.
approve() {
    local file=$1 order=$2 code=$3 reason=$4 by=$5
    findings_are_fine "$bijak" --books "$books" import "$here/$name/$file"
    "$bijak" --books "$books" approve "$order" "$code" --reason "$reason" --by "$by"
    "$bijak" --books "$books" import "$here/$name/$file"
}

credit() { "$bijak" --books "$books" credit "$@"; }
debit() { "$bijak" --books "$books" debit "$@"; }
advance() { "$bijak" --books "$books" advance "$@"; }
cancel() { "$bijak" --books "$books" cancel "$@"; }
attach() {
    local order=$1 file=$2
    shift 2
    "$bijak" --books "$books" attach add "$order" "$here/$name/attachments/$file" "$@"
}
issue() { "$bijak" --books "$books" issue --until "$BIJAK_TODAY" --date "$BIJAK_TODAY"; }

# What comes before a month's other orders.
before_orders() {
    case $name-$month in
        bengaluru-2026-09)
            approve orders-contracts-2026-09-PHPL-1240.json SO-26-0229 credit-limit-exceeded \
                "Half is paid in advance, bank letter of 3 September" "Ashwini Devaraj"
            ;;
        muenchen-2026-10)
            approve orders-contracts-2026-10-WK-2266.json AU-2026-0430 price-mismatch \
                "Gateways aus der Messeausstellung" "Jörg Weißenbäck"
            ;;
    esac
}

# What happens between the orders of a month and its invoices: files that go with them, proformas,
# money in advance, an order on hold, which is delivered but not billed until it is released.
before_invoices() {
    case $name-$month in
        bengaluru-2026-04)
            attach SO-26-0001 serial-numbers-SO-26-0001.csv --description "Serial numbers"
            ;;
        muenchen-2026-04)
            attach AU-2026-0301 Kalibrierwerte-LS-2026-0410.csv --delivery LS-2026-0410 \
                --description "Kalibrierwerte der Logger"
            ;;
        bengaluru-2026-05)
            "$bijak" --books "$books" proforma SO-26-0303
            advance SO-26-0303 --amount 50000.00 --received 2026-05-06
            ;;
        bengaluru-2026-09) advance SO-26-0315 --amount 20000.00 --received 2026-09-03 ;;
        bengaluru-2026-11)
            "$bijak" --books "$books" hold SO-26-0238 --by "Nalini Prabhu" \
                --reason "Customer asks for another delivery address"
            "$bijak" --books "$books" check --until "$BIJAK_TODAY"
            "$bijak" --books "$books" release SO-26-0238 --by "Nalini Prabhu"
            ;;
        muenchen-2026-05)
            "$bijak" --books "$books" proforma AU-2026-0505
            advance AU-2026-0505 --amount 4000.00 --received 2026-05-08
            ;;
        muenchen-2026-09) advance AU-2026-0514 --amount 500.00 --received 2026-09-04 ;;
    esac
}

# What happens to documents once they are issued.
after_invoices() {
    case $name-$month in
        bengaluru-2026-05) credit NV/26-27/00005 --reason "Sent back unopened" ;;
        bengaluru-2026-06)
            credit NV/26-27/00073 --line 2:1 --reason "One handbook was missing"
            ;;
        bengaluru-2026-07)
            credit NV/26-27/00118 --line 1:100 --reason "Level 3 was not cabled"
            ;;
        bengaluru-2026-08)
            credit NV/26-27/00118 --line 1 --reason "Lease of the building given up"
            credit --return DC-26-0335
            credit NV/26-27/00145 --line 2:1 --reason "One cord was damaged"
            ;;
        bengaluru-2026-09)
            credit --return DC-26-0339
            credit NV/26-27/00145 --reason "Wrong model, all of it came back"
            credit NV/26-27/00164 --amount 3000.00 --reason "Erected a week late"
            credit NV/26-27/00010 --amount 2500.00 --financial --reason "Loyalty bonus"
            ;;
        bengaluru-2026-10)
            credit NV/26-27/00190 --line 1:2 --reason "Two units were dead on arrival"
            debit NV/26-27/00192 --line 1=1200.00 --reason "Price agreed later"
            cancel SO-26-0315 --reason "Customer buys elsewhere" --by "Nalini Prabhu"
            credit RV/26-27/0002 --amount 5000.00 --reason "First part of the refund"
            cancel NV/26-27/00230 --reason "Printed before the new purchase order number came" \
                --by "Nalini Prabhu"
            issue
            ;;
        bengaluru-2026-11) credit RV/26-27/0002 --reason "Rest of the refund" ;;
        muenchen-2026-05) credit RE-2026-0321 --reason "Widerruf" ;;
        muenchen-2026-06) credit RE-2026-0369 --line 1:2 --reason "Zwei Logger defekt" ;;
        muenchen-2026-07)
            credit RE-2026-0404 --amount 100.00 --reason "Verspätete Inbetriebnahme"
            ;;
        muenchen-2026-08) credit --return LS-2026-0833 ;;
        muenchen-2026-09)
            credit RE-2026-0439 --line 2 --reason "Leitung doppelt bestellt"
            debit RE-2026-0332 --line 1=290.00 --reason "Ein Tag mehr als abgerechnet"
            ;;
        muenchen-2026-10)
            credit RE-2026-0375 --amount 20.00 --reason "Kratzer am Gehäuse"
            cancel AU-2026-0514 --reason "Umbau verschoben" --by "Mirjam Ößwald"
            credit AZ-2026-0002 --reason "Anzahlung zurückgezahlt"
            cancel RE-2026-0487 --reason "Falsche Baustelle genannt" --by "Mirjam Ößwald"
            issue
            ;;
        muenchen-2026-11) credit RE-2026-0375 --reason "Rückgabe nach Ersatzlieferung" ;;
        singapore-2024-01)
            credit LT-2023-0001 --line 2:10 --reason "Ten anodes of the wrong weight"
            ;;
    esac
}

company() {
    name=$1
    books=$out/$name
    shift
    printf '\n== %s ==\n\n' "$name"
    BIJAK_TODAY=$1-01
    "$bijak" --books "$books" init --company "$here/$name/company.json"
    findings_are_fine "$bijak" --books "$books" import \
        "$here/$name"/customers* "$here/$name"/items* "$here/$name"/prices* \
        "$here/$name"/rates* "$here/$name"/contracts*
    for month in "$@"; do
        BIJAK_TODAY=$month-$(case $month in
            *-02) echo 29 ;;
            *-04 | *-06 | *-09) echo 30 ;;
            *-11) echo 20 ;;
            *) echo 31 ;;
        esac)
        printf '\n-- %s --\n' "$month"
        before_orders
        findings_are_fine "$bijak" --books "$books" import \
            "$here/$name"/orders{,-contracts,-tax}-"$month".* \
            "$here/$name"/deliveries{,-contracts,-tax}-"$month".*
        before_invoices
        "$bijak" --books "$books" check --until "$BIJAK_TODAY"
        issue
        after_invoices
    done
}

# Patterns that match nothing are no files.
shopt -s nullglob

rm -rf "$out"
mkdir -p "$out"
company bengaluru 2026-0{4..9} 2026-10 2026-11
company muenchen 2026-0{4..9} 2026-10 2026-11
company singapore 2023-12 2024-01 2024-02

count() { find "$out" -path '*/archive/*' -name "$1" | wc -l; }
printf '\n== What lies where ==\n\n'
printf '%6d  PDF            %s/COMPANY/archive/CUSTOMER/YYYY-MM/NUMBER.pdf\n' "$(count '*.pdf')" "$out"
printf '%6d  EN 16931 CII   … NUMBER.cii.xml\n' "$(count '*.cii.xml')"
printf '%6d  EN 16931 UBL   … NUMBER.ubl.xml\n' "$(count '*.ubl.xml')"
printf '%6d  INV-01 (India) … NUMBER.inv01.json\n' "$(count '*.inv01.json')"
printf '%6d  canonical JSON … NUMBER.json\n' "$(($(count '*.json') - $(count '*.inv01.json')))"
printf '\nThe findings above are on purpose: examples/*/README.md lists what is refused and why.\n'

a=$out/bengaluru
b=$out/muenchen
c=$out/singapore
cat <<END

Try:
  $bijak --books $a find --customer SAHYADRI
  $bijak --books $b fetch RE-2026-0318 --output $out/fetched

What was agreed, and with whom:
  $bijak --books $a contract show RC-26-01 --on 2026-07-31
  $bijak --books $a contract show RC-26-01 --on 2026-08-01
  $bijak --books $a customer history MANDARA
  $bijak --books $a customer show PUSHKARINI

What became of it:
  $bijak --books $a status --order SO-26-0209
  $bijak --books $b status --customer K-8002 --open
  $bijak --books $a find --customer KADAMBA

Where an amount comes from: a month's deliveries on one invoice, a milestone, a price that
somebody let pass:
  $bijak --books $a explain NV/26-27/00025
  $bijak --books $a explain NV/26-27/00086 lines.2.gross
  $bijak --books $b explain RE-2026-0498 lines.1.unitPrice

Prices with tax in them, a final invoice after a deposit, the rest of a credit, a rate of one's own:
  $bijak --books $a explain NV/26-27/00005
  $bijak --books $b explain RE-2026-0377 totals.payable
  $bijak --books $a explain CN/26-27/0004
  $bijak --books $c explain LT-2024-0001

The order as its contract would have it:
  $bijak --books $a check --expected $here/bengaluru/orders-contracts-2026-06.jsonl
END
