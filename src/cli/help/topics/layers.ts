/**
 * Help on what a layer can be.
 */
export const layers = `A LAYER is one of:

  [id=]path[#inner]                     a boundary file
  [id=]table.csv:member:group[:weight]  a lookup: blocks and the units they
                                        are in; CSV, XLSX, ODS, or one in an
                                        archive, as lookups.zip#a.csv
  [id=]atoms.csv#stem                   a layer of an atom table: stem_code,
                                        stem_name, people
  [id=]england:icb                      the embedded figures for England
  [id=]list.csv                         areas listed by unit (help lists)
  -                                     standard input, once

Boundary files are GeoJSON, Esri JSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML, KMZ and CSV with WKT, zipped or gzipped too, or a folder that holds one. File geodatabases, GML and MapInfo need the package gdal3.js installed.

  coterminous inspect councils.geojson
  coterminous overlap icbs.geojson councils.geojson

The embedded figures are england:icb (2024), sicbl, nhser, ltla, utla, cauth, region, pfa, fra and ward (whole LSOAs), by these or any other of their names: council, county, police, fire, ics, hwb. Earlier and later boundaries are england:icb@2026, @2022 and @2021 (the STPs), sicbl@2022, ccg@2021, ltla@2021 and utla@2021. They have residents and no shapes.

  coterminous overlap england:ics england:county

A literal existing path wins over this grammar. Without an id a layer is called by its kind, told from its fields (ICB24CD is icb, LAD25CD is ltla); two vintages of a kind become icb_2023 and icb_2026. With an id of your own:

  coterminous overlap boards=icbs.geojson districts=councils.geojson
`;
