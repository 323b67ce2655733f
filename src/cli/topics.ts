/**
 * Help that belongs to no one command.
 */
export const topics: Readonly<Record<string, string>> = {
  layers: `A LAYER is one of

  [id=]path[#inner]                      a boundary file: GeoJSON, Esri JSON, TopoJSON, Shapefile,
                                         GeoPackage, FlatGeobuf, GeoParquet, KML, KMZ, CSV with WKT;
                                         zipped or gzipped; or a folder that holds one. File geodatabases,
                                         GML and MapInfo need the package gdal3.js installed
  [id=]table.csv:member:group[:weight]   a lookup: blocks (member) and the units they are in (group); CSV,
                                         XLSX, ODS, or one inside an archive, as lookups.zip#a.csv
  [id=]atoms.csv#stem                    a layer of an atom table: stem_code, stem_name, people
  [id=]england:icb                       the embedded figures for England: icb, icb@2026, ltla, utla,
                                         cauth, region, pfa, fra, or any other name of these: council,
                                         county, police, fire, ics, hwb
  [id=]list.csv                          areas listed by unit: neighbourhood, level, code (help lists)
  -                                      standard input, once

A literal existing path wins over this grammar. Without an id a layer is called by its kind, told from its fields
(ICB24CD is icb, LAD25CD is ltla); two vintages of a kind become icb_2023 and icb_2026.`,
  lists: `A layer may be a table that lists what its units are made of, a row for each area:

  neighbourhood,level,code               icb,level,code,sign
  Riverside,ward,E05000001               Northshire,council,E06000001,+
  Riverside,LSOA,E01000007               Northshire,LSOA,E01000012,-

Levels are LSOA, MSOA, ward, council or any other kind, by any of its names (coterminous kinds lists them); where the
column or a cell is empty, the code's prefix tells. A name may stand for a code. The column sign has + or include (an empty
cell is that too), - or exclude: a unit is all that is included less all that is excluded, whatever the order of rows, as
ICBs are defined by whole councils less some LSOAs. With neighbourhood_code and neighbourhood_name units have both.

Which small areas a ward or council is made of comes from the lookups of the same run, so each level needs one:

  coterminous coverage list.csv --within lookup.csv:LSOA21CD:LAD24CD --also lookup.csv:LSOA21CD:WD24CD

In coverage units may overlap: a small area listed under two neighbourhoods, here or in a lookup, is wholly in both, unless
a lookup has a column of weights, which shares it out. Elsewhere a small area is in one unit.`,
  people: `--people [name=]FILE[:COLUMN] counts people by small area. The file is CSV, XLSX, ODS or any boundary format; its
columns are recognised, or the one to count is named, or with it the one of the codes, as FILE:CODES:COLUMN. It may be
given several times.

Where the small areas are is said with --blocks: polygons or points (population-weighted centroids), which have all
their people in one place. Layers given by lookup need no blocks. A file with coordinates of its own (postcodes,
practices) is placed point by point; each row counts one unless a column is named.

A polygon belongs to the units it overlaps by more than a sliver: a piece thinner than the tolerance between blocks and
units carries nobody. A block that is truly split is shared by area, and what lies outside all units stays outside.
--place whole gives each block to the unit with most of it. The method of each figure says how many people hang on
that; where over 1 % in blocks of which no unit has three quarters, a warning asks for a lookup or finer files.

People who fall in a sliver are counted with the real overlap beside it. Nothing is lost: the reconciliation on standard
error adds up to all that came in.`,
  tolerance: `Two files of one boundary never agree. --tolerance METRES says how wide a false overlap may be: a piece of a
pair whose mean width (twice its area over its perimeter) is less is a sliver, set aside and reported.

By default it is the sum of both layers' accuracies by the ONS suffix in the file name (BFC and BFE 1 m, BGC 20 m,
BSC 200 m, BUC 500 m), plus that of a transformation between coordinate systems. Where a name says nothing it is measured:
how far apart the two run where they run together. Then whatever half of it or twice it would judge otherwise is in doubt:
it is said after the headline, listed by --table doubts, and flagged in the column in_doubt.
--sensitivity shows how the count of real overlaps depends on it; --include-slivers keeps them in the table.`,
  scenarios: `A scenario says what would change; coterminous scenario FILE tells what that does. To begin:

  coterminous scenario --example > example.yaml      a scenario of England that runs as it is
  coterminous scenario example.yaml

Units and pieces are written by name or by code. The shortest form is a table of units and what they become, CSV or
XLSX, with any headings:

  unit,new_unit
  Elmbridge,East Surrey
  Mole Valley,East Surrey
  Guildford,West Surrey

or YAML:

  merge:
    East Surrey: [Elmbridge, Mole Valley]
    West Surrey: [Guildford, Woking]

The long form says which layer changes, what it is held against, and does one thing after another:

  name: two_councils
  layer: england:ltla                          or a file; --layer says the same
  against: [england:icb@2026, england:police]  --against says the same
  pieces: [wards.geojson]                      layers whose units are moved as pieces
  operations:
    - merge: [Elmbridge, Mole Valley]
      into: East Surrey                        or {code: X_EAST, name: East Surrey}
    - move: ['ward:Ashley']                    layer:unit for a unit of another layer
      from: Woking
      to: Guildford
    - split: Waverley
      into: [{name: Farnham, pieces: ['ward:Farnham Castle']}, {name: Godalming, rest: true}]
    - rename: Runnymede
      to: Thames Side
    - create: Heathlands
      pieces: ['ward:Bagshot', 'ward:Windlesham']
    - abolish: Spelthorne
      to: nobody                               or a unit

The short forms merge: {New: [a, b]}, move: {To: [piece]}, rename: {Old: New}, abolish: {Old: To} and
split: {Old: {One: [piece], Other: rest}} stand at the top or among the operations. As a table, operations are rows of
operation,pieces,from,to,name with ; between pieces.

Without a layer, the one of England that has the units named is taken, and it is said. A name that stands for a unit
there already means that unit; another name makes a new unit.`,
  codes: `Exit codes: 0 done; 1 done, and a rule given with --fail-on, a config or a baseline was broken; 2 the input or the
command is wrong, and the message says which file, which unit, where and what to do; 3 a fault of ours.`,
};
