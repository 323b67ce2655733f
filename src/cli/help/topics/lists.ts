/**
 * Help on layers that are lists of areas.
 */
export const lists = `A layer may be a table that lists what its units are made of, a row for each area:

  neighbourhood,level,code         icb,level,code,sign
  Riverside,ward,E05000001         Northshire,council,E06000001,+
  Riverside,LSOA,E01000007         Northshire,LSOA,E01000012,-

Levels are LSOA, MSOA, ward, council or any other kind, by any of its names (coterminous kinds lists them); where the column or a cell is empty, the code's prefix tells. A name may stand for a code. The column sign has + or include (an empty cell is that too), - or exclude: a unit is all that is included less all that is excluded, whatever the order of rows, as ICBs are defined by whole councils less some LSOAs. With neighbourhood_code and neighbourhood_name units have both.

Which small areas a ward or council is made of comes from the lookups of the same run, so each level needs one:

  coterminous coverage list.csv --within lookup.csv:LSOA21CD:LAD24CD

In coverage units may overlap: a small area listed under two neighbourhoods, here or in a lookup, is wholly in both, unless a lookup has a column of weights, which shares it out. Elsewhere a small area is in one unit.
`;
