#!/usr/bin/env bash
# The first minute of a new user, word for word, with the time of each step: what `npm ci` has made in a checkout is run
# from a folder of one's own.
#
#     scripts/first-minute.sh [CHECKOUT]        # in a terminal of 80 columns
set -u
checkout=$(cd "${1:-.}" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export PATH="$folder/.bin:$PATH"
mkdir "$folder/.bin" && ln -s "$checkout/bin/coterminous.js" "$folder/.bin/coterminous"
failed=0

# Runs a command line as it is typed; the first word is the exit code that is right.
step() {
  local right=$1 begun ended code
  shift
  printf '\n$ %s\n' "$*"
  begun=$(date +%s%N)
  eval "$*"
  code=$?
  ended=$(date +%s%N)
  printf '[exit %d, %d.%d s]\n' "$code" $(((ended - begun) / 1000000000)) $(((ended - begun) / 100000000 % 10))
  [ "$code" -eq "$right" ] || failed=1
}

square() { # CODE-FIELD CODE NAME-FIELD NAME WEST EAST
  printf '{"type":"Feature","properties":{"%s":"%s","%s":"%s"},"geometry":{"type":"Polygon","coordinates":[[[%s,52],[%s,52],[%s,52.1],[%s,52.1],[%s,52]]]}}' \
    "$1" "$2" "$3" "$4" "$5" "$6" "$6" "$5" "$5"
}
collection() { local IFS=,; printf '{"type":"FeatureCollection","features":[%s]}\n' "$*"; }
collection "$(square ICB24CD E54000001 ICB24NM 'NHS Ash Integrated Care Board' -1 -0.85)" \
  "$(square ICB24CD E54000002 ICB24NM 'NHS Birch Integrated Care Board' -0.85 -0.7)" >"$folder/icbs.geojson"
collection "$(square LAD24CD E07000001 LAD24NM Elm -1 -0.9)" "$(square LAD24CD E07000002 LAD24NM Fir -0.9 -0.8)" \
  "$(square LAD24CD E07000003 LAD24NM Oak -0.8 -0.7)" >"$folder/councils.geojson"

{
  printf 'LSOA21CD,Total\n'
  for i in 1 2 3 4 5 6; do printf 'E0100000%d,%d00\n' "$i" "$((i + 14))"; done
} >"$folder/residents.csv"
{
  printf 'LSOA21CD,longitude,latitude\n'
  for i in 1 2 3 4 5 6; do printf 'E0100000%d,-0.%d,52.05\n' "$i" "$((1000 - 50 * i + 25))"; done
} >"$folder/centroids.csv"

cd "$checkout" || exit 1
step 0 npx coterminous demo
cd "$folder" || exit 1
printf '\n$ ls\n' && ls
step 0 coterminous inspect councils.geojson
step 0 coterminous overlap icbs.geojson councils.geojson
step 0 coterminous inspect residents.csv
step 0 coterminous overlap icbs.geojson councils.geojson --people residents.csv --blocks centroids.csv
step 0 coterminous align icbs.geojson councils.geojson -o page.html
step 1 coterminous align icbs.geojson councils.geojson --quiet -o align.csv --fail-on '"shared_units max 0"'
step 2 coterminous align icbs.geojson councils.geojson --fail-on '"shared_unit max 0"'
printf 'merge: {NHS Ash and Birch ICB: [NHS Ash ICB, Birch]}\n' >plan.yaml
printf '\n$ cat plan.yaml\n' && cat plan.yaml
step 0 coterminous scenario plan.yaml --layer icbs.geojson --against councils.geojson
step 0 coterminous init
step 0 coterminous report
step 0 'coterminous partners "Essex County Council"'
exit "$failed"
