#!/usr/bin/env bash
# Makes a fictional service of many sites for measuring packs: 10 audiences × (briefing, leaflet, large-print
# briefing, highlighted poster) each.
#
#   bench/make_service.sh FOLDER [SITES]     200 sites unless told
set -euo pipefail
folder=${1:?usage: bench/make_service.sh FOLDER [SITES]}
sites=${2:-200}
mkdir -p "$folder"
towns=(Northbridge Southwick Eastleigh Westerham Holbeck Farnley Roundhay Ashby Marlow Kirkham)
houses=(Mill Orchard Garden River Chapel Station Meadow Harbour Quarry Bridge)

cat >"$folder/sayso.yaml" <<'YAML'
approach: intensive-interaction
service:
  name: Willow Care
  fictional: true
  about: "Willow Care runs homes and schools for people with profound and multiple learning disabilities."
  contact: {name: Sam Okafor, role: coordinator, phone: "01632 960 123", email: sam@willow.example, web: "https://willow.example"}
  sites-file: sites.csv
YAML

cat >"$folder/pack.yaml" <<'YAML'
documents:
  - audiences: [person, practitioners, carers, family, therapists, management, educators, commissioners, funders, inspectors]
    kinds: [briefing]
    editions: [standard, large-print]
  - audiences: [person, practitioners, carers, family, therapists, management, educators, commissioners, funders, inspectors]
    kinds: [leaflet, poster]
YAML

{
    echo "id,name,place,strands,groups,contact-name,contact-role,contact-phone,contact-email"
    for ((i = 1; i <= sites; i++)); do
        strand=$([ $((i % 3)) -eq 0 ] && echo children || echo adults)
        house=${houses[i % 10]} town=${towns[(i / 10) % 10]}
        printf 'site-%03d,"%s House %d",%s,%s,group-%d,Alex Reed %d,manager,"01632 960 %03d",site%d@willow.example\n' \
            "$i" "$house" "$i" "$town" "$strand" $((i % 5)) "$i" "$((i % 1000))" "$i"
    done
} >"$folder/sites.csv"
echo "$folder: $sites sites"
