/**
 * One row for each neighbourhood and type of service, and what to say of them.
 */
import { shortWords, unitWord } from '../../layer/unit-words.js';
import { makeTable, type ColumnOf } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { measureWord, unitColumns } from '../columns.js';
import { wholeText, countedPeople } from '../../trouble/count-text.js';
import type { Covered } from './covered.js';
import type { ServiceCount } from './services.js';

/** The table. */
export function servicesTable(covered: Covered): Table {
  const { layer, parents } = covered;
  const word = shortWords([layer, parents]);
  return makeTable({
    name: 'services',
    title: `services of ${word(layer.id, 2)}`,
    caption: `One row for each ${unitWord(layer, 1)} and type of service; distances are straight lines.`,
    rows: covered.services!,
    columns: [
      ...unitColumns<ServiceCount>(layer, word(layer.id), ({ unit }) => unit),
      {
        heading: 'type',
        title: 'type',
        kind: 'text',
        description: 'Type of service',
        value: ({ type }) => type,
      },
      {
        heading: 'services',
        title: 'services',
        kind: 'count',
        description: 'Services of the type in the unit',
        value: ({ services }) => services,
      },
      ...peopleColumns(covered, word(parents.id)),
    ],
  });
}

/** People for each service, how far they have to go, and who crosses a border; none of them is the people of the unit. */
function peopleColumns({ withParents, request, parents }: Covered, word: string): ColumnOf<ServiceCount>[] {
  const measure = withParents.land.measures[0];
  const people = measure?.name ?? 'people';
  const words = measureWord({ name: people });
  const decimals = measure?.decimals ?? 0;
  const about = measure === undefined ? {} : { measure: measure.name };
  const nearest = request.services!.minutes === null ? 'nearest in a straight line' : 'nearest in minutes';
  const km = (metres: number | null): number | null => (metres === null ? null : metres / 1000);
  return [
    {
      heading: 'people_per_service',
      title: `${words} per service`,
      kind: 'people',
      decimals: 0,
      description: `${words} of the unit for each of them; blank where there is none`,
      about,
      value: ({ services, people: count }) => (services === 0 || count === null ? null : count / services),
    },
    {
      heading: 'median_km',
      title: 'median (km)',
      kind: 'kilometres',
      decimals: 2,
      description: `Straight line from the centre of their block to the nearest, wherever it is: half of the ${words} have at most this`,
      value: ({ medianMetres }) => km(medianMetres),
    },
    {
      heading: 'p90_km',
      title: 'p90 (km)',
      kind: 'kilometres',
      decimals: 2,
      description: `The same for nine tenths of the ${words}`,
      value: ({ p90Metres }) => km(p90Metres),
    },
    {
      heading: 'nearest_across_border_people',
      title: `${words} nearest across border`,
      kind: 'people',
      decimals,
      description: `${words} whose ${nearest} lies outside the unit`,
      about,
      value: ({ outsideUnit }) => outsideUnit,
    },
    {
      heading: `nearest_across_${parents.id}_people`,
      title: `${words} nearest across ${word}`,
      kind: 'people',
      decimals,
      description: `${words} whose ${nearest} lies outside their ${unitWord(parents, 1)}`,
      about: { ...about, layer: parents.id },
      value: ({ outsideParent }) => outsideParent,
    },
    {
      heading: 'median_minutes',
      title: 'median minutes',
      kind: 'number',
      decimals: 1,
      description: `Minutes to the quickest, by the table of times: half of the ${words}`,
      value: ({ medianMinutes }) => medianMinutes,
    },
    {
      heading: 'p90_minutes',
      title: 'p90 minutes',
      kind: 'number',
      decimals: 1,
      description: `The same for nine tenths of the ${words}`,
      value: ({ p90Minutes }) => p90Minutes,
    },
  ];
}

/** A sentence for each type. */
export function servicesSummary({ services, layer, withParents }: Covered): string[] {
  const people = withParents.land.measures[0]?.name ?? 'people';
  const types = [...new Set(services!.map(({ type }) => type))];
  return types.map((type) => {
    const counts = services!.filter((count) => count.type === type);
    const without = counts.filter((count) => count.services === 0);
    const across = counts.reduce((sum, { outsideUnit }) => sum + (outsideUnit ?? 0), 0);
    const has = `${type}: ${wholeText(without.length)} of ${wholeText(counts.length)} ${unitWord(layer, 2)} have none`;
    return (counts[0]?.outsideUnit ?? null) === null
      ? `${has}.`
      : `${has}; the nearest one of ${countedPeople(across, people)} lies across the border of their unit.`;
  });
}
