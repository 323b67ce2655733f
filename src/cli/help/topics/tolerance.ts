/**
 * Help on the tolerance.
 */
export const tolerance = `Two files of one boundary never agree. --tolerance METRES says how wide a false overlap may be: a piece of a pair whose mean width (twice its area over its perimeter) is less is a sliver, set aside and reported.

By default it is the sum of both layers' accuracies by the ONS suffix in the file name (BFC and BFE 1 m, BGC 20 m, BSC 200 m, BUC 500 m), plus that of a transformation between coordinate systems. Where a name says nothing it is measured: how far apart the two run where they run together. Then whatever half of it or twice it would judge otherwise is in doubt: it is said after the headline, listed by --table doubts, and flagged in the column in_doubt.

  coterminous overlap icbs.geojson councils.geojson --tolerance 20
  coterminous overlap icbs.geojson councils.geojson --sensitivity

--sensitivity shows how the count of real overlaps depends on it; --include-slivers keeps them in the table.
`;
