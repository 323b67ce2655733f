/**
 * Help on how places and kinds are named.
 */
export const places = `A place is named by its code or in any of its usual styles, in upper or lower case:

  coterminous partners "Essex County Council"
  coterminous partners "royal borough of greenwich"
  coterminous partners "Devon ICB"
  coterminous partners QJK
  coterminous partners E10000012

The style says what is meant: "Essex Police" is a police force area, "Essex" alone the council first. A word may say its layer or kind: police:Essex. Where several places have a name, all are listed and none is guessed; a name that nothing has is answered with the nearest ones.

Several places stand after one another, then the layers; --all council asks for every one of them:

  coterminous partners Leeds "North Yorkshire"
  coterminous partners --all council -o partners.csv

A council or board of 2021 or 2022 that is no more is answered by the one its area is in now, and it is said; so is a CCG where its successor is asked for: --layer england:sicbl --layer england:icb. A postcode, an LSOA, an MSOA, a ward or a town is looked up in a table that says where it lies:

  coterminous partners "LS1 4AP" --postcodes ONSPD.csv
  coterminous partners "Halton 001A" --lookup lsoa_ward_council.csv

Code-Point Open says the council and the ward of a postcode; with a lookup of wards beside it the rest follows, as far as the ward lies in one. What does not follow is said and not guessed.

Kinds are named by any of their names: council, county, ics, police, fire, hwb. The command kinds lists them all and says where to get each; kinds WORD only those that are called so.

A footprint that no public file has is brought in the form in which its owner knows it:

  whole units of a layer    --group dwp=ltla,dwp.csv, a table of councils and
                            their DWP districts
  small areas               hubs.csv:LSOA21CD:family_hub_code
  shares of small areas     acute.csv:LSOA21CD:acute_code:share
  wards, LSOAs, councils    patches.csv, a list (help lists)
  a drawn boundary          patches.geojson

Its kind is told from the heading of its codes: kind and _code, such as dwp_code or ambulance_code.

--only narrows a report to some units; rows, totals, page and map are theirs:

  coterminous overlap england:icb england:utla --only Essex --only Kent
  coterminous overlap england:icb england:ltla --only council=Guildford

Names do wherever a code is asked for: in scenarios, in lists of areas, and with --only, --never and --keep of suggest.
`;
