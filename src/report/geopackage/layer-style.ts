/**
 * The style of a layer as QGIS writes it (QML): a colour for each word of the column that says what a row is, where
 * there is one, else one colour for all.
 */
import { distinctBy } from '../../trouble/order.js';
import type { ShapeLayer } from '../shapes/shape-layers.js';
import { xmlText } from '../xml.js';

/** Columns that say what a row is, the first that a layer has. */
const TELLING = ['relation', 'change', 'finding'];

/** Colours that colour-blind people tell apart (Okabe and Ito, 2008), in red, green, blue. */
const COLOURS = [
  '230,159,0',
  '86,180,233',
  '0,158,115',
  '240,228,66',
  '0,114,178',
  '213,94,0',
  '204,121,167',
  '153,153,153',
];
/** What is as it should be stands back. */
const QUIET = '190,190,190';
const AS_IT_SHOULD_BE = ['coterminous', 'contains', 'within'];

/** The text of the style. */
export function layerStyle({ table, geometry }: ShapeLayer): string {
  const symbol = (name: number, colour: string): string =>
    geometry === 'LineString' ? lineSymbol(name, colour) : fillSymbol(name, colour);
  const at = TELLING.map((heading) => table.columns.findIndex((column) => column.heading === heading)).find(
    (place) => place >= 0,
  );
  const renderer =
    geometry === 'Geometry' ? '' : at === undefined ? single(symbol) : byWord(table, at, symbol);
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.28.0" styleCategories="Symbology">${renderer}
  <layerGeometryType>${geometry === 'LineString' ? 1 : 2}</layerGeometryType>
</qgis>
`;
}

/** Draws a symbol of a number and a colour. */
type DrawSymbol = (name: number, colour: string) => string;

const single = (symbol: DrawSymbol): string => `
  <renderer-v2 type="singleSymbol" symbollevels="0" forceraster="0" enableorderby="0">
    <symbols>${symbol(0, COLOURS[0]!)}</symbols>
  </renderer-v2>`;

function byWord({ columns, rows }: ShapeLayer['table'], at: number, symbol: DrawSymbol): string {
  const words = distinctBy(
    rows.map((row) => String(row[at] ?? '')),
    (word) => word,
  ).sort();
  const loud = words.filter((word) => !AS_IT_SHOULD_BE.includes(word));
  const colourOf = (word: string): string =>
    loud.includes(word) ? COLOURS[loud.indexOf(word) % COLOURS.length]! : QUIET;
  const categories = words.map((word, i) => {
    const text = xmlText(word);
    return `<category render="true" symbol="${i}" type="string" value="${text}" label="${text}"/>`;
  });
  return `
  <renderer-v2 type="categorizedSymbol" attr="${xmlText(columns[at]!.heading)}" symbollevels="0" forceraster="0" enableorderby="0">
    <categories>${categories.join('')}</categories>
    <symbols>${words.map((word, i) => symbol(i, colourOf(word))).join('')}</symbols>
  </renderer-v2>`;
}

const fillSymbol: DrawSymbol = (name, colour) =>
  symbolOf(name, 'fill', 'SimpleFill', {
    color: `${colour},150`,
    style: 'solid',
    outline_color: '70,70,70,255',
    outline_style: 'solid',
    outline_width: '0.2',
    outline_width_unit: 'MM',
  });

const lineSymbol: DrawSymbol = (name, colour) =>
  symbolOf(name, 'line', 'SimpleLine', {
    line_color: `${colour},255`,
    line_style: 'solid',
    line_width: '0.8',
    line_width_unit: 'MM',
  });

const symbolOf = (
  name: number,
  type: string,
  layer: string,
  options: Readonly<Record<string, string>>,
): string =>
  `<symbol name="${name}" type="${type}" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="${layer}" enabled="1" locked="0" pass="0"><Option type="Map">${Object.entries(
    options,
  )
    .map(([key, value]) => `<Option name="${key}" type="QString" value="${value}"/>`)
    .join('')}</Option></layer></symbol>`;
