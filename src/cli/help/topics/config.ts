/**
 * Help on the configuration file.
 */
export const config = `coterminous.yaml names layers, people, reports and what is written. Let it be made from the files of a folder, then run it:

  coterminous init
  coterminous report

It looks like this; paths are relative to it:

  layers:
    icb: icbs.geojson
    council: { file: councils.geojson, code: LAD24CD, name: LAD24NM }
  people:
    residents: residents.csv
  blocks: lsoa.geojson
  tolerance: auto
  reports:
    councils:
      command: align
      layers: [icb, council]
      rules: ["shared_units max 12"]
      outputs: [councils.csv]
  outputs: [report.html, report.xlsx]

A report is any of overlap, align, coverage, compare, partners, check, scenario, suggest, suggest neighbourhoods and differencing, with the options of the command by their names, written with _ for -. Further keys:

  title, subtitle           of page, document and workbook, at the top
  headings                  of a report: what a table is titled, by its name, as
                            in headings: { shared: Councils in two ICBs }
  blocks                    where the small areas of people are: a boundary file
  catalogue                 another catalogue than the one on board
  call                      of a layer: what one unit and several are called, as
                            in call: ward|wards
  later                     of compare: vintages after before and after, in
                            order, which make it a timeline
  places, all, gazetteers   of partners: further places, a layer all of whose
                            units are places, and tables in which postcodes and
                            small places stand (--postcodes and --lookup)
  size, keep, compare_with  of suggest neighbourhoods: as the options of the
                            command; the small areas are the file's blocks
  only                      at the top or in a report: some units alone, by name
                            or code, as in only: [Essex]

A layer, lookup or measure may be an id of the catalogue, as icb: icb@2026 (coterminous fetch --list). It is taken from the folder data beside the file, else from what was fetched before, else fetched; with --offline never.

schema/config.schema.json describes every key, so that editors complete them.

--config lends the file's layers, people and settings to a single command:

  coterminous overlap icb council --config coterminous.yaml
`;
