/**
 * Pairs of units, their patches and remainders, judged as everywhere in this tool: a patch is material when its mean
 * width (twice its area over its perimeter) is at least the tolerance, or when its pair is more than half of either unit;
 * pairs that together are more than a third of a unit are no slivers of it, largest first.
 */
import type { Dialect } from './dialect.js';
import { peopleSteps } from './people-steps.js';
import type { PeopleSource, TableSource } from './sources.js';
import type { Step } from './step.js';

/** What a script of two tables is made from. */
export interface PairRequest {
  readonly a: TableSource;
  readonly b: TableSource;
  /** Metres. */
  readonly tolerance: number;
  readonly people: PeopleSource | null;
}

/**
 * Half a step of the lattice in metres: an engine rounds where it cuts, and what is thinner on average came from that.
 * The thinnest patch that the lattice itself can hold is about as wide.
 */
export const THINNEST_METRES = 0.0056;

/** More of a unit than one part of so many is never a sliver. */
export const NEVER_SLIVER = '3.0';

/** Tables from units to pairs and how they stand: ct_units_*, ct_land_*, ct_patch, ct_judged, people, ct_standing_*. */
export const pairSteps = (request: PairRequest, dialect: Dialect): Step[] => [
  ...unitSteps('a', request.a, dialect),
  ...unitSteps('b', request.b, dialect),
  {
    name: 'ct_inside',
    row: 'land in a unit of both tables',
    query: `SELECT a.code AS a, b.code AS b, ${dialect.polygonsOf(dialect.onLattice('ST_Intersection(a.geom, b.geom)'))} AS geom
FROM ct_units_a a JOIN ct_units_b b ON ST_Intersects(a.geom, b.geom)`,
  },
  {
    name: 'ct_piece',
    row: 'land of a pair, or of a unit that no unit of the other table covers',
    query: [
      'SELECT a, b, geom FROM ct_inside WHERE NOT ST_IsEmpty(geom)',
      remainders('a', dialect),
      remainders('b', dialect),
    ].join('\nUNION ALL\n'),
  },
  {
    name: 'ct_measured',
    row: 'one connected part of a piece: square metres, metres around it',
    query: `SELECT a, b, geom, ${dialect.squareMetres('geom')} AS m2, ${dialect.metresAround('geom')} AS metres
FROM (SELECT a, b, ${dialect.partsOf('geom')} AS geom FROM ct_piece WHERE NOT ST_IsEmpty(geom)) AS parts`,
  },
  {
    name: 'ct_patch',
    row: 'a patch, which is a part that rounding did not make: square metres, mean width in metres',
    isSearched: true,
    query: `SELECT row_number() OVER (ORDER BY a, b, m2 DESC) AS patch, a, b, geom, m2, 2 * m2 / metres AS width
FROM ct_measured WHERE 2 * m2 > ${THINNEST_METRES} * metres`,
  },
  ...judgingSteps(request.tolerance),
  ...(request.people === null ? [] : peopleSteps(request.people, dialect)),
  standingStep('a', 'b', request.people !== null),
  standingStep('b', 'a', request.people !== null),
];

function unitSteps(side: 'a' | 'b', { table, code, name, geometry }: TableSource, dialect: Dialect): Step[] {
  return [
    {
      name: `ct_units_${side}`,
      row: `a unit of table ${side.toUpperCase()}: code, name, shape`,
      isSearched: true,
      query: `SELECT cast(${code} AS ${dialect.textType}) AS code, cast(${name} AS ${dialect.textType}) AS name, ${dialect.polygonsOf(dialect.onLattice(geometry))} AS geom FROM ${table}`,
    },
    {
      name: `ct_land_${side}`,
      row: 'square metres of a unit',
      query: `SELECT code, sum(m2) AS m2 FROM (SELECT code, ${dialect.squareMetres('geom')} AS m2
  FROM (SELECT code, ${dialect.partsOf('geom')} AS geom FROM ct_units_${side}) AS parts) AS measured GROUP BY code`,
    },
  ];
}

/** A unit less its own overlaps: uniting those is cheaper than uniting its neighbours. */
function remainders(side: 'a' | 'b', { onLattice, polygonsOf, united }: Dialect): string {
  const rest = polygonsOf(
    onLattice('CASE WHEN o.geom IS NULL THEN u.geom ELSE ST_Difference(u.geom, o.geom) END'),
  );
  const columns = side === 'a' ? 'u.code AS a, NULL AS b' : 'NULL AS a, u.code AS b';
  return `SELECT ${columns}, ${rest} AS geom FROM ct_units_${side} u
LEFT JOIN (SELECT ${side} AS code, ${united('geom')} AS geom FROM ct_inside WHERE NOT ST_IsEmpty(geom) GROUP BY ${side}) o ON o.code = u.code`;
}

function judgingSteps(tolerance: number): Step[] {
  const isMost = '(coalesce(m2 > a_m2 / 2, false) OR coalesce(m2 > b_m2 / 2, false))';
  const left = (side: 'a' | 'b', other: 'a' | 'b'): string =>
    `sum(CASE WHEN is_thick THEN 0 ELSE m2 END) OVER (PARTITION BY ${side}) - coalesce(sum(CASE WHEN is_thick THEN 0 ELSE m2 END) OVER (PARTITION BY ${side} ORDER BY m2 DESC, ${other} NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;
  const forced = (side: 'a' | 'b'): string =>
    `coalesce(NOT is_thick AND ${side}_left > ${side}_m2 / ${NEVER_SLIVER}, false)`;
  return [
    {
      name: 'ct_pair',
      row: 'a pair, or a unit and the land outside the other table',
      query: `SELECT *, ${isMost} OR width >= ${tolerance} AS is_thick, ${isMost} AS is_most
FROM (SELECT p.a, p.b, sum(p.m2) AS m2, max(p.width) AS width, count(*) AS n,
    sum(CASE WHEN p.width >= ${tolerance} THEN 1 ELSE 0 END) AS thick,
    sum(CASE WHEN p.width < ${tolerance} THEN p.m2 ELSE 0 END) AS thin_m2, la.m2 AS a_m2, lb.m2 AS b_m2
  FROM ct_patch p LEFT JOIN ct_land_a la ON la.code = p.a LEFT JOIN ct_land_b lb ON lb.code = p.b
  GROUP BY p.a, p.b, la.m2, lb.m2) AS summed`,
    },
    {
      name: 'ct_judged',
      row: 'a pair with what is real of it; is_whole where all its patches are, however thin',
      query: `SELECT a, b, m2, width, n, thick, thin_m2, a_m2, b_m2, ${tolerance} AS tolerance, is_thick OR is_forced AS is_material, is_most OR is_forced AS is_whole
FROM (SELECT *, ${forced('a')} OR ${forced('b')} AS is_forced
  FROM (SELECT *, ${left('a', 'b')} AS a_left, ${left('b', 'a')} AS b_left FROM ct_pair) AS running) AS forced`,
    },
  ];
}

/** The largest share of a unit that is only coast where nothing is known of people. */
const COAST_SHARE = 0.01;

/** How many partners a unit has, and whether it sticks out of the other table by more than coast. */
function standingStep(mine: 'a' | 'b', other: 'a' | 'b', hasPeople: boolean): Step {
  const [from, more] = hasPeople
    ? [
        `(SELECT j.*, coalesce(c.people, 0) AS people FROM ct_judged j LEFT JOIN ct_counted c ON coalesce(c.a, '') = coalesce(j.a, '') AND coalesce(c.b, '') = coalesce(j.b, '')) AS j`,
        'people > 0',
      ]
    : ['ct_judged', `m2 > ${COAST_SHARE} * ${mine}_m2`];
  return {
    name: `ct_standing_${mine}`,
    row: `a unit of table ${mine.toUpperCase()}: its partners, and whether it sticks out`,
    query: `SELECT ${mine} AS code, sum(CASE WHEN is_material AND ${other} IS NOT NULL THEN 1 ELSE 0 END) AS partners,
  max(CASE WHEN is_material AND ${other} IS NULL AND ${more} THEN 1 ELSE 0 END) AS sticks_out
FROM ${from} WHERE ${mine} IS NOT NULL GROUP BY ${mine}`,
  };
}
