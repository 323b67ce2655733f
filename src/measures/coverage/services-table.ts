/**
 * One row for each neighbourhood and type of service, and what to say of them.
 */
import { codeAndName, codeAndNameCells } from '../pairs/unit-columns.js';
import type { Cell, Table } from '../../result/table.js';
import { wholeText } from '../../trouble/count-text.js';
import { column } from './columns.js';
import type { Covered } from './covered.js';

/** The table. */
export function servicesTable(covered: Covered): Table {
  const { layer, parents, withParents, request } = covered;
  const measure = withParents.land.measures[0];
  const people = measure?.name ?? 'people';
  const decimals = measure?.decimals ?? 0;
  const nearest = request.services!.minutes === null ? 'nearest in a straight line' : 'nearest in minutes';
  const km = (metres: number | null): number | null => (metres === null ? null : metres / 1000);
  return {
    name: 'services',
    caption: `One row for each unit of ${layer.id} and type of service; distances are straight lines.`,
    columns: [
      ...codeAndName(layer),
      column('type', 'text', null, 'Type of service'),
      column('services', 'count', 0, 'Services of the type in the unit'),
      column(
        'people_per_service',
        'people',
        0,
        `${people} of the unit for each of them; blank where there is none`,
      ),
      column(
        'median_km',
        'kilometres',
        2,
        `Straight line from the centre of their block to the nearest, wherever it is: half of the ${people} have at most this`,
      ),
      column('p90_km', 'kilometres', 2, `The same for nine tenths of the ${people}`),
      column(
        'nearest_across_border_people',
        'people',
        decimals,
        `${people} whose ${nearest} lies outside the unit`,
      ),
      column(
        `nearest_across_${parents.id}_people`,
        'people',
        decimals,
        `${people} whose ${nearest} lies outside their unit of ${parents.id}`,
      ),
      column(
        'median_minutes',
        'number',
        1,
        `Minutes to the quickest, by the table of times: half of the ${people}`,
      ),
      column('p90_minutes', 'number', 1, `The same for nine tenths of the ${people}`),
    ],
    rows: covered.services!.map((count): Cell[] => [
      ...codeAndNameCells(layer, count.unit),
      count.type,
      count.services,
      count.services === 0 || count.people === null ? null : count.people / count.services,
      km(count.medianMetres),
      km(count.p90Metres),
      count.outsideUnit,
      count.outsideParent,
      count.medianMinutes,
      count.p90Minutes,
    ]),
  };
}

/** A sentence for each type. */
export function servicesSummary({ services, layer, withParents }: Covered): string[] {
  const people = withParents.land.measures[0]?.name ?? 'people';
  const types = [...new Set(services!.map(({ type }) => type))];
  return types.map((type) => {
    const counts = services!.filter((count) => count.type === type);
    const without = counts.filter((count) => count.services === 0);
    const across = counts.reduce((sum, { outsideUnit }) => sum + (outsideUnit ?? 0), 0);
    const has = `${type}: ${wholeText(without.length)} of ${wholeText(counts.length)} units of ${layer.id} have none`;
    return (counts[0]?.outsideUnit ?? null) === null
      ? `${has}.`
      : `${has}; the nearest one of ${wholeText(across)} ${people} lies across the border of their unit.`;
  });
}
