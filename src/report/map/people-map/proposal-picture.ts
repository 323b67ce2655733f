/**
 * Proposals side by side: the units that change as they are now and as each proposal has them, under the borders of the
 * other layer, each map titled as its proposal is.
 *
 *     Now 11 councils     Two unitaries     Three unitaries
 *     ┌───────────┐       ┌───────────┐     ┌───────────┐
 */
import type { MapRecord, MapUnit } from '../../../result/map-record.js';
import type { Result } from '../../../result/result.js';
import { columnAbout, columnHeaded } from '../../../result/find-column.js';
import { shortenName } from '../../../result/shorten-name.js';
import type { ProposalMatrix } from '../../../story/story.js';
import { wholeText } from '../../../trouble/count-text.js';
import { proposalMaps } from '../../html/proposal-maps.js';
import type { SmallMapData } from '../../html/client/small-map-data.js';
import { xmlText } from '../../xml.js';
import { arcPositions, arcsOfLayer, type Position } from '../map-lines.js';
import { boundsOf, fitPaper } from '../sheet-of-paper.js';
import { wrapSigns } from './advance.js';
import { pathData } from './draw-land.js';
import type { Look, Part } from './looks.js';
import type { MapPicture, PictureWishes } from './map-picture.js';
import { nameParts, namesInView } from './names-in-view.js';
import { bordersInView, ringsInView, viewOfLand, type ViewOfLand } from './view-of-land.js';

type ProposalMap = SmallMapData & { readonly kind: 'proposal' };

/** Maps in a row at most, pixels between them, around the land, and of each title. */
const MOST_IN_ROW = 3;
const GAP = 24;
const AIR = 12;
const TITLE = 46;
/** Signs of a line of what stands below a title. */
const SIGNS = 44;

/** The maps; null where a result has no proposals to set beside one another. */
export function proposalPicture(
  result: Result,
  map: MapRecord,
  matrix: ProposalMatrix,
  { width, mostHeight, look, id }: PictureWishes,
): MapPicture | null {
  const ids = map.layers.map((layer) => layer.id);
  const maps = proposalMaps(result, ids).filter((each): each is ProposalMap => each.kind === 'proposal');
  const [first] = maps;
  if (first === undefined) return null;
  const units = map.layers[first.layer]!.units.filter(({ code }) => first.about.includes(code));
  const degrees = arcPositions(map);
  const bounds = boundsOf(arcsOfLayer(units).map((k) => degrees[k]!));
  if (bounds === null) return null;
  const inRow = Math.min(MOST_IN_ROW, maps.length);
  const across = (width - GAP * (inRow - 1)) / inRow;
  const paper = fitPaper(bounds, across - 2 * AIR, mostHeight - TITLE - 2 * AIR);
  const down = paper.height + 2 * AIR;
  const parts = maps.flatMap((each, i) => {
    const [left, top] = [(i % inRow) * (across + GAP), Math.floor(i / inRow) * (down + TITLE + GAP)];
    const box = { left, top: top + TITLE, right: left + across, bottom: top + TITLE + down };
    const view = viewOfLand(degrees, {
      box,
      place: (position): Position => {
        const [x, y] = paper.place(position);
        return [x + left + (across - paper.width) / 2, y + box.top + AIR];
      },
    });
    const { title, subtitle } = matrix.columns[i] ?? { title: '', subtitle: '' };
    return [
      ...titleParts(title, subtitle, left, top, look),
      ...landOf(each, map, units, view, peopleOfGroups(result, i - 1), look, `${id}-${i}`),
      `<rect x="${left + 0.5}" y="${box.top + 0.5}" width="${across - 1}" height="${down - 1}" ${look('frame')}/>`,
    ];
  });
  const rows = Math.ceil(maps.length / inRow);
  return { width, height: rows * (TITLE + down) + (rows - 1) * GAP, parts };
}

function titleParts(title: string, subtitle: string, left: number, top: number, look: Look): string[] {
  const text = (words: string, y: number, size: number, part: Part): string =>
    `<text x="${left}" y="${top + y}" font-size="${size}" ${look(part)}>${xmlText(words)}</text>`;
  const [line = ''] = wrapSigns(subtitle, SIGNS);
  return [text(title, 17, 17, 'name'), text(line, 36, 13, 'second')];
}

/** Land of the units, new ones shaded in turn, their borders, those of the other layer within them, names. */
function landOf(
  { groups, borders }: ProposalMap,
  map: MapRecord,
  units: readonly MapUnit[],
  view: ViewOfLand,
  people: ReadonlyMap<string, string>,
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
  const names = namesInView(
    {
      units: groups.map(({ name, codes }) => ({
        code: name,
        name,
        polygons: unitsOf(codes).flatMap(({ polygons }) => polygons),
      })),
      look: 'figures',
      below: people,
    },
    view,
    { circles: [], labels: [], key: null, insets: [], uncovered: [] },
  );
  return [
    path(land(units), look('land')),
    ...groups.map(({ codes }, g) => path(land(unitsOf(codes)), look(g % 2 === 0 ? 'told-land' : 'land'))),
    path(lines(inner), look('minor')),
    path(lines([...edges]), look('coast')),
    `<clipPath id="${id}-units"><path d="${land(units)}" clip-rule="evenodd"/></clipPath>`,
    `<g clip-path="url(#${id}-units)">${path(lines(crossing), look('border'))}</g>`,
    ...nameParts(names, look),
  ].filter((part) => part !== '');
}

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
