/** Features on land apart become one unit only where their code says so and nothing else speaks against it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Properties } from '../../src/layer/feature-table.js';
import { makeLayer } from '../../src/read/make-layer.js';
import { InputError } from '../../src/trouble/input-error.js';
import { makeTable } from './squares.js';

const CODES = ['LAD24CD', 'ICB24CD', 'LAD23CD', 'LAD24CD_x', 'code', 'area_ref', 'fid'];
const NAMES = ['LAD24NM', 'ICB24NM', 'INT_Name', 'name', 'Locality', 'Team'];
/** Every feature has values of few letters, so that codes and names repeat and cross. */
const properties = fc
  .tuple(fc.subarray([...CODES, ...NAMES]), fc.integer({ min: 2, max: 7 }))
  .chain(([fields, count]) =>
    fc.array(fc.record(Object.fromEntries(fields.map((field) => [field, valueOf(field)]))), {
      minLength: count,
      maxLength: count,
    }),
  );
const valueOf = (field: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: 4 }).map((n) => (/CD/.test(field) ? `E0700000${n}` : `${field[0]!}${n}`));

it('never fuses features apart by their names, nor by a code of which they have several names', () => {
  let fused = 0;
  fc.assert(
    fc.property(properties, (records: Properties[]) => {
      const table = makeTable(records, (i) => [3 * i, 0]);
      try {
        const { codeField, land } = makeLayer(table, 'units.geojson');
        for (let unit = 0; unit < records.length; unit++) {
          const parts = records.filter((_, feature) => land!.featureUnit[feature] === unit);
          if (parts.length < 2) continue;
          fused++;
          expect(CODES).toContain(codeField);
          for (const name of NAMES.filter((field) => field !== 'Team'))
            expect(new Set(parts.map((part) => part[name])).size, name).toBe(1);
        }
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }),
    { numRuns: 2000, seed: 13 },
  );
  expect(fused).toBeGreaterThan(50);
});

it('fuses what --code says', () => {
  const table = makeTable([{ name: 'Oak' }, { name: 'Oak' }], (i) => [3 * i, 0]);
  expect(makeLayer(table, 'units.geojson', () => ({ code: 'name' })).codes).toEqual(['Oak']);
});
