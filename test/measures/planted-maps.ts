/**
 * Maps of few vertices by chance: districts in a crooked grid, drawn twice, the second time with noise, and somewhere a
 * gap, a split or strips that are no noise.
 *
 *     ┌────┬────┐     gap      a unit's border is moved in by so much, its neighbour's stays
 *     │    │▓   │     split    the border of both is moved: a strip of one parent lies in a unit of another
 *     ├────┼────┤     strips   splits of one width at several borders
 *     │    │    │
 *     └────┴────┘
 */
import type { Layer } from '../../src/layer/layer.js';
import { givenSystem } from '../../src/read/systems/recognise-system.js';
import { chance, type Chance } from '../arrangement/chance.js';
import { makeLayer, type PlainFeature, type Position } from '../arrangement/make-layer.js';

export interface Planted {
  readonly kind: 'gap' | 'split';
  /** Codes of the unit that lost a strip, of the one beside it, of the parent that the strip is in. */
  readonly loser: string;
  readonly beside: string;
  readonly parent: string;
  /** Metres that the strip is wide, noise apart. */
  readonly width: number;
}

export interface PlantedMap {
  readonly units: Layer;
  readonly parents: Layer;
  readonly planted: readonly Planted[];
  /** For each unit the code of its parent. */
  readonly parentOf: ReadonlyMap<string, string>;
}

type Line = readonly Position[];

/** A border of the grid: the two cells beside it and its line, from west to east or from south to north. */
interface Border {
  readonly sides: readonly [number, number];
  readonly line: Line;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Borders by cell: south, east, north, west, the last two to be walked backwards. */
  readonly around: readonly (readonly string[])[];
  readonly borders: ReadonlyMap<string, Border>;
}

/** The map of a seed. Noise is at most so many metres to each side; 0 for layers that share their linework. */
export function plantedMap(seed: number, { isPlanted }: { readonly isPlanted: boolean }): PlantedMap {
  const roll = chance(seed);
  const grid = drawGrid(roll);
  const noise = roll.pick([0, 0, 1, 3, 10, 30, 100]);
  const noisy = new Map([...grid.borders].map(([key, border]) => [key, { ...border, line: border.line }]));
  shake(roll, noisy, noise);
  const width = Math.max(20, noise * 6) * (1 + roll.next() * 4);
  const cells = grid.columns * grid.rows;
  const parentNumber = Array.from({ length: cells }, (_, cell) => parentOfCell(grid, cell));
  const plants = isPlanted ? choosePlants(roll, grid, parentNumber) : [];
  const cut = new Map<string, Line>();
  for (const { kind, key } of plants) {
    const { line } = noisy.get(key)!;
    const moved = bulge(line, width);
    if (kind === 'split') noisy.set(key, { ...noisy.get(key)!, line: moved });
    // The second of the two cells lies where the line moves to.
    else cut.set(`${key} ${noisy.get(key)!.sides[1]}`, moved);
  }
  const code = (cell: number): string => `U${String(cell).padStart(3, '0')}`;
  const parentCode = (parent: number): string => `P${String(parent).padStart(3, '0')}`;
  const parents = [...new Set(parentNumber)].sort((p, q) => p - q);
  return {
    units: layerOf(
      'unit',
      Array.from({ length: cells }, (_, cell) => code(cell)),
      Array.from({ length: cells }, (_, cell) => ({
        unit: cell,
        polygons: [[ringOf(grid, noisy, cell, cut)]],
      })),
    ),
    parents: layerOf(
      'parent',
      parents.map(parentCode),
      parentNumber.map((parent, cell) => ({
        unit: parents.indexOf(parent),
        polygons: [[ringOf(grid, grid.borders, cell, new Map())]],
      })),
    ),
    planted: plants.map(({ kind, key }) => {
      const [first, second] = grid.borders.get(key)!.sides;
      return {
        kind,
        loser: code(second),
        beside: code(first),
        parent: parentCode(parentNumber[second]!),
        width,
      };
    }),
    parentOf: new Map(parentNumber.map((parent, cell) => [code(cell), parentCode(parent)])),
  };
}

/** Cells of 2 to 12 km, corners off the grid, borders of one to four edges. */
function drawGrid(roll: Chance): Grid {
  const [columns, rows] = [2 * roll.whole(1, 3), 2 * roll.whole(1, 3)];
  const side = roll.whole(2000, 12_000);
  const [west, south] = [roll.whole(350_000, 450_000), roll.whole(200_000, 400_000)];
  const at = (c: number, r: number): string => `${c} ${r}`;
  const corners = new Map<string, Position>();
  for (let r = 0; r <= rows; r++) {
    for (let c = 0; c <= columns; c++) {
      const off = (): number => (roll.next() - 0.5) * 0.3 * side;
      corners.set(at(c, r), [west + c * side + off(), south + r * side + off()]);
    }
  }
  const line = (from: Position, to: Position): Line => {
    const bends = roll.whole(0, 3);
    const between = Array.from({ length: bends }, (_, k): Position => {
      const part = (k + 1) / (bends + 1);
      const off = (roll.next() - 0.5) * 0.06 * side;
      return [
        from[0] + part * (to[0] - from[0]) - off * Math.sign(to[1] - from[1]),
        from[1] + part * (to[1] - from[1]) + off * Math.sign(to[0] - from[0]),
      ];
    });
    return [from, ...between, to];
  };
  const borders = new Map<string, Border>();
  const cell = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? -1 : r * columns + c;
  for (let r = 0; r <= rows; r++) {
    for (let c = 0; c <= columns; c++) {
      const here = corners.get(at(c, r))!;
      if (c < columns)
        borders.set(`h ${c} ${r}`, {
          sides: [cell(c, r), cell(c, r - 1)],
          line: line(here, corners.get(at(c + 1, r))!),
        });
      if (r < rows)
        borders.set(`v ${c} ${r}`, {
          sides: [cell(c - 1, r), cell(c, r)],
          line: line(here, corners.get(at(c, r + 1))!),
        });
    }
  }
  const around = Array.from({ length: columns * rows }, (_, number) => {
    const [c, r] = [number % columns, Math.floor(number / columns)];
    return [`h ${c} ${r}`, `v ${c + 1} ${r}`, `h ${c} ${r + 1}`, `v ${c} ${r}`];
  });
  return { columns, rows, around, borders };
}

/** Two by two cells are a parent. */
const parentOfCell = ({ columns }: Grid, cell: number): number =>
  Math.floor(Math.floor(cell / columns) / 2) * (columns / 2) + Math.floor((cell % columns) / 2);

/** Moves every position by at most `noise` metres each way, the same one in all borders alike. */
function shake(roll: Chance, borders: Map<string, Border>, noise: number): void {
  const moved = new Map<string, Position>();
  for (const [key, border] of borders) {
    const line = border.line.map((position): Position => {
      const name = position.join(' ');
      let to = moved.get(name);
      if (to === undefined) {
        const off = (): number => (roll.next() * 2 - 1) * noise;
        moved.set(name, (to = [position[0] + off(), position[1] + off()]));
      }
      return to;
    });
    borders.set(key, { ...border, line });
  }
}

/** One gap, one split or up to five splits, at borders between parents (a gap at any border between cells). */
function choosePlants(
  roll: Chance,
  { borders }: Grid,
  parentNumber: readonly number[],
): { kind: Planted['kind']; key: string }[] {
  const inner = [...borders].filter(([, { sides }]) => sides.every((cell) => cell >= 0));
  const between = inner.filter(
    ([
      ,
      {
        sides: [p, q],
      },
    ]) => parentNumber[p] !== parentNumber[q],
  );
  const kind = between.length === 0 ? 'gap' : roll.pick(['gap', 'split', 'split'] as const);
  if (kind === 'gap') return [{ kind, key: roll.pick(inner)[0] }];
  return roll
    .shuffled(between)
    .slice(0, roll.pick([1, 1, 5]))
    .map(([key]) => ({ kind, key }));
}

/** The line moved to its right by `width` metres in the middle three fifths. */
function bulge(line: Line, width: number): Line {
  const [from, to] = [line[0]!, line[line.length - 1]!];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const across: Position = [(to[1] - from[1]) / length, -(to[0] - from[0]) / length];
  const middle = line.slice(1, -1);
  const along = (part: number, off: number): Position => [
    from[0] + part * (to[0] - from[0]) + off * across[0],
    from[1] + part * (to[1] - from[1]) + off * across[1],
  ];
  // Bends are moved with the line, so that what lies between is as wide as it is said to be.
  const bent = middle.map(([x, y]): Position => [x + width * across[0], y + width * across[1]]);
  return [from, along(0.05, width), ...bent, along(0.95, width), to];
}

function ringOf(
  { around }: Grid,
  borders: ReadonlyMap<string, Border>,
  cell: number,
  cut: ReadonlyMap<string, Line>,
): Position[] {
  return around[cell]!.flatMap((key, k) => {
    const line = cut.get(`${key} ${cell}`) ?? borders.get(key)!.line;
    return (k < 2 ? line : [...line].reverse()).slice(0, -1);
  });
}

function layerOf(id: string, codes: readonly string[], features: readonly PlainFeature[]): Layer {
  const { shapes, featureUnit } = makeLayer(features, 'union', codes.length);
  return {
    id,
    kind: null,
    vintage: null,
    codes,
    names: codes,
    ods: null,
    kept: [],
    codeField: 'code',
    nameField: null,
    land: {
      shapes,
      featureUnit,
      system: givenSystem('EPSG:27700', 'by chance'),
      accuracy: { metres: null, from: 'not stated', finest: 0 },
      fill: 'union',
    },
    membership: null,
    findings: [],
    notes: [],
  };
}
