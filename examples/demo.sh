#!/usr/bin/env bash
# Makes the books of both example companies and issues their invoices month by month.
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
export BIJAK_TODAY=2026-04-01

findings_are_fine() { "$@" || [ $? -eq 1 ]; }

# One order comes alone and is refused, because it is not what the contract says or more than the
# customer may owe. Somebody with a name and a reason lets it pass, and it is taken.
approve() {
    local name=$1 file=$2 order=$3 code=$4 reason=$5 by=$6
    findings_are_fine "$bijak" --books "$out/$name" import "$here/$name/$file"
    "$bijak" --books "$out/$name" approve "$order" "$code" --reason "$reason" --by "$by"
    "$bijak" --books "$out/$name" import "$here/$name/$file"
}

# What happens between the orders of a month and its invoices.
before_month() {
    case $1-$2 in
        bengaluru-09)
            approve bengaluru orders-contracts-2026-09-PHPL-1240.json SO-26-0229 \
                credit-limit-exceeded "Half is paid in advance, bank letter of 3 September" \
                "Ashwini Devaraj"
            ;;
        muenchen-10)
            approve muenchen orders-contracts-2026-10-WK-2266.json AU-2026-0430 \
                price-mismatch "Gateways aus der Messeausstellung" "Jörg Weißenbäck"
            ;;
    esac
}

# An order on hold is delivered but not billed until it is released.
hold_for_a_while() {
    local books=$out/$1
    "$bijak" --books "$books" hold SO-26-0238 --by "Nalini Prabhu" \
        --reason "Customer asks for another delivery address"
    "$bijak" --books "$books" check --until "$BIJAK_TODAY"
    "$bijak" --books "$books" release SO-26-0238 --by "Nalini Prabhu"
}

issue_company() {
    local name=$1 books=$out/$1
    printf '\n== %s ==\n\n' "$name"
    "$bijak" --books "$books" init --company "$here/$name/company.json"
    findings_are_fine "$bijak" --books "$books" import \
        "$here/$name"/customers* "$here/$name"/items* "$here/$name"/prices* \
        "$here/$name"/contracts*
    local month last
    for month in 04 05 06 07 08 09 10 11; do
        last=$(case $month in 04 | 06 | 09) echo 30 ;; 11) echo 20 ;; *) echo 31 ;; esac)
        BIJAK_TODAY=2026-$month-$last
        printf '\n-- 2026-%s --\n' "$month"
        before_month "$name" "$month"
        findings_are_fine "$bijak" --books "$books" import \
            "$here/$name"/orders{,-contracts}-2026-$month.* \
            "$here/$name"/deliveries{,-contracts}-2026-$month.*
        if [ "$name-$month" = bengaluru-11 ]; then hold_for_a_while "$name"; fi
        "$bijak" --books "$books" check --until "$BIJAK_TODAY"
        "$bijak" --books "$books" issue --until "$BIJAK_TODAY" --date "$BIJAK_TODAY"
    done
}

rm -rf "$out"
mkdir -p "$out"
issue_company bengaluru
issue_company muenchen

count() { find "$out" -path '*/archive/*' -name "$1" | wc -l; }
printf '\n== What lies where ==\n\n'
printf '%6d  PDF            %s/COMPANY/archive/CUSTOMER/YYYY-MM/NUMBER.pdf\n' "$(count '*.pdf')" "$out"
printf '%6d  EN 16931 UBL   … NUMBER.ubl.xml\n' "$(count '*.ubl.xml')"
printf '%6d  canonical JSON … NUMBER.json\n' "$(count '*.json')"
printf '\nThe findings above are on purpose: examples/*/README.md lists what is refused and why.\n'

a=$out/bengaluru
b=$out/muenchen
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

Where an amount comes from: a month's deliveries on one invoice, a milestone, a price that
somebody let pass:
  $bijak --books $a explain NV/26-27/00023
  $bijak --books $a explain NV/26-27/00079 lines.2.gross
  $bijak --books $b explain RE-2026-0483 lines.1.unitPrice

The order as its contract would have it:
  $bijak --books $a check --expected $here/bengaluru/orders-contracts-2026-06.jsonl
END
