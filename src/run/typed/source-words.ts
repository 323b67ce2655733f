/**
 * Files, layers and tables of a request as one would type them: what `layer-source.ts`, `counts-source.ts` and the command
 * line read, written.
 */
import { isEngland, layerText } from '../layer-source.js';
import { STANDARD_INPUT } from '../files.js';
import type {
  CountsSource,
  LayerSource,
  LookupTableSource,
  ScenarioSource,
  TableSource,
} from '../request.js';

/** A path that begins like something else, an option, an id or the figures for England, is typed from its folder on. */
const typedPath = (path: string): string =>
  path !== STANDARD_INPUT && /^(-|[A-Za-z_]\w*=|england:)/i.test(path) ? `./${path}` : path;

/** A LAYER. */
export const layerWord = (source: LayerSource): string =>
  layerText(isEngland(source) ? source : { ...source, path: typedPath(source.path) });

/** `FILE[#inner]`. */
export const tableWord = ({ path, inner }: TableSource): string =>
  inner === undefined ? typedPath(path) : `${typedPath(path)}#${inner}`;

/** `[name=]FILE[#inner][:COLUMN]`. */
export const countsWord = (source: CountsSource): string =>
  `${source.name === undefined ? '' : `${source.name}=`}${withColumns(source, [source.column])}`;

/** `FILE[#inner][:MEMBER:GROUP]`. */
export const lookupWord = (source: LookupTableSource): string =>
  withColumns(source, [source.member, source.group]);

/** `[id=]FILE[#inner][:MEMBER:GROUP[:WEIGHT]]`. */
export const columnsWord = (source: ScenarioSource): string =>
  `${source.id === undefined ? '' : `${source.id}=`}${withColumns(source, [source.member, source.group, source.weight])}`;

const withColumns = (source: TableSource, columns: readonly (string | undefined)[]): string =>
  [tableWord(source), ...columns.filter((column) => column !== undefined)].join(':');
