/**
 * A commented coterminous.yaml for the files of a folder: what was recognised is used, the rest stands in comments.
 */
import { readFieldName } from '../../layer/field-name.js';
import { kindOfStem } from '../../layer/kinds.js';
import { shownJson, shownText } from '../../trouble/shown-text.js';
import type { StarterReport } from './starter-reports.js';
import type { FoundLayer } from '../../run/found/found-file.js';
import type { Survey } from './survey-folder.js';

/** Which of what was found is used; the rest stands in comments. */
export interface Choice {
  /** Places in the lists of the survey; null for none. */
  readonly people: number | null;
  readonly blocks: number | null;
  readonly reports: readonly StarterReport[];
  /** What was tried and does not run, with the reason. */
  readonly leftOut: readonly { readonly what: string; readonly why: string }[];
}

/** The file as text that ends with a line feed. */
export function starterConfig(survey: Survey, { people, blocks, reports, leftOut }: Choice): string {
  const { layers, lookups, others, outputs } = survey;
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
    ...peopleLines(survey.people, people),
    '',
    '# Where the small areas are: polygons, or points of their centres.',
    ...blocksLines(survey.blocks, blocks),
    '',
    '# Layers made by regrouping another through a lookup.',
    ...groupLines(lookups, layers),
    '',
    '# How wide a false overlap may be, in metres; auto takes it from the names of the files, or measures it.',
    'tolerance: auto',
    '',
    '# Only some units, by name or code: rows, totals, page and map are of these.',
    '# only: [NAME]',
    '',
    'reports:',
    ...reports.flatMap(({ lines }) => lines),
    '',
    '# Everything together. Endings: .html .xlsx .docx .md .json .csv; a name that ends in / is a folder for all tables.',
    'outputs:',
    ...outputs.map((output) => `  - ${output}`),
    '',
    '# A broken rule makes the exit code 1. docs/rules.md lists what a rule can be about.',
    '# rules:',
    '#   - shared_units max 12',
    '#   - people_outside_main max 400000',
    ...listed(
      'Tried, and left out because it does not run:',
      leftOut.map(({ what, why }) => `${what}: ${why}`),
    ),
    ...listed(
      'Files of this folder that were not used:',
      others.map(({ file, why }) => `${file}: ${why}`),
    ),
    '',
  ].join('\n');
}

const listed = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `# ${heading}`, ...lines.map((line) => `#   ${comment(line)}`)];

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

function peopleLines(people: Survey['people'], chosen: number | null): string[] {
  if (people.length === 0) return ['# people:', '#   people: residents.csv'];
  return [
    chosen === null ? '# people:' : 'people:',
    ...people.map(
      ({ file, total, basis }, i) =>
        `${chosen === null ? '# ' : ''}  ${i === chosen || chosen === null ? '' : '# '}${i === (chosen ?? 0) ? 'people' : `people_${i + 1}`}: ${yamlText(file)} # ${comment(basis)}, ${Math.round(total)} in all`,
    ),
  ];
}

const blocksLines = (blocks: readonly FoundLayer[], chosen: number | null): string[] =>
  blocks.length === 0
    ? ['# blocks: lsoa_centroids.csv']
    : blocks.map(
        ({ file, title, units }, i) =>
          `${i === chosen ? '' : '# '}blocks: ${yamlText(file)} # ${comment(title)}${units === null ? '' : `, ${units} units`}`,
      );

/** Lookups whose members are units of a layer, as groups one could make; the others are not mentioned. */
function groupLines(lookups: Survey['lookups'], layers: readonly FoundLayer[]): string[] {
  const lines = lookups.flatMap(({ file, headings }) => {
    const kinds = headings.map((heading) => kindOfStem(readFieldName(heading)?.stem ?? '')?.id ?? null);
    const member = kinds.findIndex((kind) => layers.some((layer) => kind !== null && layer.kind === kind));
    const group = headings.findLast((_, i) => layers.every(({ kind }) => kind !== (kinds[i] ?? '')));
    if (member < 0 || group === undefined || group === headings[member]) return [];
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

/** Text as YAML takes it: bare where it cannot be mistaken, else in quotes. */
const yamlText = (text: string): string =>
  /^[A-Za-z][A-Za-z0-9_./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : shownJson(JSON.stringify(text));

/** Text that stays on its line. */
const comment = shownText;
