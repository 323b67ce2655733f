/**
 * What the reader set right or passed over, as findings that name the unit.
 */
import type { FeatureTable, ReadingNote } from '../layer/feature-table.js';
import { makeFinding, type Finding, type Severity } from '../trouble/finding.js';

const WORDS: Readonly<Record<string, { severity: Severity; say: (n: number) => string }>> = {
  'closed-ring': { severity: 'warning', say: (n) => `${rings(n)} not end where it began and was closed` },
  'short-ring': { severity: 'warning', say: (n) => `${rings(n)} not reach three places and was left out` },
  'wrong-extension': { severity: 'info', say: () => 'the ending of the file belongs to another format' },
  'line-geometry': {
    severity: 'warning',
    say: (n) => `${n === 1 ? 'one line was' : `${n} lines were`} left out: a layer is made of areas`,
  },
  'null-geometry': { severity: 'warning', say: () => 'the feature has no geometry' },
  'extra-dimension': {
    severity: 'info',
    say: (n) => `${n} positions have more than two numbers; the others were left out`,
  },
  'attributes-missing': {
    severity: 'warning',
    say: () => 'there is no .dbf beside the .shp: the shapes have neither codes nor names',
  },
  'deleted-record': {
    severity: 'info',
    say: (n) =>
      n === 1
        ? 'one record is marked as deleted and was left out'
        : `${n} records are marked as deleted and were left out`,
  },
  'changes-in-log': {
    severity: 'warning',
    say: () =>
      'the GeoPackage is being edited: changes that stand only in the write-ahead log beside it were read too',
  },
  'write-ahead-log': {
    severity: 'info',
    say: () =>
      'the GeoPackage was left in write-ahead mode without its log: it is read as it was last written back',
  },
  'system-not-stated': {
    severity: 'info',
    say: () => 'there is no .prj beside the .shp: its coordinate system was told from its numbers',
  },
  'not-utf8': {
    severity: 'warning',
    say: (n) => `${n === 1 ? 'one text is' : `${n} texts are`} not UTF-8 and may be garbled`,
  },
};

const rings = (n: number): string => (n === 1 ? 'one ring did' : `each of ${n} rings did`);

/** One finding for each note; notes of a kind unknown here are told by their name. */
export function noteFindings(
  table: FeatureTable,
  featureUnit: Int32Array,
  units: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Finding[] {
  return table.notes.map((note) => noteFinding(note, featureUnit, units));
}

function noteFinding(
  note: ReadingNote,
  featureUnit: Int32Array,
  units: { readonly codes: readonly string[]; readonly names: readonly string[] },
): Finding {
  const unit = note.feature < 0 ? -1 : featureUnit[note.feature]!;
  const words = WORDS[note.note];
  return makeFinding({
    layer: '',
    finding: note.note,
    severity: words?.severity ?? 'info',
    code: unit < 0 ? '' : units.codes[unit]!,
    name: unit < 0 ? '' : units.names[unit]!,
    position: note.position,
    detail: words?.say(note.count) ?? `${note.note}, ${note.count} times`,
  });
}
