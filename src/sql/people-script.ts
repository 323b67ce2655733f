/**
 * People counted on faces that were handed out: one join of points with polygons, or of keys, and one sum.
 */
import type { Dialect } from './dialect.js';
import { literal } from './dialect.js';
import { allPeople, locatedSteps, peopleLeft } from './located-steps.js';
import type { PeopleSource } from './sources.js';
import type { Step } from './step.js';

/** The faces, and how people come to them. */
export interface PeopleRequest {
  /** Quoted names: the table of faces, as `coterminous export atoms` wrote it, with its polygons in `geometry`. */
  readonly faces: string;
  readonly facesGiven: string;
  readonly geometry: string;
  readonly people: PeopleSource;
  /** Quoted names of the table of blocks and of the column of people that holds a block's code; null for points. */
  readonly byBlocks: { readonly table: string; readonly key: string } | null;
}

/** The steps that make coterminous_counts: people of each face; those on no face in a row without one. */
export const countSteps = (request: PeopleRequest, dialect: Dialect): Step[] =>
  request.byBlocks === null ? byPoints(request, dialect) : byKeys(request, request.byBlocks, dialect);

function byPoints({ faces, geometry, people }: PeopleRequest, dialect: Dialect): Step[] {
  const shapes = `SELECT face AS shape, layers, ${dialect.inDegrees(geometry)} AS geom FROM ${faces}`;
  return [
    ...locatedSteps(people, { shapes, areApart: true, keepsPoints: false }, dialect),
    {
      name: 'ct_placed',
      row: 'people and their face; those on none in a row without one',
      query: `SELECT shape AS face, people FROM ct_located
UNION ALL
SELECT NULL AS face, ${peopleLeft('t.people', 'l.people')} AS people FROM (${allPeople(people, dialect)}) AS t
JOIN (SELECT coalesce(sum(n), 0) AS n, coalesce(sum(people), 0) AS people FROM ct_located) AS l ON t.n > l.n`,
    },
    countsStep(faces),
  ];
}

function byKeys(
  { faces, people }: PeopleRequest,
  { table, key }: { readonly table: string; readonly key: string },
  dialect: Dialect,
): Step[] {
  const text = (column: string): string => `cast(${column} AS ${dialect.textType})`;
  return [
    {
      name: 'ct_placed',
      row: 'a part of the people of a row and its face, if their key is a block',
      query: `SELECT b.face, cast(${people.people === '1' ? '1' : `p.${people.people}`} AS ${dialect.numberType}) * coalesce(b.weight, 1) AS people
FROM ${people.table} p LEFT JOIN ${table} b ON ${text('b.block')} = ${text(`p.${key}`)}`,
    },
    countsStep(faces),
  ];
}

/** People of every face, also of those where nobody is; whoever is on no face stands in a row without one. */
const countsStep = (faces: string): Step => ({
  name: 'coterminous_counts',
  row: 'people of a face; those on no face in the row without one',
  query: `SELECT f.face, coalesce(sum(p.people), 0) AS people FROM ${faces} f LEFT JOIN ct_placed p ON p.face = f.face GROUP BY f.face
UNION ALL
SELECT face, sum(people) AS people FROM ct_placed WHERE face IS NULL GROUP BY face`,
});

/** Statements that stop where faces are no faces. */
export const faceChecks = ({ faces, facesGiven }: PeopleRequest): { about: string; query: string }[] => [
  {
    about: `${facesGiven}: is every face there once?`,
    query: `SELECT CASE WHEN count(*) = 0 THEN ${literal(`${facesGiven}: table without rows. Load the faces first`)} WHEN count(*) > count(DISTINCT face) THEN ${literal(`${facesGiven}: a face stands in several rows. Load the faces once`)} END FROM ${faces}`,
  },
];
