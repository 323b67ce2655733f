/**
 * Help on people and where they live.
 */
export const people = `--people [name=]FILE[:COLUMN] counts people by small area. The file is CSV, XLSX, ODS or any boundary format; its columns are recognised, or the one to count is named, or with it the one of the codes, as FILE:CODES:COLUMN. It may be given several times.

  coterminous overlap icbs.geojson councils.geojson \\
    --people residents.csv --blocks lsoa.geojson

Where the small areas are is said with --blocks: polygons, or points (population-weighted centroids), which have all their people in one place. Layers given by lookup need no blocks. A file with coordinates of its own (postcodes, practices) is placed point by point; each row counts one unless a column is named.

A polygon belongs to the units it overlaps by more than a sliver: a piece thinner than the tolerance between blocks and units carries nobody. A block that is truly split is shared by area, and what lies outside all units stays outside. --place whole gives each block to the unit with most of it. The method of each figure says how many people hang on that; where over 1 % are in blocks of which no unit has three quarters, a warning asks for a lookup or finer files.

People who fall in a sliver are counted with the real overlap beside it. Nothing is lost: the reconciliation on standard error adds up to all that came in.
`;
