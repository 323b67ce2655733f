/**
 * The table `services`: how many services of each type lie in each neighbourhood, and how many people there are to one.
 */
import { shortWords } from '../../layer/unit-words.js';
import type { Layer } from '../../layer/layer.js';
import { makeTable } from '../../result/make-table.js';
import type { Table } from '../../result/table.js';
import { unitColumns } from '../columns.js';
import type { Built, Neighbourhood } from './built.js';
import { blocksOfServices, type Services } from './services-inside.js';

interface Row extends Neighbourhood {
  readonly type: string;
  readonly services: number;
}

/** One row for each neighbourhood and type, types in order of their names. */
export function servicesTable(built: Built, layer: Layer, services: Services): Table {
  const { neighbourhoods, neighbourhoodOf, land, wishes } = built;
  const blockOf = blocksOfServices(services, land);
  const types = [...new Set(services.types)].sort();
  const counts = neighbourhoods.map(() => new Map<string, number>());
  blockOf.forEach((block, s) => {
    if (block < 0) return;
    const own = counts[neighbourhoodOf[block]!]!;
    own.set(services.types[s]!, (own.get(services.types[s]!) ?? 0) + 1);
  });
  const rows = neighbourhoods.flatMap((each, n) =>
    types.map((type): Row => ({ ...each, type, services: counts[n]!.get(type) ?? 0 })),
  );
  return makeTable({
    name: 'services',
    title: 'Services inside each neighbourhood',
    caption: `One row for each neighbourhood and type of service (${services.source}).`,
    rows,
    columns: [
      ...unitColumns<Row>(layer, shortWords([layer])(layer.id), ({ code }) => layer.codes.indexOf(code)),
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
        description: 'Services of the type inside it',
        value: ({ services: found }) => found,
      },
      {
        heading: 'people_per_service',
        title: 'people per service',
        kind: 'people',
        decimals: 0,
        description: 'Its people for each of them; blank where there is none',
        about: { measure: wishes.measure.name },
        value: ({ people, services: found }) => (found === 0 ? null : people / found),
      },
    ],
  });
}
