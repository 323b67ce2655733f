/// <reference lib="dom" />
/**
 * What can be taken away of an answer: each table as CSV, everything as workbook, JSON, page, shapes and picture.
 */
import type { Answer, WrittenFile, WriteWish } from '../messages.js';

export interface TakeAway {
  readonly label: string;
  readonly format: string;
  readonly table?: string;
}

/** All that an answer can be taken away as; the page is what is seen of it. */
export const takeAways = ({ tables, hasShapes, hasMap }: Answer): TakeAway[] => [
  ...tables.map(({ name, title }) => ({ label: `${title} (CSV)`, format: 'csv', table: name })),
  { label: 'Everything as a workbook (XLSX)', format: 'xlsx' },
  { label: 'One page for a committee (DOCX)', format: 'docx' },
  PAGE,
  { label: 'The result, to go on with (JSON)', format: 'json' },
  ...(hasShapes
    ? [
        { label: 'Shapes (GeoJSON)', format: 'geojson' },
        { label: 'Shapes (GeoPackage)', format: 'gpkg' },
      ]
    : []),
  ...(hasMap ? [{ label: 'Map (PNG)', format: 'png' }] : []),
];

/** What is seen of an answer. */
export const PAGE: TakeAway = { label: 'This page (HTML)', format: 'html' };

/** What is asked of the engine for it. */
export const writeWish = (answer: number, { format, table }: TakeAway): WriteWish => ({
  answer,
  format,
  ...(table === undefined ? {} : { table }),
});

/** Saves a file that the engine wrote, where the browser puts what is downloaded. */
export function saveFile({ name, type, bytes }: WrittenFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Twice the size of the drawing, so that it is sharp in a document. */
const SCALE = 2;

/** The picture of an SVG as PNG, drawn by the browser. */
export async function pngOfSvg(file: WrittenFile): Promise<WrittenFile> {
  const text = new TextDecoder().decode(file.bytes);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the browser could not draw the picture');
  return {
    name: file.name.replace(/\.svg$/, '.png'),
    type: 'image/png',
    bytes: new Uint8Array(await blob.arrayBuffer()),
  };
}
