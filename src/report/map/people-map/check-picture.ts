/**
 * A map for each file of a check, with marks where something was found; files may lie anywhere, so each is fitted to its own.
 */
import type { MapRecord } from '../../../result/map-record.js';
import type { FindingList } from '../../../story/story.js';
import { arcPositions, arcsOfLayer } from '../map-lines.js';
import { boundsOf } from '../sheet-of-paper.js';
import { crossData, tenth } from './draw-laid.js';
import { pathData } from './draw-land.js';
import { fileMarks, HALF_CROSS, MARK_WORDS, sizedMarks, type FileMark } from './file-marks.js';
import type { Look } from './looks.js';
import { mapGrid, type GridMap } from './map-grid.js';
import type { MapPicture, PictureWishes } from './map-picture.js';
import type { KeyRow } from './place-key.js';
import { ringsInView, viewOfLand, type MapLayer, type View } from './view-of-land.js';

/** The maps, titled with file and verdict; null where no file has shapes. */
export function checkPicture(
  map: MapRecord,
  { files, rows }: FindingList,
  wishes: PictureWishes,
): MapPicture | null {
  const degrees = arcPositions(map);
  const drawn = files.flatMap(({ layer: id, title, verdict }) => {
    const layer = map.layers.find((each) => each.id === id);
    const bounds = layer === undefined ? null : boundsOf(arcsOfLayer(layer.units).map((k) => degrees[k]!));
    if (layer === undefined || bounds === null) return [];
    const marks = fileMarks(rows, id);
    const of = { layer, marks };
    return [{ title, subtitle: verdict, bounds, marks, of }];
  });
  if (drawn.length === 0) return null;
  const marks = drawn.flatMap((each) => each.marks);
  const key: KeyRow[] = (['fault', 'cross'] as const)
    .filter((sample) => marks.some(([, , hectares]) => (hectares === null) === (sample === 'cross')))
    .map((sample) => ({ sample, words: MARK_WORDS[sample] }));
  return mapGrid(
    drawn.map(({ of, ...each }): GridMap => ({
      ...each,
      draw: (view) => fileParts(of.layer, of.marks, degrees, view, wishes.look),
    })),
    key,
    wishes,
  );
}

/** Land and borders of a file's units, and its marks. */
function fileParts(
  layer: MapLayer,
  marks: readonly FileMark[],
  degrees: ReturnType<typeof arcPositions>,
  view: View,
  look: Look,
): string[] {
  const land = viewOfLand(degrees, view);
  return [
    ...layer.units.map((unit) => {
      const data = ringsInView(land, unit)
        .map((ring) => pathData(ring, true))
        .join('');
      return data === '' ? '' : `<path d="${data}" ${look('file-unit')}/>`;
    }),
    ...sizedMarks(marks).map(({ mark: [longitude, latitude], radius }) => {
      const [x, y] = view.place([longitude, latitude]);
      return radius === null
        ? `<path d="${crossData(x, y, HALF_CROSS)}" ${look('cross')}/>`
        : `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${tenth(radius)}" ${look('fault')}/>`;
    }),
  ].filter((part) => part !== '');
}
