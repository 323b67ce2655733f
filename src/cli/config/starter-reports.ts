/**
 * The reports that layers call for: health against councils, neighbourhoods within councils, vintages against each
 * other; of a single layer, whether it is sound.
 */
import { kindOfId, sectorOf, tierOf } from '../../layer/kinds.js';
import type { FoundLayer } from '../../run/found/found-file.js';

/** A report of a config file: its name, and its lines below `reports:`. */
export interface StarterReport {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The reports, one at least. */
export function starterReports(layers: readonly FoundLayer[]): StarterReport[] {
  if (layers.length === 0) return [align('icb', 'ltla')];
  if (layers.length === 1) return soundness(layers);
  const reports: StarterReport[] = [];
  const health = layers.find((layer) => sectorOf(layer) === 'health' && tierOf(layer) !== 'region');
  const councils = layers.filter((layer) => ['council', 'strategic'].includes(sectorOf(layer) ?? ''));
  for (const council of health === undefined ? [] : firstOfKinds(councils))
    reports.push(align(health!.id, council.id));
  const within = layers.find(({ kind }) => kind === 'icb' || isCouncilEverywhere(kind));
  const area = layers.find((layer) => sectorOf(layer) === 'neighbourhood');
  if (area !== undefined && within !== undefined) {
    reports.push(
      report(`${area.id}_coverage`, [
        'command: coverage',
        `neighbourhoods: ${area.id}`,
        `within: ${within.id}`,
      ]),
    );
  }
  for (const [before, after] of vintagePairs(layers)) {
    reports.push(
      report(`${before.id}_to_${after.id}`, [
        'command: compare',
        `before: ${before.id}`,
        `after: ${after.id}`,
      ]),
    );
  }
  return reports.length > 0 ? reports : [align(layers[0]!.id, layers[1]!.id)];
}

/** What runs where nothing that crosses layers does: each by itself. */
export const soundness = (layers: readonly FoundLayer[]): StarterReport[] =>
  layers.map(({ id }, i) =>
    report(i === 0 ? 'soundness' : `soundness_of_${id}`, ['command: check', `layers: [${id}]`]),
  );

const report = (name: string, lines: readonly string[]): StarterReport => ({
  name,
  lines: [`  ${name}:`, ...lines.map((line) => `    ${line}`)],
});

/** Whether every place in England lies in a unit of the kind, and that is a council. */
const isCouncilEverywhere = (kind: string | null): boolean =>
  sectorOf({ kind }) === 'council' && kindOfId(kind ?? '')!.tilesEngland;

const align = (first: string, second: string): StarterReport =>
  report(`${first}_and_${second}`, [
    'command: align',
    `layers: [${first}, ${second}]`,
    `# outputs: [${first}-${second}.html, ${first}-${second}.csv]`,
    '# rules: ["shared_units max 12"]',
    '# baseline: accepted.json',
  ]);

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
