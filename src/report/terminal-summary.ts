/**
 * A whole result for reading in a terminal: what was found, the table, what was set aside, whether it adds up.
 */
import { layerNamed } from '../result/layer-words.js';
import type { Result } from '../result/result.js';
import type { Table } from '../result/table.js';
import { counted, wholeText } from '../trouble/count-text.js';
import { shownTexts } from '../trouble/shown-text.js';
import type { Paint } from './paint.js';
import { reconciliationText, sensitivityText } from './reconciliation-text.js';
import { setAsideText } from './set-aside-text.js';
import { terminalTable } from './terminal-table.js';
import { wrapText } from './text-width.js';

export interface TerminalReportOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Rows of the table to print at most, 20 if not given. */
  readonly rows?: number;
  /** Name of the table to print; the command's main table if not given. */
  readonly table?: string;
  /** False where reconciliation, sensitivity and findings are printed elsewhere already (standard error). */
  readonly reconciliation?: boolean;
}

/** The report as text that ends with a line feed; blocks are parted by an empty line. */
export function terminalReport(given: Result, options: TerminalReportOptions): string {
  const { width, paint } = options;
  const result = shownTexts(given);
  const table = result.tables.find(({ name }) => name === options.table) ?? result.tables[0];
  const wrapped = (text: string, indent = '  '): string[] => wrapText(text, width, indent);
  const setAside = setAsideText(result);
  const toldElsewhere = options.reconciliation === false;
  const blocks = [
    result.summary.slice(0, 1).flatMap((text) => wrapped(text, '').map(paint.bold)),
    result.summary.slice(1).flatMap((text) => wrapped(`• ${text}`)),
    table === undefined ? [] : tableBlock(table, options),
    setAside === null ? [] : wrapped(setAside),
    toldElsewhere ? [] : reconciliationText(result).flatMap((text) => wrapped(text)),
    toldElsewhere ? [] : sensitivityText(result),
    toldElsewhere ? [] : findingLines(result).flatMap((text) => wrapped(text)),
    result.rules.flatMap(({ rule, met, detail }) => {
      const lines = wrapped(`${met ? 'met' : 'BROKEN'}: ${rule}${detail === '' ? '' : ` (${detail})`}`);
      return met ? lines : lines.map(paint.warn);
    }),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((text) => `${text}\n`).join(''))
    .join('\n');
}

function tableBlock(table: Table, { width, paint, rows }: TerminalReportOptions): string[] {
  const body = terminalTable(table, { width, paint, ...(rows === undefined ? {} : { rows }) });
  return [...wrapText(table.caption, width).map(paint.dim), ...body.trimEnd().split('\n')];
}

/** How many findings of each severity, and the sentences of the first few that are errors or warnings. */
function findingLines(result: Result): string[] {
  const { findings } = result;
  if (findings.length === 0) return [];
  const grave = [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'warning'),
  ];
  const shown = grave.slice(0, 5);
  const tally = (['error', 'warning', 'info'] as const)
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === 'info' ? `${count} for information` : counted(count, severity),
    );
  return [
    `${counted(findings.length, 'finding')} (${tally.join(', ')})${shown.length > 0 ? ':' : ''}`,
    ...shown.map(
      ({ severity, layer, detail }) =>
        `${severity}: ${layer === '' ? '' : `${layerNamed(layer, result)}: `}${detail}`,
    ),
    ...(grave.length > shown.length ? [`… and ${wholeText(grave.length - shown.length)} more`] : []),
  ];
}
