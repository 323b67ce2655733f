/**
 * Findings of files as rows: like findings of one file together, worst first.
 */
import type { FindingRecord, InputRecord, LayerRecord, Result } from '../result/result.js';
import { wholeText } from '../trouble/count-text.js';
import { compareCodes, distinctBy } from '../trouble/order.js';
import { findingWords, rankOfKind } from '../trouble/finding-words.js';
import type { FindingList } from './story.js';
import { unitNouns } from '../result/layer-words.js';
import { sumOrNull } from './cells.js';
import { capital, countedUnits, numberText } from './number-text.js';
import { hectareText } from '../result/hectare-text.js';

type Row = FindingList['rows'][number];

/** A row with what it was made of. */
export interface CheckRow extends Row {
  readonly kind: string;
  readonly count: number;
  /** `10 gaps`, without hectares. */
  readonly what: string;
  readonly short: string;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Errors and warnings as rows; what is only for information is no row. */
export function checkRows(result: Result): CheckRow[] {
  const rows = result.layers.flatMap((layer) => {
    const own = result.findings.filter(
      (finding) => finding.layer === layer.id && finding.severity !== 'info',
    );
    const copies = copiesOf(own);
    const groups = new Map<string, FindingRecord[]>();
    for (const finding of own) {
      const kind = copies.has(finding) ? 'copies' : finding.finding;
      const key = `${finding.severity} ${kind}`;
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
    return [...groups].map(([key, findings]) =>
      key.endsWith(' copies') ? copiesRow(layer, findings, result) : rowOf(layer, findings, result),
    );
  });
  const land = ({ places }: CheckRow): number =>
    places.reduce((sum, { hectares }) => sum + (hectares ?? 0), 0);
  return rows.sort(
    (p, q) =>
      RANK[p.severity] - RANK[q.severity] ||
      // Below a hectare land says less than the kind does.
      Math.round(land(q)) - Math.round(land(p)) ||
      rankOfKind(p.kind) - rankOfKind(q.kind) ||
      land(q) - land(p) ||
      compareCodes(p.layer, q.layer),
  );
}

/** What a file is called: by its own name in words, else what the layer is called. */
export function fileTitle({ id, title }: LayerRecord, { inputs }: Pick<Result, 'inputs'>): string {
  const input = inputs.find((each) => each.id === id && each.role === 'layer');
  const file = input === undefined ? title : input.file.replace(/(?:\.[A-Za-z][A-Za-z0-9]{0,8}){1,2}$/, '');
  return capital(file.replace(/[_]+/g, ' ').trim());
}

function rowOf(layer: LayerRecord, findings: readonly FindingRecord[], result: Result): CheckRow {
  const sorted = [...findings].sort((p, q) => (q.area_ha ?? 0) - (p.area_ha ?? 0));
  const [first] = sorted as [FindingRecord];
  const { one, many, short, todo } = findingWords(first.finding);
  const land = first.area_ha === null ? null : sumOrNull(sorted.map(({ area_ha: area }) => area));
  // A finding about the file itself counts nothing.
  const isWhole = first.code === '' && findings.length === 1;
  const found = `${wholeText(findings.length)} ${findings.length === 1 ? one : many}`;
  const together = findings.length === 1 ? '' : ' together';
  return {
    ...commonOf(layer, sorted, result),
    kind: first.finding,
    count: findings.length,
    what: isWhole ? short : countedUnits(findings.length, { one, many }),
    short,
    severity: first.severity,
    found: isWhole
      ? capital(short)
      : land === null || land === 0
        ? found
        : `${found}, ${hectareText(land)}${together}`,
    detail: detailOf(layer, first, findings.length),
    todo,
  };
}

/** The sentence of the largest or first, which is told for example. */
function detailOf(
  { codeField }: LayerRecord,
  { name, code, detail, area_ha: area }: FindingRecord,
  count: number,
): string {
  const who = name === '' ? code : name;
  const isNamed = area !== null || who === '' || detail.includes(who);
  const said = count > 1 ? (area === null ? 'for example, ' : 'the largest: ') : '';
  const text = `${said}${isNamed ? '' : `${who}: `}${detail}`;
  // Units without codes are called by their numbers: #19.
  return `${capital(codeField === '' ? text.replace(/#(\d+)/g, 'unit $1') : text)}.`;
}

/** Findings of units that stand in a file several times, code and polygon alike. */
function copiesOf(findings: readonly FindingRecord[]): Set<FindingRecord> {
  const codes = (kind: string): Set<string> =>
    new Set(findings.flatMap(({ finding, code }) => (finding === kind ? [code] : [])));
  const [repeated, drawn] = [codes('duplicate-code'), codes('repeated-polygon')];
  return new Set(
    findings.filter(
      ({ finding, code }) =>
        (finding === 'duplicate-code' || finding === 'repeated-polygon') &&
        repeated.has(code) &&
        drawn.has(code),
    ),
  );
}

function copiesRow(layer: LayerRecord, findings: readonly FindingRecord[], result: Result): CheckRow {
  const own = findings.filter(({ finding }) => finding === 'duplicate-code');
  const { one, many } = unitNouns(layer);
  const all = own.length === layer.units;
  const times = all && timesInFile(layer, result.inputs) === 2 ? 'twice' : 'more than once';
  const subject =
    all && own.length > 1
      ? own.length === 2
        ? `both ${many}`
        : `all ${numberText(own.length)} ${many}`
      : countedUnits(own.length, { one, many });
  const what = `${subject} ${own.length === 1 ? 'is' : 'are'} in the file ${times}`;
  return {
    ...commonOf(layer, own, result),
    kind: 'repeated-polygon',
    count: findings.length,
    what:
      all && own.length > 1 ? `every ${one} ${times}` : `${countedUnits(own.length, { one, many })} ${times}`,
    short: 'copies',
    severity: 'warning',
    found: capital(what),
    detail: 'The code stands on several features with the same polygon; each counts once.',
    todo: findingWords('repeated-polygon').todo,
  };
}

/** Features of a file for each of its units, where it says how many were read. */
function timesInFile({ id, units }: LayerRecord, inputs: readonly InputRecord[]): number {
  const reading = inputs.find((each) => each.id === id && each.role === 'layer')?.reading;
  return reading?.of === 'features' && reading.read !== null ? reading.read / units : 0;
}

function commonOf(
  layer: LayerRecord,
  findings: readonly FindingRecord[],
  result: Result,
): Pick<CheckRow, 'file' | 'layer' | 'units' | 'places'> {
  const named = findings.filter(({ code }) => code !== '');
  return {
    file: fileTitle(layer, result),
    layer: layer.id,
    units: distinctBy(named, ({ code }) => code).map(({ code, name }) => ({
      layer: layer.id,
      code,
      name: (name === '' ? code : name).replace(/^#(\d+)$/, 'unit $1'),
    })),
    places: findings.flatMap(({ longitude, latitude, area_ha: hectares }) =>
      longitude === null || latitude === null ? [] : [{ longitude, latitude, hectares }],
    ),
  };
}
