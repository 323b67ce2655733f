/**
 * The page for a committee with its map, where the result has one.
 */
import type { Result } from '../../result/result.js';
import type { Table } from '../../result/table.js';
import { describeMap } from '../map/describe-map.js';
import { drawPng, whyNoPicture } from '../map/write-png.js';
import type { Picture } from './paragraphs.js';
import { writeDocx } from './write-docx.js';

/** Text is 170 mm wide; the picture leaves room for the rest of the page. */
const MOST_WIDTH = 165;
const MOST_HEIGHT = 120;

/** The bytes of a DOCX file about one table of the result; without the map where no picture can be drawn here. */
export async function writeOnePager(result: Result, table: Table): Promise<Uint8Array> {
  const canDraw = result.map !== undefined && (await whyNoPicture()) === null;
  return writeDocx(result, table, canDraw ? await pictureOf(result) : null);
}

async function pictureOf(result: Result): Promise<Picture> {
  const { bytes, width, height } = await drawPng(result);
  const scale = Math.min(MOST_WIDTH / width, MOST_HEIGHT / height);
  return { bytes, widthMm: width * scale, heightMm: height * scale, description: describeMap(result) };
}
