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
                                         cauth, region, pfa, fra
  -                                      standard input, once

A literal existing path wins over this grammar. Without an id a layer is called by its kind, told from its fields
(ICB24CD is icb, LAD25CD is ltla); two vintages of a kind become icb_2023 and icb_2026.`,
  people: `--people [name=]FILE[:COLUMN] counts people by small area. The file is CSV, XLSX, ODS or any boundary format; its
columns are recognised, or the one to count is named, or with it the one of the codes, as FILE:CODES:COLUMN. It may be
given several times.

Where the small areas are is said with --blocks: polygons share their people by area, points (population-weighted
centroids) have them all in one place. Layers given by lookup need no blocks. A file with coordinates of its own
(postcodes, practices) is placed point by point; each row counts one unless a column is named.

People who fall in a sliver are counted with the real overlap beside it. Nothing is lost: the reconciliation on standard
error adds up to all that came in.`,
  tolerance: `Two files of one boundary never agree. --tolerance METRES says how wide a false overlap may be: a piece of a
pair whose mean width (twice its area over its perimeter) is less is a sliver, set aside and reported.

By default it is the sum of both layers' accuracies: by the ONS suffix in the file name (BFC and BFE 1 m, BGC 20 m,
BSC 200 m, BUC 500 m), else estimated from the vertices, plus that of a transformation between coordinate systems.
--sensitivity shows how the count of real overlaps depends on it; --include-slivers keeps them in the table.`,
  codes: `Exit codes: 0 done; 1 done, and a rule given with --fail-on, a config or a baseline was broken; 2 the input or the
command is wrong, and the message says which file, which unit, where and what to do; 3 a fault of ours.`,
};
