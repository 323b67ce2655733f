/**
 * The subject of a map without its far islands, and these by themselves, named.
 */
import type { MapUnit } from '../../../result/map-record.js';
import { shortenName } from '../../../result/shorten-name.js';
import { arcsOfLayer, type Position } from '../map-lines.js';
import { boundsOf, commonBounds, type Bounds } from '../sheet-of-paper.js';
import { farIslands, joined } from './far-islands.js';
import { landPartsOf } from './land-parts.js';
import { withAir, type Subject } from './subject.js';

/** Islands that lie together, far from the rest. */
export interface IslandGroup {
  readonly bounds: Bounds;
  /** What they are called after: units that lie there with all their land. */
  readonly title: string;
  /** Whether a place lies on them. */
  readonly holds: (position: Position) => boolean;
  /** Arcs that lie on them, of whatever layer. */
  readonly arcs: ReadonlySet<number>;
}

export interface CutSubject {
  /** Of what is left. */
  readonly bounds: Bounds;
  readonly islands: readonly IslandGroup[];
}

/** Share of their size by which other linework of the same islands may lie outside their bounds. */
const OTHER_LINEWORK = 0.1;

/** Cuts islands so far off that the rest would be drawn the smaller for them; `scaleOf` is how large bounds are drawn. */
export function cutFarIslands(
  subject: Subject,
  arcs: readonly (readonly Position[])[],
  scaleOf: (bounds: Bounds) => number,
): CutSubject {
  const { borders, told, place, bounds } = subject;
  const units = place === null ? [told, borders].flatMap((layer) => layer?.units ?? []) : [place];
  const parts = landPartsOf(units, arcs).filter((part) => meets(part.bounds, bounds));
  const groups = farIslands(parts, (own) => scaleOf(withAir(own, place)));
  if (groups.length === 0) return { bounds, islands: [] };
  const cut = new Set(groups.flat());
  const rest = withAir(joined(parts.filter((_, i) => !cut.has(i)).map((part) => part.bounds)), place);
  const boxes = arcs.map((arc) => boundsOf([arc]));
  return {
    bounds: place === null ? commonBounds([rest, bounds]) : rest,
    islands: groups.map((group): IslandGroup => {
      const own = group.map((i) => grown(parts[i]!.bounds));
      const isThere = (box: Bounds | null): boolean =>
        box !== null && own.some((each) => holdsBounds(each, box));
      const there = new Set(boxes.flatMap((box, k) => (isThere(box) ? [k] : [])));
      return {
        bounds: joined(group.map((i) => parts[i]!.bounds)),
        title: titleOf(subject, there, parts[group[0]!]!.units),
        holds: ([x, y]) => isThere({ west: x, east: x, south: y, north: y }),
        arcs: there,
      };
    }),
  };
}

/** Names of the units all of whose land is there, of those told about first; else of one with land there and elsewhere. */
function titleOf(
  { told, borders, place }: Subject,
  there: ReadonlySet<number>,
  some: readonly MapUnit[],
): string {
  const layers = [told?.units ?? [], borders?.units ?? [], place === null ? [] : [place]];
  const [whole = []] = layers
    .map((units) =>
      units.filter((unit) => unit.polygons.length > 0 && arcsOfLayer([unit]).every((k) => there.has(k))),
    )
    .filter((units) => units.length > 0);
  const names = [...new Set(whole.map(({ name }) => shortenName(name)))];
  const [first, second] = names;
  if (first === undefined) return `${shortenName(some[0]?.name ?? '')} (part)`;
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more`;
}

const meets = (p: Bounds, q: Bounds): boolean =>
  p.west < q.east && p.east > q.west && p.south < q.north && p.north > q.south;

const holdsBounds = (outer: Bounds, inner: Bounds): boolean =>
  outer.west <= inner.west &&
  outer.east >= inner.east &&
  outer.south <= inner.south &&
  outer.north >= inner.north;

function grown({ west, south, east, north }: Bounds): Bounds {
  const by = OTHER_LINEWORK * Math.max(east - west, north - south);
  return { west: west - by, south: south - by, east: east + by, north: north + by };
}
