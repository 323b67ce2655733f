/**
 * The story of a check: can these files be used, what was found in them, worst first, and what to do.
 */
import type { LayerRecord, Result } from '../result/result.js';
import { listText, wholeText } from '../trouble/count-text.js';
import { checkRows, fileTitle, type CheckRow } from './check-rows.js';
import { findingWords } from '../trouble/finding-words.js';
import type { FindingList, Story, StoryFigure } from './story.js';
import { unitNouns } from '../result/layer-words.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { hectareText } from '../result/hectare-text.js';

/** The story of a result of `check`. */
export function tellCheck(result: Result): Story {
  const rows = checkRows(result);
  const files = result.layers.map((layer) => ({ layer, rows: rows.filter((row) => row.layer === layer.id) }));
  return {
    title:
      files.length === 1
        ? `Check of ${fileTitle(files[0]!.layer, result)}`
        : `Check of ${countedFiles(files.length, result)}`,
    headline: headlineOf(files, result),
    subtitle: subtitleOf(files, result),
    figures: [errorFigure(files, result), warningFigure(rows, result), infoFigure(result)],
    bar: null,
    answer: {
      kind: 'findings',
      rows: rows.map(({ kind: _kind, count: _count, what: _what, short: _short, ...row }) => row),
      files: files.map((file) => verdictOf(file, result)),
    },
    map: null,
    footnotes: [],
  };
}

interface FileRows {
  readonly layer: LayerRecord;
  readonly rows: readonly CheckRow[];
}

/** `file`, or `layer` where they come with the tool. */
const fileNoun = ({ inputs }: Result): string =>
  inputs.some(({ role }) => role === 'layer') ? 'file' : 'layer';
const countedFiles = (count: number, result: Result): string =>
  countedUnits(count, { one: fileNoun(result), many: `${fileNoun(result)}s` });

const hasError = ({ rows }: FileRows): boolean => rows.some(({ severity }) => severity === 'error');

function headlineOf(files: readonly FileRows[], result: Result): string {
  const noun = fileNoun(result);
  const [bad, look] = [files.filter(hasError), files.filter(({ rows }) => rows.length > 0)];
  if (bad.length > 0) return `${unusable(bad.length, files.length, noun)}${reasonOf(bad)}`;
  if (look.length === 0) {
    return files.length === 1
      ? `Nothing is wrong with this ${noun}`
      : `Nothing is wrong with these ${numberText(files.length)} ${noun}s`;
  }
  if (files.length === 1)
    return `This ${noun} can be used; look at ${listText(look[0]!.rows.slice(0, 2).map(({ what }) => what))}`;
  const all = files.length === 2 ? `Both ${noun}s` : `All ${numberText(files.length)} ${noun}s`;
  const many = look.length === files.length ? (files.length === 2 ? 'both' : 'all') : numberText(look.length);
  return `${all} can be used; ${many} ${look.length === 1 ? 'needs' : 'need'} a look`;
}

function unusable(bad: number, all: number, noun: string): string {
  if (all === 1) return `This ${noun} cannot be used as it is`;
  if (bad === all) return `None of the ${numberText(all)} ${noun}s can be used as it is`;
  return `${capital(numberText(bad))} of ${numberText(all)} ${noun}s cannot be used as ${bad === 1 ? 'it is' : 'they are'}`;
}

/** The worst that keeps files from being used, where it is the same in all of them. */
function reasonOf(bad: readonly FileRows[]): string {
  const kinds = new Set(bad.map(({ rows }) => rows[0]!.kind));
  const [kind = ''] = kinds;
  const stop = findingWords(kind).stop;
  return kinds.size > 1 || stop === undefined ? '' : `: ${stop[bad.length === 1 ? 0 : 1]}`;
}

function subtitleOf(files: readonly FileRows[], result: Result): string {
  const bad = files.filter(hasError);
  const good = files.filter((file) => !hasError(file));
  const units = files.reduce((sum, { layer }) => sum + layer.units, 0);
  if (bad.length === 0 || good.length === 0)
    return files.length === 1
      ? layerText(files[0]!.layer)
      : `${wholeText(units)} units in ${countedFiles(files.length, result)}.`;
  const look = good.filter(({ rows }) => rows.length > 0);
  const others = good.length === 1 ? 'The other' : `The other ${numberText(good.length)}`;
  if (look.length === 0) return `${others} can.`;
  const what = ({ rows }: FileRows): string => rows[0]!.what;
  if (good.length === 1) return `The other can, with ${what(look[0]!)} to look at.`;
  if (good.length === 2 && look.length === 2)
    return `The other two can, with ${what(look[0]!)} to look at in one and ${what(look[1]!)} in the other.`;
  return `${others} can; ${numberText(look.length)} ${look.length === 1 ? 'needs' : 'need'} a look.`;
}

const count = ({ findings }: Result, severity: string): number =>
  findings.filter((finding) => finding.severity === severity).length;

function errorFigure(files: readonly FileRows[], result: Result): StoryFigure {
  const errors = count(result, 'error');
  const bad = files.filter(hasError).length;
  return {
    value: wholeText(errors),
    beside: errors === 1 ? 'error' : 'errors',
    text:
      errors === 0
        ? 'nothing keeps from using what is here'
        : `in ${numberText(bad)} of ${countedFiles(files.length, result)}`,
    tone: errors === 0 ? 'plain' : 'headline',
  };
}

/** Kinds that are named in a figure. */
const MOST_KINDS = 4;

function warningFigure(rows: readonly CheckRow[], result: Result): StoryFigure {
  const warnings = count(result, 'warning');
  const kinds = [...new Set(rows.flatMap(({ severity, short }) => (severity === 'warning' ? [short] : [])))];
  const named = kinds.slice(0, MOST_KINDS);
  const more = kinds.length - named.length;
  const list = listText([...named, ...(more > 0 ? [`${wholeText(more)} more`] : [])]);
  return {
    value: wholeText(warnings),
    beside: warnings === 1 ? 'warning' : 'warnings',
    text:
      warnings === 0
        ? 'nothing to look at'
        : kinds.length === 1
          ? `all of one kind: ${list}`
          : `in ${numberText(kinds.length)} kinds: ${list}`,
    tone: 'plain',
  };
}

function infoFigure(result: Result): StoryFigure {
  const notes = count(result, 'info');
  return {
    value: wholeText(notes),
    beside: notes === 1 ? 'note' : 'notes',
    text: 'for information; nothing to do',
    tone: 'plain',
  };
}

const layerText = (layer: LayerRecord): string => {
  const { one, many } = unitNouns(layer);
  const land = layer.areaHectares === null ? '' : `, ${hectareText(layer.areaHectares)}`;
  return `${wholeText(layer.units)} ${layer.units === 1 ? one : many}${land}.`;
};

function verdictOf({ layer, rows }: FileRows, result: Result): FindingList['files'][number] {
  const [worst] = rows;
  const verdict =
    worst === undefined ? 'Usable' : `${worst.severity === 'error' ? 'Stop' : 'Look'}: ${worst.short}`;
  const found = rows.length === 0 ? '' : ` ${capital(listText(rows.slice(0, 3).map(({ what }) => what)))}.`;
  return {
    layer: layer.id,
    title: fileTitle(layer, result),
    verdict,
    tone: worst === undefined ? 'fine' : worst.severity === 'error' ? 'error' : 'warning',
    text: `${layerText(layer)}${found}`,
  };
}
