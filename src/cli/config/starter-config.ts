/**
 * A commented coterminous.yaml for the files of a folder: what was recognised is used, the rest stands in comments.
 */
import { readFieldName } from '../../layer/field-name.js';
import { kindOfId, kindOfStem, sectorOf, tierOf } from '../../layer/kinds.js';
import { shownJson, shownText } from '../../trouble/shown-text.js';
import type { FoundLayer, Survey } from './survey-folder.js';

/** The file as text that ends with a line feed. */
export function starterConfig(survey: Survey): string {
  const { layers, blocks, people, lookups, others } = survey;
  return [
    ...HEAD,
    'layers:',
    ...(layers.length === 0
      ? [
          '  # No boundary file was found in this folder; these are the embedded figures for England, without shapes.',
          '  icb: england:icb',
          '  ltla: england:ltla',
        ]
      : layers.flatMap(layerLines)),
    '',
    '# People by small area, as FILE or FILE:COLUMN. Several measures can stand side by side.',
    ...(people.length === 0
      ? ['# people:', '#   people: residents.csv']
      : [
          'people:',
          ...people.map(
            ({ file, total, basis }, i) =>
              `  ${i === 0 ? '' : '# '}${i === 0 ? 'people' : `people_${i + 1}`}: ${yamlText(file)} # ${comment(basis)}, ${Math.round(total)} in all`,
          ),
        ]),
    '',
    '# Where the small areas are: polygons, or points of their centres.',
    ...blocksLines(blocks, people.length > 0 && layers.length > 0),
    '',
    '# Layers made by regrouping another through a lookup.',
    ...groupLines(lookups, layers),
    '',
    '# How wide a false overlap may be, in metres; auto takes it from the names of the files, or measures it.',
    'tolerance: auto',
    '',
    'reports:',
    ...reportLines(layers),
    '',
    '# Everything together. Endings: .html .xlsx .docx .md .json .csv; a name that ends in / is a folder for all tables.',
    'outputs:',
    '  - report.html',
    '  - report.xlsx',
    '',
    '# A broken rule makes the exit code 1. docs/rules.md lists what a rule can be about.',
    '# rules:',
    '#   - shared_units max 12',
    '#   - people_outside_main max 400000',
    ...(others.length === 0
      ? []
      : [
          '',
          '# Files of this folder that were not used:',
          ...others.map(({ file, why }) => `#   ${comment(file)}: ${comment(why)}`),
        ]),
    '',
  ].join('\n');
}

const HEAD = [
  '# yaml-language-server: $schema=./node_modules/coterminous/schema/config.schema.json',
  '# Run it with: coterminous report',
  '# Paths are relative to this file.',
  '',
  '# Layers by id: a boundary file, a lookup table.csv:member:group, or embedded figures such as england:icb.',
  '# Where the fields are not recognised: { file: x.geojson, code: FIELD, name: FIELD }.',
];

const layerLines = ({ id, file, title, vintage, units }: FoundLayer): string[] => [
  `  ${id}: ${yamlText(file)} # ${comment(title)}${vintage === null ? '' : ` ${vintage}`}, ${units} units`,
];

function blocksLines(blocks: readonly FoundLayer[], wanted: boolean): string[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return ['# blocks: lsoa_centroids.csv'];
  return [
    `${wanted ? '' : '# '}blocks: ${yamlText(first.file)} # ${comment(first.title)}, ${first.units} units`,
    ...rest.map(
      ({ file, title, units }) => `# blocks: ${yamlText(file)} # ${comment(title)}, ${units} units`,
    ),
  ];
}

/** Lookups whose members are units of a layer, as groups one could make; the others are not mentioned. */
function groupLines(lookups: Survey['lookups'], layers: readonly FoundLayer[]): string[] {
  const lines = lookups.flatMap(({ file, headings }) => {
    const kinds = headings.map((heading) => kindOfStem(readFieldName(heading)?.stem ?? '')?.id ?? null);
    const member = kinds.findIndex((kind) => layers.some((layer) => kind !== null && layer.kind === kind));
    const group = headings.at(-1)!;
    if (member < 0 || group === headings[member]) return [];
    const from = layers.find(({ kind }) => kind === kinds[member])!.id;
    const stem = (readFieldName(group)?.stem ?? '').replace(/[^a-z0-9_]/g, '') || 'group';
    const id = layers.some((layer) => layer.id === stem) ? `${stem}_grouped` : stem;
    return [
      `#   ${id}: { from: ${from}, lookup: ${shownJson(JSON.stringify(`${file}:${headings[member]!}:${group}`))} }`,
    ];
  });
  return [
    '# groups:',
    ...(lines.length > 0 ? lines : ['#   county: { from: ltla, lookup: "lookup.csv:LAD25CD:CTY25CD" }']),
  ];
}

/** Health against councils, neighbourhoods within councils, vintages against each other: what the layers are for. */
function reportLines(layers: readonly FoundLayer[]): string[] {
  if (layers.length === 0) return alignLines('icb', 'ltla');
  if (layers.length === 1) return ['  soundness:', '    command: check', `    layers: [${layers[0]!.id}]`];
  const lines: string[] = [];
  const health = layers.find((layer) => sectorOf(layer) === 'health' && tierOf(layer) !== 'region');
  const councils = layers.filter((layer) => ['council', 'strategic'].includes(sectorOf(layer) ?? ''));
  for (const council of health === undefined ? [] : firstOfKinds(councils))
    lines.push(...alignLines(health!.id, council.id));
  const within = layers.find(({ kind }) => kind === 'icb' || isCouncilEverywhere(kind));
  const area = layers.find((layer) => sectorOf(layer) === 'neighbourhood');
  if (area !== undefined && within !== undefined) {
    lines.push(
      `  ${area.id}_coverage:`,
      '    command: coverage',
      `    neighbourhoods: ${area.id}`,
      `    within: ${within.id}`,
    );
  }
  for (const [before, after] of vintagePairs(layers)) {
    lines.push(
      `  ${before.id}_to_${after.id}:`,
      '    command: compare',
      `    before: ${before.id}`,
      `    after: ${after.id}`,
    );
  }
  return lines.length > 0 ? lines : alignLines(layers[0]!.id, layers[1]!.id);
}

/** Whether every place in England lies in a unit of the kind, and that is a council. */
const isCouncilEverywhere = (kind: string | null): boolean =>
  sectorOf({ kind }) === 'council' && kindOfId(kind ?? '')!.tilesEngland;

const alignLines = (first: string, second: string): string[] => [
  `  ${first}_and_${second}:`,
  '    command: align',
  `    layers: [${first}, ${second}]`,
  `    # outputs: [${first}-${second}.html, ${first}-${second}.csv]`,
  '    # rules: ["shared_units max 12"]',
  '    # baseline: accepted.json',
];

const firstOfKinds = (layers: readonly FoundLayer[]): FoundLayer[] =>
  layers.filter((layer, i) => layers.findIndex(({ kind }) => kind === layer.kind) === i);

/** Layers of one kind with two vintages, the earlier first. */
function vintagePairs(layers: readonly FoundLayer[]): [FoundLayer, FoundLayer][] {
  return layers.flatMap((before) =>
    layers
      .filter(
        (after) =>
          after.kind !== null &&
          after.kind === before.kind &&
          before.vintage !== null &&
          after.vintage !== null &&
          before.vintage < after.vintage,
      )
      .slice(0, 1)
      .map((after): [FoundLayer, FoundLayer] => [before, after]),
  );
}

/** Text as YAML takes it: bare where it cannot be mistaken, else in quotes. */
const yamlText = (text: string): string =>
  /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : shownJson(JSON.stringify(text));

/** Text that stays on its line. */
const comment = shownText;
