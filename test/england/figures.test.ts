/**
 * The embedded figures for England: they add up for every layer, old boundaries go with new ones as is publicly known, and
 * every year that is asked for is answered.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { layersOnBoard } from '../../src/layer/years-on-board.js';
import { makeFolder, runCommand } from '../cli/run-command.js';

const folder = makeFolder({
  'proposal.yaml': "move: {Norwich: ['ward:Old Catton and Sprowston West']}\n",
});
afterAll(() => folder.remove());

type Row = Readonly<Record<string, string>>;
const atoms: Row[] = parse(readFileSync(resolve('data/england/atoms.csv')), { columns: true });
const stems = Object.keys(atoms[0]!).flatMap((heading) => /^(.*)_code$/.exec(heading)?.[1] ?? []);

const peopleOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + Number(row['people']), 0);

/** People by pairs of codes of two layers, of those whose units are not the same. */
function moved(before: string, after: string, same: (row: Row) => boolean): number {
  return peopleOf(
    atoms.filter((row) => row[`${before}_code`] !== '' && row[`${after}_code`] !== '' && !same(row)),
  );
}

describe('atoms', () => {
  it.each([
    ['icb_2024', 42],
    ['icb_2026', 36],
    ['icb_2022', 42],
    ['stp_2021', 42],
    ['sicbl_2024', 106],
    ['sicbl_2022', 106],
    ['ccg_2021', 106],
    ['nhser_2024', 7],
    ['ltla', 296],
    ['ltla_2021', 309],
    ['utla', 153],
    ['utla_2021', 152],
    ['region', 9],
    ['pfa', 39],
    ['fra', 44],
  ])('%s has %i units that cover everybody, each with one name', (stem, count) => {
    const names = new Map<string, Set<string>>();
    for (const row of atoms) {
      const code = row[`${stem}_code`]!;
      expect(code).toMatch(/^E\d{8}$/);
      names.set(code, (names.get(code) ?? new Set()).add(row[`${stem}_name`]!));
    }
    expect(names.size).toBe(count);
    expect([...names.values()].filter((own) => own.size > 1)).toEqual([]);
    expect(peopleOf(atoms)).toBe(56_490_108);
  });

  it('lie in order, none twice, and add up to 33,755 LSOAs', () => {
    const keys = atoms.map((row) => stems.map((stem) => row[`${stem}_code`]).join('+'));
    expect(new Set(keys).size).toBe(keys.length);
    expect([...keys].sort()).toEqual(keys);
    expect(atoms.reduce((sum, row) => sum + Number(row['lsoas']), 0)).toBe(33_755);
  });

  it('sub-ICB locations lie in one ICB of their time, and ICBs in one NHS region', () => {
    for (const [part, whole] of [
      ['sicbl_2024', 'icb_2024'],
      ['sicbl_2022', 'icb_2022'],
      ['ccg_2021', 'stp_2021'],
      ['icb_2024', 'nhser_2024'],
      ['icb_2026', 'nhser_2024'],
      ['ltla_2021', 'utla_2021'],
      ['ltla', 'utla'],
    ] as const) {
      const wholes = new Map<string, Set<string>>();
      for (const row of atoms) {
        const code = row[`${part}_code`]!;
        wholes.set(code, (wholes.get(code) ?? new Set()).add(row[`${whole}_code`]!));
      }
      expect(
        [...wholes].filter(([, those]) => those.size > 1),
        `${part} in ${whole}`,
      ).toEqual([]);
    }
  });

  it('what moved in July 2022 is Glossop, Bassetlaw, West Birmingham and Wansford; in 2023 four LSOAs of Chichester', () => {
    const from = (stp: string, icb: string): Row[] =>
      atoms.filter((row) => row['stp_2021_code'] === stp && row['icb_2022_code'] === icb);
    const councils = (rows: readonly Row[]): string[] => [...new Set(rows.map((row) => row['ltla_name']!))];
    expect(councils(from('E54000007', 'E54000058'))).toEqual(['High Peak']);
    expect(councils(from('E54000009', 'E54000060'))).toEqual(['Bassetlaw']);
    expect(councils(from('E54000016', 'E54000055'))).toEqual(['Birmingham']);
    const changed = moved('icb_2022', 'icb_2024', (row) => row['icb_2022_name'] === row['icb_2024_name']);
    expect(changed).toBe(6714);
  });
});

describe('wards', () => {
  const wards: Row[] = parse(readFileSync(resolve('data/england/wards.csv')), { columns: true });

  it('are parts of atoms and add up to each of them', () => {
    const sums = atoms.map(() => ({ lsoas: 0, people: 0 }));
    for (const row of wards) {
      sums[Number(row['atom']) - 1]!.lsoas += Number(row['lsoas']);
      sums[Number(row['atom']) - 1]!.people += Number(row['people']);
    }
    expect(sums).toEqual(
      atoms.map((row) => ({ lsoas: Number(row['lsoas']), people: Number(row['people']) })),
    );
    expect(new Set(wards.map((row) => row['ward_2024_code'])).size).toBe(6784);
  });

  it('change no figure of other layers', async () => {
    const alone = new Map<string, number>();
    for (const row of parse<Row>(
      (await runCommand(['overlap', 'england:icb', 'england:ltla', '--quiet'])).stdout,
      { columns: true },
    ))
      alone.set(`${row['icb_code']} ${row['ltla_code']}`, Number(row['people']));
    const { stdout } = await runCommand([
      'overlap',
      'england:icb',
      'england:ltla',
      'england:ward',
      '--quiet',
    ]);
    const together = new Map<string, number>();
    for (const row of parse<Row>(stdout, { columns: true })) {
      const key = `${row['icb_code']} ${row['ltla_code']}`;
      together.set(key, (together.get(key) ?? 0) + Number(row['people']));
    }
    expect(together).toEqual(alone);
  });

  it('are pieces of proposals that divide a council', async () => {
    const { code, stdout, stderr } = await runCommand(
      [
        'scenario',
        'proposal.yaml',
        '--layer',
        'england:ltla',
        '--pieces',
        'england:ward',
        '--table',
        'units',
      ],
      { cwd: folder.path },
    );
    expect(code, stderr).toBe(0);
    const people = parse<Row>(stdout, { columns: true }).map((row) => Number(row['people']));
    expect(people.reduce((sum, count) => sum + count, 0)).toBe(
      peopleOf(atoms.filter(({ ltla_name: name }) => name === 'Norwich' || name === 'Broadland')),
    );
    expect(stderr).toContain('their sums are not those within the wards’ own borders');
  });
});

describe('a year', () => {
  const layerFor = async (argument: string): Promise<{ id: string; said: string }> => {
    const { code, stdout, stderr } = await runCommand(['overlap', argument, 'england:fra', '--json']);
    expect(code, stderr).toBe(0);
    const { layers } = JSON.parse(stdout) as {
      layers: { file: string; codeField: string; code_field: string }[];
    };
    return { id: JSON.stringify(layers[0]), said: stderr };
  };

  it.each([
    ['england:icb@2021', 'stp_2021_code', 'in that year there were STPs, and ICBs came after them'],
    ['england:ICS@2022', 'icb_2022_code', ''],
    ['england:icb@2023', 'icb_2024_code', 'these ICBs are those of that year too'],
    ['england:icb@2025', 'icb_2024_code', 'these ICBs are those of that year too'],
    ['england:sub-ICB location@2021', 'ccg_2021_code', 'in that year there were CCGs'],
    ['england:council@2022', 'ltla_2021_code', 'are those of that year too'],
    ['england:ltla@2024', 'ltla_code', 'are those of that year too'],
    ['england:HWB@2022', 'utla_2021_code', 'are those of that year too'],
    ['england:NHS region@2026', 'nhser_2024_code', 'are those of that year too'],
    ['england:region@2019', 'region_code', 'are those of that year too'],
  ])('%s is %s', async (argument, field, note) => {
    const { id, said } = await layerFor(argument);
    expect(id).toContain(`"${field}"`);
    expect(said).toContain(note);
  });

  it.each([
    'england:icb@2020',
    'england:icb@2027',
    'england:ltla@2020',
    'england:ltla@2026',
    'england:cauth@2024',
  ])('%s is refused', async (argument) => {
    const { code, stderr } = await runCommand(['overlap', argument, 'england:region']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('have no such layer')]);
  });

  it('of every layer on board is told for a layer that there is', () => {
    expect(layersOnBoard.map(({ stem }) => stem).filter((stem) => !stems.includes(stem))).toEqual([
      // In a file of its own.
      'ward_2024',
    ]);
  });
});

describe('footprints made of whole units', () => {
  const footprints: Row[] = parse(readFileSync(resolve('data/england/footprints.csv')), { columns: true });

  it.each(footprints.map((row) => [row['footprint']!, row] as const))(
    '%s is the layer that the table says, by its own name',
    async (name, { layer, source, date }) => {
      expect(source).not.toBe('');
      expect(date).toMatch(/^\d{4}$/);
      const own = await runCommand(['overlap', `england:${name}`, 'england:fra', '--quiet']);
      expect(own.code, own.stderr).toBe(0);
      expect(own.stdout).toBe((await runCommand(['overlap', layer!, 'england:fra', '--quiet'])).stdout);
    },
  );

  it('combined authorities of 2026 are groups of whole councils, with a source and a date for each', async () => {
    const path = resolve('data/england/groups/combined_authorities_2026.csv');
    const groups: Row[] = parse(readFileSync(path), { columns: true });
    const councils = new Set(atoms.map((row) => row['ltla_code']));
    expect(groups.filter((row) => !councils.has(row['ltla_code']) || !row['source'] || !row['date'])).toEqual(
      [],
    );
    const before = new Map(atoms.map((row) => [row['ltla_code'], row['cauth_2025_code']!]));
    for (const row of groups)
      if (!row['cauth_code']!.startsWith('X_')) expect(before.get(row['ltla_code'])).toBe(row['cauth_code']);
    const { code, stdout, stderr } = await runCommand([
      ...['overlap', 'england:icb@2026', 'england:ltla', '--group', `cauth=ltla,${path}`, '--json'],
    ]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Hampshire and the Solent');
  });
});
