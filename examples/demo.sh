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

# The same on any day: the last of the examples' months is over by then.
export BIJAK_TODAY=2026-11-30

findings_are_fine() { "$@" || [ $? -eq 1 ]; }

issue_company() {
    local name=$1 books=$out/$1
    printf '\n== %s ==\n\n' "$name"
    "$bijak" --books "$books" init --company "$here/$name/company.json"
    findings_are_fine "$bijak" --books "$books" import \
        "$here/$name"/customers* "$here/$name"/items* "$here/$name"/prices*
    local month last
    for month in 04 05 06 07 08 09 10 11; do
        last=$(case $month in 04 | 06 | 09) echo 30 ;; 11) echo 20 ;; *) echo 31 ;; esac)
        printf '\n-- 2026-%s --\n' "$month"
        findings_are_fine "$bijak" --books "$books" import \
            "$here/$name"/orders-2026-$month.* "$here/$name"/deliveries-2026-$month.*
        "$bijak" --books "$books" check --until "2026-$month-$last"
        "$bijak" --books "$books" issue --until "2026-$month-$last" --date "2026-$month-$last"
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
printf '\nTry:\n  %s --books %s/bengaluru find --customer SAHYADRI\n' "$bijak" "$out"
printf '  %s --books %s/muenchen fetch RE-2026-0318 --output %s/fetched\n' "$bijak" "$out" "$out"
