/**
 * Examples that begin the help of each command: on the embedded figures for England, or on files with plain names.
 * Every one of them is run by a test.
 */

/** Command lines without `coterminous`, by command. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  coterminous: ['demo', 'partners "Essex County Council"', 'overlap icbs.geojson councils.geojson', 'init'],
  overlap: [
    'overlap england:icb england:council',
    'overlap icbs.geojson councils.geojson -o overlap.csv -o map.html',
    'overlap icbs.geojson councils.geojson --people residents.csv --blocks lsoa.geojson',
    'overlap lookup.csv:LSOA21CD:ICB24CD lookup.csv:LSOA21CD:LAD24CD --people residents.csv',
  ],
  align: [
    'align england:icb england:utla',
    'align icbs.geojson councils.geojson --people residents.csv --blocks lsoa.geojson -o align.html',
    'align icbs.geojson councils.geojson --table patches --fail-on "shared_units max 12"',
  ],
  partners: [
    'partners "Essex County Council"',
    'partners Leeds "North Yorkshire" Harrogate',
    'partners --all council -o partners.csv',
    'partners "Essex Police" england:police england:council',
    'partners E06000001 icbs.geojson councils.geojson',
  ],
  compare: [
    'compare england:icb@2024 england:icb@2026',
    'compare england:icb@2024 england:icb@2026 --against england:utla',
    'compare england:icb@2021 england:icb@2022 england:icb@2024 england:icb@2026 --against england:ltla',
    'compare councils_before.geojson councils.geojson -o changes.html',
  ],
  scenario: [
    'scenario --example',
    'scenario --county Surrey -o surrey.html',
    'scenario proposal.csv --layer england:ltla --against england:icb@2026',
    'scenario proposal.yaml rival.yaml -o proposals.html',
  ],
  suggest: [
    'suggest england:icb england:ltla',
    'suggest england:icb england:ltla --never Devon --save-scenario fix.yaml',
  ],
  'suggest neighbourhoods': [
    'suggest neighbourhoods --blocks lsoa.geojson --people residents.csv --within councils.geojson --size 100:50000 -o built.geojson',
    'suggest neighbourhoods --blocks lsoa.geojson --people residents.csv --within lookup.csv:LSOA21CD:ICB24CD --keep lookup.csv:LSOA21CD:LAD24CD --size 100:50000 -o page.html --save-lookup lookup-of-blocks.csv',
  ],
  coverage: [
    'coverage neighbourhoods.geojson --within councils.geojson',
    'coverage neighbourhoods.geojson --within councils.geojson --people residents.csv --blocks lsoa.geojson -o coverage.html',
    'coverage neighbourhoods.csv --within lookup.csv:LSOA21CD:LAD24CD --people residents.csv',
  ],
  report: ['report', 'report coterminous.yaml -o summary.docx', 'report --format json'],
  derive: [
    'derive pcn --patients patients.csv --practices practices.csv -o pcn.csv',
    'derive footprint --patients patients_by_network.csv:LSOA21CD:network:patients',
  ],
  differencing: [
    'differencing england:icb england:ltla --under 100000',
    'differencing icbs.geojson councils.geojson --people residents.csv --blocks lsoa.geojson --under 10',
  ],
  check: [
    'check councils.geojson',
    'check icbs.geojson councils.geojson --fail-on error',
    'check neighbourhoods.geojson --allow-overlap neighbourhood -o findings.csv',
  ],
  inspect: ['inspect councils.geojson', 'inspect lookup.csv', 'inspect residents.csv --no-samples'],
  kinds: ['kinds', 'kinds catchment', 'kinds --format csv'],
  init: ['init', 'init . --stdout'],
  fetch: ['fetch --list icb', 'fetch icb@2026 council@2026 --dry-run'],
  update: ['update', 'update coterminous.yaml --format csv'],
  render: ['render saved.json -o page.html', 'render saved.json --fail-on "shared_units max 12"'],
  export: ['export atoms icbs.geojson councils.geojson -o faces.parquet'],
  read: ['read counts.csv --faces faces.parquet --as align -o align.html'],
  sql: [
    'sql overlap icbs councils --engine postgis --tolerance 30',
    'sql align icbs:icb_code:icb_name:shape councils --engine sedona --tolerance 30 --people patients:n',
  ],
  page: ['page', 'page -o boundaries.html'],
  demo: ['demo', 'demo england'],
  completion: ['completion bash', 'completion fish > coterminous.fish'],
  help: ['help align', 'help layers'],
};
