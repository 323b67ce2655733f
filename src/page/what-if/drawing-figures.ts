/**
 * What a drawing of neighbourhoods comes to: a line for each of them, and what is left over of the units they lie in.
 */
import type { Cell, WorkLayout, WorkView } from '../../index.js';
import { cellOf, tableNamed, wholeNumber } from './figure-lines.js';

export interface DrawnLine {
  readonly name: string;
  readonly people: string;
  readonly band: string;
  /** `in one piece`, `in 3 pieces`. */
  readonly form: string;
  /** Names of the units it lies in, by layer: `councils: Eastmere; Westmere`. */
  readonly crosses: readonly string[];
}

/** One line for each neighbourhood, by code. */
export function drawnLines(view: WorkView, layout: WorkLayout): DrawnLine[] {
  const table = tableNamed(view, 'neighbourhoods');
  if (table === undefined) return [];
  const measure = layout.measure ?? '';
  return table.rows.map((row): DrawnLine => {
    const cell = (heading: string): Cell => cellOf(table, row, heading);
    const parts = cell('parts') as number | null;
    const people = cell(measure) as number | null;
    return {
      name: String(row[1] ?? row[0]),
      people: people === null ? 'not counted' : wholeNumber(people),
      band: String(cell('size_band') ?? ''),
      form: parts === null ? '' : parts === 1 ? 'in one piece' : `in ${parts} pieces`,
      crosses: layout.against.flatMap((other) => {
        const codes = cell(`${other.id}_codes`) ?? cell(`${other.id}_code`);
        if (codes === null) return [];
        const names = String(codes)
          .split(';')
          .map((code) => other.names[other.codes.indexOf(code)] ?? code);
        return [`${names.length === 1 ? other.one : `${names.length} ${other.many}`}: ${names.join('; ')}`];
      }),
    };
  });
}

/** For each unit that a neighbourhood lies in, small areas and people that are in none. */
export function leftOver(
  view: WorkView,
  { pieceBase, pieceBlock, against, measure }: WorkLayout,
  unitOf: readonly string[],
): string[] {
  const parents = tableNamed(view, 'parents');
  const [within] = against;
  if (parents === undefined || within === undefined) return [];
  return parents.rows.flatMap((row) => {
    if (!(Number(cellOf(parents, row, 'neighbourhoods')) > 0)) return [];
    const number = within.codes.indexOf(String(row[0]));
    const blocks = new Set(
      [...pieceBlock.keys()]
        .filter((piece) => pieceBase[piece] === number && unitOf[piece] === '' && pieceBlock[piece]! >= 0)
        .map((piece) => pieceBlock[piece]!),
    );
    const people = measure === null ? null : (cellOf(parents, row, `uncovered_${measure}`) as number | null);
    const counted = people === null ? '' : `, ${wholeNumber(people)} ${measure!.replaceAll('_', ' ')}`;
    const areas = `${wholeNumber(blocks.size)} small area${blocks.size === 1 ? '' : 's'}`;
    return [
      `${String(row[1])}: ${blocks.size === 0 ? 'nothing is left over' : `${areas}${counted} left over`}.`,
    ];
  });
}
