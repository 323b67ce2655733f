/**
 * The schema of requests, as `schema/request.schema.json` has it (a test compares the two).
 *
 * It stands here as code because requests are checked in browsers too, where no file can be read.
 */
import type { Schema } from './json-schema.js';

const text = (description: string): Schema => ({ description, type: 'string', minLength: 1 });
const flag = (description: string): Schema => ({ description, type: 'boolean' });
const number = (description: string): Schema => ({ description, type: 'number', minimum: 0 });
const fromOne = (description: string): Schema => ({ description, type: 'number', minimum: 1 });
const percent = (description: string): Schema => ({ description, type: 'number', minimum: 0, maximum: 100 });
const list = (description: string, items: Schema, minItems = 0): Schema => ({
  description,
  type: 'array',
  ...(minItems === 0 ? {} : { minItems }),
  items,
});
const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
const record = (
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, Schema>>,
): Schema => ({
  description,
  type: 'object',
  additionalProperties: false,
  ...(required.length === 0 ? {} : { required }),
  properties,
});
const byLayer = (description: string, values: Schema): Schema => ({
  description,
  type: 'object',
  additionalProperties: values,
});

const ID: Schema = {
  description: 'Id of the layer in tables: letters, digits and _.',
  type: 'string',
  pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
};
const PATH = text('Path of the file; - is standard input.');
const INNER = text('What is wanted inside it: a layer, a sheet, a member of an archive.');
const MEMBER = text('Column of the blocks, or of the codes that are grouped.');
const GROUP = text('Column of the units they are in.');
const WEIGHT = text('Column of weights, where blocks are in several units.');

/** Of reports that can be narrowed to some units. */
const ONLY: Readonly<Record<string, Schema>> = {
  only: list(
    'Units by name or code, LAYER=NAME where layers share a name: rows, totals and map are of these alone.',
    text('A name or a code.'),
  ),
};

/** Keys of every report that reads boundaries and people. */
const COMMON: Readonly<Record<string, Schema>> = {
  people: list('Measures of people by small area.', ref('counts')),
  blocks: ref('counts'),
  placing: {
    description: 'Polygon blocks that borders cut: shared by area, or whole to the unit with most of each.',
    enum: ['area', 'whole'],
  },
  allowUnmatched: percent('Per cent of people or of blocks that may be without a partner; 1 if not given.'),
  tolerance: {
    description: 'How wide a false overlap may be, in metres, or auto.',
    oneOf: [number('Metres, 0 or more.'), { description: 'auto', type: 'string', const: 'auto' }],
  },
  includeSlivers: flag('Keep pairs that only touch in slivers.'),
  includeOutside: flag('Keep units wholly outside the other layer.'),
  sensitivity: flag('Say how the count of real overlaps depends on the tolerance.'),
  verify: flag('Look at the laws of the run again by other means, and say the largest deviations.'),
  code: byLayer('By layer, the field of its codes.', text('A field.')),
  name: byLayer('By layer, the field of its names.', text('A field.')),
  crs: byLayer('By layer, its coordinate system, whatever its file says.', text('EPSG:27700 and the like.')),
  keep: byLayer('By layer, further fields to carry into tables.', list('Fields.', text('A field.'))),
  call: byLayer('By layer, what its units are called.', text('ward|wards, or only one of the two.')),
  fill: { description: 'Where polygons of one feature overlap: parity or union.', enum: ['parity', 'union'] },
  grid: text('Path of an NTv2 grid of shifts for British National Grid.'),
  groups: list('Layers made by regrouping others.', ref('group')),
  recode: ref('table'),
  clip: ref('table'),
  disclosure: record('Disclosure control of small counts.', ['under', 'round'], {
    under: number('Counts of 1 to one less than this are suppressed.'),
    round: { description: 'Others are rounded to a multiple of this.', type: 'number', minimum: 1 },
  }),
  title: text('The title of the report.'),
  subtitle: text('A line under the title.'),
  headings: byLayer('By name of a table, its title.', text('A title.')),
  rules: list(
    'Rules the result is judged by.',
    text('QUANTITY max N, QUANTITY min N, QUANTITY no-worse-than-baseline.'),
  ),
  baseline: text('Path of a result that was accepted.'),
  allowTruncated: flag('Take files that a server cut at its limit as they are.'),
  map: flag('Whether the result carries a map.'),
  fullMap: flag('Whether its map holds every layer, however many borders it has.'),
  shapes: flag('Whether overlap and compare draw the shapes of their rows.'),
  config: text('Path of the config file that the request was made from.'),
};

const report = (
  command: string,
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, Schema>>,
): Schema =>
  record(description, ['command', ...required], {
    command: { description: 'The report.', const: command },
    ...properties,
    ...COMMON,
  });

const layers = (description: string, least: number): Schema => list(description, ref('layer'), least);

const REPORTS: Readonly<Record<string, Schema>> = Object.fromEntries(
  [
    report('overlap', 'What each unit of one layer shares with each unit of another.', ['layers'], {
      ...ONLY,
      layers: layers('Two or more layers; with registrations one is enough.', 1),
      registrations: record('Patients by practice and small area.', ['patients', 'practices'], {
        patients: ref('table'),
        practices: ref('table'),
        by: { description: 'What patients are registered with.', enum: ['icb', 'pcn'] },
      }),
    }),
    report('align', 'Where units of the second layer are split between units of the first.', ['layers'], {
      ...ONLY,
      layers: layers('Two layers, or more to align every two.', 1),
      bands: list('Rising edges in per cent of the bands of outside_band.', percent('Per cent.')),
      audit: ref('lookupTable'),
      least: percent('Per cent below which a best fit is weak.'),
      neighbour: ref('layer'),
      metrics: { description: 'Which metrics.', enum: ['headline', 'all'] },
    }),
    report('coverage', 'Who is in one neighbourhood, in several, in none.', ['neighbourhoods', 'within'], {
      ...ONLY,
      neighbourhoods: ref('layer'),
      within: ref('layer'),
      also: layers('Further layers to compare with.', 0),
      bands: list('Ends of the size bands, rising.', number('People.')),
      flags: list('Sizes to flag against, rising.', number('People.')),
      near: percent('Per cent in common from which two units are nearly the same.'),
      services: ref('counts'),
      times: ref('table'),
    }),
    report('partners', 'Who shares the land and people of places, in every layer.', [], {
      place: text('A name, a GSS code or an ODS code; with gazetteers a postcode, small area, ward or town.'),
      places: list('Further places.', text('The same.')),
      all: text('A layer, by id or a word for its kind, of which every unit is a place.'),
      gazetteers: list('Tables of places: postcode files, lookups.', ref('table')),
      layers: layers('The layers to look in; none for England as figures.', 0),
    }),
    report('check', 'Is each layer sound.', ['layers'], {
      ...ONLY,
      layers: layers('One or more layers.', 1),
      allowOverlap: list('Ids of layers whose units may overlap.', text('An id.')),
      allowedGaps: ref('table'),
    }),
    report('compare', 'Vintages of one layer: what moved.', ['before', 'after'], {
      ...ONLY,
      before: ref('layer'),
      after: ref('layer'),
      later: layers('Still later vintages, in order.', 0),
      against: layers('Layers to hold them against.', 0),
    }),
    report('scenario', 'What if: the alignment before and after.', ['scenarios'], {
      scenarios: list('Scenarios side by side.', ref('scenarioFile'), 1),
      layer: ref('layer'),
      against: layers('Layers to hold it against.', 0),
      pieces: layers('Layers whose units are moved as pieces.', 0),
      chain: flag('Whether each scenario goes on from the one before.'),
      sizeGuide: record('People that a unit should have.', [], {
        least: number('At least.'),
        most: number('At most.'),
      }),
      documents: list('Documents to hand on with the result.', {
        description: 'The new layer, or the scenario that takes the last one back.',
        enum: ['layer', 'inverse'],
      }),
    }),
    report('suggest', 'The smallest changes that would line two layers up.', ['layers'], {
      layers: layers('The layer that may change, and the one to line up with.', 2),
      test: { description: 'Which policy test is to hold.', enum: ['P1', 'P2'] },
      by: { description: 'Single moves of whole parts or of blocks.', enum: ['part', 'block'] },
      never: list('Units that must not change.', text('A code.')),
      leastSize: number('People that no unit may be left with fewer of.'),
      mostChanged: number('Units of the first layer that may change at most.'),
      apportion: list('Sums to share out.', ref('amounts')),
      documents: list('Documents to hand on with the result.', {
        description: 'The cheapest moves as a scenario.',
        enum: ['scenario'],
      }),
    }),
    report('suggest neighbourhoods', 'Neighbourhoods built from small areas.', ['within', 'size'], {
      within: ref('layer'),
      only: list('These units of within alone.', text('A code or name.')),
      size: record('People that each should have.', ['least', 'most'], {
        least: fromOne('At least so many.'),
        most: fromOne('At most so many.'),
      }),
      number: fromOne('Neighbourhoods in each unit.'),
      keepWhole: list('Layers whose units should stay whole.', ref('layer')),
      compareWith: list('Neighbourhoods that are drawn already.', ref('layer')),
      services: ref('counts'),
      seed: fromOne('What the search starts from.'),
      effort: fromOne('Steps of the search in each unit.'),
      documents: list('Documents to hand on with the result.', {
        description: 'The lookup of small areas and neighbourhoods as CSV.',
        enum: ['lookup'],
      }),
    }),
    report('derive', 'Footprints from registrations.', ['kind', 'patients'], {
      kind: {
        description: 'pcn, or footprint for any other weighted membership.',
        enum: ['pcn', 'footprint'],
      },
      patients: record('Patients by block and unit, or by block and practice.', ['path'], {
        path: PATH,
        inner: INNER,
        member: MEMBER,
        group: GROUP,
        weight: WEIGHT,
      }),
      practices: ref('table'),
      within: ref('layer'),
      only: list('With within: these of its units.', text('A code or name.')),
      unallocated: list('Codes that stand for no network.', text('A code.')),
      allocatedOnly: flag('Whether patients in no network cannot win a block.'),
    }),
    report('atoms', 'Faces of layers, for an engine that holds the people.', ['layers'], {
      layers: layers('Two or more layers with shapes.', 1),
    }),
    report('differencing', 'Which groups of people can be had by subtracting units.', ['layers'], {
      layers: layers('Two or more layers for which counts are published.', 1),
      under: {
        description:
          'Groups of fewer people than this are told; by default those that the disclosure rule suppresses.',
        type: 'number',
        minimum: 1,
      },
    }),
  ].map((schema): [string, Schema] => [
    String(schema.properties!['command']!.const).replaceAll(' ', '_'),
    schema,
  ]),
);

const ANY_REPORT = Object.keys(REPORTS).map(ref);

export const requestSchema: Schema & {
  readonly $schema: string;
  readonly $id: string;
  readonly title: string;
} = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'urn:coterminous:request:1',
  title: 'A request to coterminous',
  description: 'What is asked of a run. Paths are relative to the current folder.',
  oneOf: [
    ...ANY_REPORT,
    record('A saved result, rendered or judged again.', ['command', 'path'], {
      command: { description: 'The report.', const: 'render' },
      path: text('Path of the saved result.'),
      rules: COMMON['rules']!,
      baseline: COMMON['baseline']!,
    }),
    record('Several reports as one.', ['command', 'reports'], {
      command: { description: 'The report.', const: 'report' },
      reports: list(
        'The reports, in order.',
        record('A report by its name.', ['name', 'request'], {
          name: text('Its name.'),
          request: ref('anyReport'),
        }),
        1,
      ),
      title: COMMON['title']!,
      subtitle: COMMON['subtitle']!,
      rules: COMMON['rules']!,
      config: COMMON['config']!,
    }),
  ],
  definitions: {
    ...REPORTS,
    anyReport: { description: 'One report.', oneOf: ANY_REPORT },
    layer: {
      description: 'A layer of boundaries.',
      oneOf: [
        record('A boundary file.', ['path'], {
          id: ID,
          path: PATH,
          inner: INNER,
          faces: flag('Whether its features are exported faces, of several units each or of none.'),
        }),
        record('A lookup.', ['path', 'member', 'group'], {
          id: ID,
          path: PATH,
          inner: INNER,
          member: MEMBER,
          group: GROUP,
          weight: WEIGHT,
        }),
        record('The embedded figures for England.', ['england'], {
          id: ID,
          england: text('icb, ltla, utla, cauth, region, pfa or fra.'),
          year: text('Vintage, where there are several.'),
        }),
      ],
    },
    table: record('A table or a file of areas.', ['path'], { path: PATH, inner: INNER }),
    lookupTable: record('A lookup, its columns named or told by their codes.', ['path'], {
      path: PATH,
      inner: INNER,
      member: MEMBER,
      group: GROUP,
    }),
    counts: record('A table with a column that counts, or points.', ['path'], {
      name: { ...ID, description: 'Name of the measure.' },
      path: PATH,
      inner: INNER,
      column: text('The column that counts.'),
    }),
    group: record('A layer made by regrouping another.', ['id', 'from', 'lookup'], {
      id: ID,
      from: text('Id of the layer that is regrouped.'),
      lookup: ref('lookupTable'),
    }),
    scenarioFile: record('A scenario: YAML, a table of operations, or a lookup.', ['path'], {
      id: ID,
      path: PATH,
      inner: INNER,
      member: MEMBER,
      group: GROUP,
      weight: WEIGHT,
    }),
    amounts: record('Sums by unit.', ['name', 'path', 'code', 'amount'], {
      name: { ...ID, description: 'Name of the sum.' },
      path: PATH,
      inner: INNER,
      code: text('Column of the codes.'),
      amount: text('Column of the amounts.'),
    }),
  },
};
