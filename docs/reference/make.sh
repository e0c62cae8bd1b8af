#!/usr/bin/env bash
# Draws the examples of docs/templates.md as docs/images/templates/*.png.
#
#   docs/reference/make.sh BIJAK
#
# Each ```xml block is put into example.xml, unless it is a whole template, and one real invoice is
# rendered with it: the order beside this script, delivered and billed by the example company in Bengaluru. The
# picture that follows a block names its file, which says in a comment which text it was drawn from.
# Needs pdftoppm (poppler-utils) and convert (ImageMagick 6).
set -euo pipefail
bijak=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
docs=$(dirname "$here")
company=$docs/../examples/bengaluru
pictures=$docs/images/templates
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BIJAK_TODAY=2026-04-30

# The text of each example as NAME.xml.
mkdir "$work/examples"
awk -v folder="$work/examples" '
    /^```xml$/ { inside = 1; text = ""; next }
    /^```$/ { inside = 0; next }
    inside { text = text $0 "\n"; next }
    match($0, /\(images\/templates\/[a-z-]+\.png\)/) {
        name = substr($0, RSTART + 18, RLENGTH - 23)
        printf "%s", text > (folder "/" name ".xml")
        text = ""
    }' "$docs/templates.md"

books() { "$bijak" --books "$work/books" "$@" >/dev/null; }
books init --company "$company/company.json"
books import "$company"/{customers,items}.json "$company"/prices.csv
books import "$here"/{orders,deliveries}.json
books issue --date 2026-04-08
mkdir -p "$work/books/templates"
cp "$here/stamp.png" "$work/books/templates/"

# Where the pages reach from and to, with a margin: 13 to 117 mm.
density=144
left=$((13 * density * 10 / 254))
width=$((104 * density * 10 / 254))

rm -f "$pictures"/*.png
for example in "$work"/examples/*.xml; do
    name=$(basename "$example" .xml)
    template=$work/books/templates/$name.xml
    if grep -q '<template' "$example"; then
        cp "$example" "$template"
    else
        awk -v example="$example" '
            /<!-- example -->/ { while ((getline line < example) > 0) print line; next }
            { print }' "$here/example.xml" >"$template"
    fi
    "$bijak" template check "$template" >/dev/null
    page=$("$bijak" --books "$work/books" rerender --customer YAMUNA --template "$name" |
        grep -o '[^ ]*\.pdf')
    case $page in /*) ;; *) page=$work/books/$page ;; esac
    rm -f "$work"/page*
    if grep -q '<fixed' "$example"; then
        # What stands at its place is shown with the page around it.
        pdftoppm -png -r 50 "$page" "$work/page"
        pieces=("$work"/page*.png)
        convert "${pieces[@]}" -shave 1x1 -bordercolor '#b0b0b0' -border 1 \
            -background white -gravity west -splice 8x0 +append -chop 8x0 "$work/picture.png"
    else
        pdftoppm -png -r $density -x $left -y 0 -W $width -H $((11 * density)) "$page" "$work/page"
        for piece in "$work"/page*.png; do
            # The height of what is printed; the width stays.
            read -r height top < <(convert "$piece" -trim -format '%h %Y\n' info:)
            convert "$piece" -crop "${width}x$height+0+$((top))" +repage \
                -bordercolor white -border 0x10 -bordercolor '#d8d8d8' -border 1 "$piece"
        done
        convert "$work"/page*.png -background white -gravity south -splice 0x6 -append \
            -gravity south -chop 0x6 "$work/picture.png"
    fi
    convert "$work/picture.png" +profile "*" -dither None -colors 48 \
        -set comment "$(sha256sum "$example" | cut -c1-64)" \
        -define png:exclude-chunks=date,tIME,bKGD,gAMA,cHRM,pHYs "$pictures/$name.png"
done
du -ch "$pictures"/*.png | tail -1
