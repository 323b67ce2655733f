/**
 * The page for a committee with its map, where the result has one.
 */
import type { Result } from '../../result/result.js';
import type { Table } from '../../result/table.js';
import { describeMap } from '../map/describe-map.js';
import { drawPng, whyNoPicture } from '../map/write-png.js';
import type { PictureSize } from '../map/write-svg.js';
import type { Picture } from './paragraphs.js';
import { writeDocx } from './write-docx.js';

/** Text is 170 mm wide; the picture leaves room for the rest of the page. */
const WIDTH_MM = 165;
const PIXELS_A_MM = 96 / 25.4;
/** The picture as it is printed: title and sources stand in the document. */
const SIZE: PictureSize = {
  width: Math.round(WIDTH_MM * PIXELS_A_MM),
  leastHeight: Math.round(70 * PIXELS_A_MM),
  mostHeight: Math.round(105 * PIXELS_A_MM),
  medium: 'print',
  isTitled: false,
};

/** The bytes of a DOCX file about one table of the result; without the map where no picture can be drawn here. */
export async function writeOnePager(result: Result, table: Table): Promise<Uint8Array> {
  const canDraw = result.map !== undefined && (await whyNoPicture()) === null;
  return writeDocx(result, table, canDraw ? await pictureOf(result) : null);
}

async function pictureOf(result: Result): Promise<Picture> {
  const { bytes, width, height } = await drawPng(result, SIZE);
  return {
    bytes,
    widthMm: WIDTH_MM,
    heightMm: (WIDTH_MM * height) / width,
    description: describeMap(result),
  };
}
