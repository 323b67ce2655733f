/**
 * Proposals side by side: the units that change as they are now and as each proposal has them, under the borders of the
 * other layer, each map titled as its proposal is.
 *
 *     Now 11 councils     Two unitaries     Three unitaries
 *     ┌───────────┐       ┌───────────┐     ┌───────────┐
 */
import { columnAbout, columnHeaded } from '../../../result/find-column.js';
import { layerWords } from '../../../result/layer-words.js';
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { Result } from '../../../result/result.js';
import { shortenName } from '../../../result/shorten-name.js';
import type { ProposalMatrix, StoryMap } from '../../../story/story.js';
import { wholeText, withArticle } from '../../../trouble/count-text.js';
import { labelPoint } from '../../html/client/labels.js';
import type { SmallMapData } from '../../html/client/small-map-data.js';
import { proposalMaps } from '../../html/proposal-maps.js';
import { arcPositions, arcsOfLayer } from '../map-lines.js';
import { boundsOf } from '../sheet-of-paper.js';
import { advance } from './advance.js';
import type { Box, Disc } from './boxes.js';
import { tenth } from './draw-laid.js';
import { pathData } from './draw-land.js';
import type { Look } from './looks.js';
import { mapGrid, WIDE, type GridMap } from './map-grid.js';
import type { MapPicture, PictureWishes } from './map-picture.js';
import { nameParts, namesInView, type PlacedName } from './names-in-view.js';
import type { KeyRow } from './place-key.js';
import { bordersInView, ringsInView, viewOfLand, type ViewOfLand } from './view-of-land.js';

type ProposalMap = SmallMapData & { readonly kind: 'proposal' };

/** Largest radius on any of the maps, sizes of figures and of names. */
const SIZES = {
  wide: { radius: 18, figure: 12, name: 13 },
  narrow: { radius: 12, figure: 10, name: 10.5 },
} as const;
const SMALLEST = 3;
/** Pixels between a circle and its figure. */
const BESIDE = 4;

const sizesIn = ({ view: { box } }: ViewOfLand): (typeof SIZES)[keyof typeof SIZES] =>
  box.right - box.left < WIDE ? SIZES.narrow : SIZES.wide;

/** The maps; null where a result has no proposals to set beside one another. `story` names what circles count. */
export function proposalPicture(
  result: Result,
  map: MapRecord,
  matrix: ProposalMatrix,
  story: StoryMap | null,
  wishes: PictureWishes,
): MapPicture | null {
  const ids = map.layers.map((layer) => layer.id);
  const maps = proposalMaps(result, ids).filter((each): each is ProposalMap => each.kind === 'proposal');
  const [first] = maps;
  if (first === undefined) return null;
  const units = map.layers[first.layer]!.units.filter(({ code }) => first.about.includes(code));
  const degrees = arcPositions(map);
  const bounds = boundsOf(arcsOfLayer(units).map((k) => degrees[k]!));
  if (bounds === null) return null;
  return mapGrid(
    maps.map((each, i): GridMap => ({
      ...(matrix.columns[i] ?? { title: '', subtitle: '' }),
      bounds,
      draw: (view, id) => {
        const land = viewOfLand(degrees, view);
        const circles = placedCircles(each, units, land);
        const { figure: size } = sizesIn(land);
        return [
          ...landOf(each, map, units, land, wishes.look, id),
          ...circles.flatMap(({ disc, figure, box, isLeft }) => [
            `<circle cx="${tenth(disc.x)}" cy="${tenth(disc.y)}" r="${tenth(disc.radius)}" ${wishes.look('circle')}/>`,
            `<text x="${tenth(isLeft ? box.right : box.left)}" y="${tenth(disc.y + size * 0.35)}" font-size="${size}"${isLeft ? ' text-anchor="end"' : ''} ${wishes.look('figure')}>${figure}</text>`,
          ]),
          ...nameParts(namesOf(each, units, land, peopleOfGroups(result, i - 1), circles), wishes.look),
        ];
      },
    })),
    keyOf(result, first, story, maps),
    wishes,
  );
}

/** What circles, borders and tints mean, of those that are drawn. */
function keyOf(
  result: Result,
  { borders }: ProposalMap,
  story: StoryMap | null,
  maps: readonly ProposalMap[],
): KeyRow[] {
  const layer = result.layers.find(({ id }) => id === result.map?.layers[borders]?.id);
  if (layer === undefined) return [];
  const word = layerWords(layer, result).short;
  const counts = story?.counts ?? '';
  const hasCircles = maps.some(({ circles }) => circles.length > 0);
  const rows: (KeyRow | false)[] = [
    hasCircles && counts !== '' && { sample: 'circle', words: counts },
    { sample: 'border', words: `border of ${withArticle(word)}` },
    maps.some(({ outside }) => outside.length > 0) && {
      sample: 'piece',
      words: `land outside the main ${word}`,
    },
  ];
  return rows.filter((row) => row !== false);
}

interface PlacedCircle {
  readonly disc: Disc;
  readonly figure: string;
  /** Of the figure. */
  readonly box: Box;
  readonly isLeft: boolean;
}

/** Circles of a map by area, largest first; where no place is known in the middle of the unit. */
function placedCircles(
  { circles, most }: ProposalMap,
  units: readonly MapUnit[],
  land: ViewOfLand,
): PlacedCircle[] {
  const { box: frame, place } = land.view;
  const { radius: largest, figure: size } = sizesIn(land);
  return [...circles]
    .sort((p, q) => q.amount - p.amount)
    .flatMap(({ amount, figure, at, within }): PlacedCircle[] => {
      const unit = units.find(({ code }) => code === within);
      const [outer] = unit === undefined ? [] : ringsInView(land, unit);
      if (at === null && outer === undefined) return [];
      const [x, y] = at === null ? labelPoint(outer!.flat()) : place([at[0], at[1]]);
      const radius = Math.max(SMALLEST, largest * Math.sqrt(amount / most));
      const width = advance(figure, size, true);
      const isLeft = x - radius - BESIDE - width > frame.left + BESIDE;
      const left = isLeft ? x - radius - BESIDE - width : x + radius + BESIDE;
      const half = size * 0.6;
      const box = { left, right: left + width, top: y - half, bottom: y + half };
      return [{ disc: { x, y, radius }, figure, box, isLeft }];
    });
}

/** Land of the units, new ones shaded in turn, what is outside the main partner, borders of all kinds. */
function landOf(
  { groups, borders, outside }: ProposalMap,
  map: MapRecord,
  units: readonly MapUnit[],
  view: ViewOfLand,
  look: Look,
  id: string,
): string[] {
  const land = (own: readonly MapUnit[]): string =>
    own.flatMap((unit) => ringsInView(view, unit).map((ring) => pathData(ring, true))).join('');
  const lines = (arcs: readonly number[]): string => arcs.map((k) => pathData(view.arcs[k]!, false)).join('');
  const path = (data: string, attributes: string): string =>
    data === '' ? '' : `<path d="${data}" ${attributes}/>`;
  const unitsOf = (codes: readonly string[]): MapUnit[] => units.filter(({ code }) => codes.includes(code));
  const grouped = new Set(groups.flatMap(({ codes }) => codes));
  const wholes = [
    ...groups.map(({ codes }) => unitsOf(codes)),
    ...units.filter(({ code }) => !grouped.has(code)).map((unit) => [unit]),
  ];
  const edges = new Set(wholes.flatMap((own) => bordersInView(view, own).outer));
  const inner = bordersInView(view, units).inner.filter((k) => !edges.has(k));
  const others = borders < 0 ? [] : (map.layers[borders]?.units ?? []);
  const around = new Set(bordersInView(view, units).outer);
  const crossing = bordersInView(view, others).inner.filter((k) => !around.has(k));
  const tints = outside.flatMap(([codes, layer, partner], i) => {
    const data = land(map.layers[layer]?.units.filter(({ code }) => code === partner) ?? []);
    return data === ''
      ? []
      : [
          `<clipPath id="${id}-outside-${i}"><path d="${land(unitsOf(codes))}" clip-rule="evenodd"/></clipPath>`,
          `<g clip-path="url(#${id}-outside-${i})">${path(data, look('tint'))}</g>`,
        ];
  });
  return [
    path(land(units), look('land')),
    ...groups.map(({ codes }, g) => path(land(unitsOf(codes)), look(GROUP_LANDS[g % GROUP_LANDS.length]!))),
    ...tints,
    path(lines(inner), look('minor')),
    path(lines([...edges]), look('group-edge')),
    `<clipPath id="${id}-units"><path d="${land(units)}" clip-rule="evenodd"/></clipPath>`,
    `<g clip-path="url(#${id}-units)">${path(lines(crossing), look('border'))}</g>`,
  ].filter((part) => part !== '');
}

/** New units beside one another are told apart by their land. */
const GROUP_LANDS = ['told-land', 'group-land', 'land'] as const;

/** Names of the new units with their people, clear of the circles and their figures. */
const namesOf = (
  { groups }: ProposalMap,
  units: readonly MapUnit[],
  view: ViewOfLand,
  people: ReadonlyMap<string, string>,
  circles: readonly PlacedCircle[],
): PlacedName[] =>
  namesInView(
    {
      units: groups.map(({ name, codes }) => ({
        code: name,
        name,
        polygons: units.filter(({ code }) => codes.includes(code)).flatMap(({ polygons }) => polygons),
      })),
      look: 'figures',
      below: people,
      size: sizesIn(view).name,
    },
    view,
    {
      circles: circles.map(({ disc }, circle) => ({ ...disc, circle, number: null })),
      labels: [],
      key: null,
      insets: [],
      uncovered: circles.map(({ box }) => box),
    },
  );

/** People of the new units of a proposal (counted from 0) by their short names; none of now, or where nobody is counted. */
function peopleOfGroups(result: Result, proposal: number): Map<string, string> {
  const found = new Map<string, string>();
  const table = result.tables.find(({ name }) => /^units(_|$)/.test(name) && !/^units_now/.test(name));
  if (table === undefined || proposal < 0) return found;
  const scenario = columnHeaded(table, 'scenario');
  const named = [...new Set(table.rows.map((row) => row[scenario]))][proposal];
  const name = columnAbout(table, { role: 'unit', kind: 'name' });
  const people = table.columns.findIndex(
    ({ about }) => about.role === 'amount' && about.measure !== undefined,
  );
  if (people < 0) return found;
  for (const row of table.rows) {
    const amount = row[people];
    if (row[scenario] === named && typeof amount === 'number')
      found.set(shortenName(String(row[name])), wholeText(Math.round(amount)));
  }
  return found;
}
