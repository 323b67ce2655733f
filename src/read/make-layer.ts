/**
 * From the features of a file to a layer: units by code, sorted; features of one code united.
 */
import { accuracyOf } from '../layer/accuracy.js';
import type { CoordinateSystem } from '../layer/coordinate-system.js';
import type { FeatureTable } from '../layer/feature-table.js';
import { readFieldName } from '../layer/field-name.js';
import { namesInCapitals, titleCased } from '../layer/title-case.js';
import { kindOfEntities, kindOfStem } from '../layer/kinds.js';
import type { Land, Layer } from '../layer/layer.js';
import { makeFinding, type Finding } from '../trouble/finding.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, withoutFolders, type Note } from '../trouble/note.js';
import { recordReading } from '../trouble/reading-record.js';
import { unitsCounted } from '../layer/columns-taken.js';
import { antimeridianFindings } from './antimeridian.js';
import {
  chooseFields,
  codeColumn,
  recogniseCodeField,
  type ChosenFields,
  type FieldWishes,
} from './choose-fields.js';
import { downloadFindings, refuseCutDownload } from './cut-download.js';
import { fieldsOf, findField, textOf } from './field-values.js';
import { fieldsTaken } from './fields-taken.js';
import { idFromFile } from './id-from-file.js';
import { noteFindings } from './note-findings.js';
import { numberTexts } from './number-texts.js';
import { boundsOf } from '../layer/coordinate-system.js';
import { METRES } from './systems/known-systems.js';
import { parseSystem } from './systems/parse-system.js';
import { givenSystem, recogniseSystem } from './systems/recognise-system.js';
import { strayFromDegrees } from './stray-positions.js';
import { compareCodes } from '../trouble/order.js';
import { emptyLayer, noAttributes, noPolygons, severalNames } from './unfit-for-layer.js';
import { featuresWithLand } from '../layer/shapes.js';
import { zeroPositionFindings } from './zero-positions.js';

export interface LayerWishes extends FieldWishes {
  /** Coordinate system given with --crs, which overrides what the file says. */
  readonly system?: string;
  readonly fill?: 'parity' | 'union';
  /** True to make findings of faults in codes that a report must refuse: no field of codes, a code with several names. */
  readonly lenient?: boolean;
  /** True to go on with a download that the server cut at its limit. */
  readonly allowTruncated?: boolean;
}

/**
 * Makes a layer with shapes. Its id is that of its kind, or the file's name, until the caller settles ids;
 * `wishesOf` says what the user wants of the layer with that id.
 *
 * @throws InputError where there are no polygons, no usable code field, one code with several names, or a cut download.
 */
export function makeLayer(
  table: FeatureTable,
  fileName: string,
  wishesOf: (id: string) => LayerWishes = () => ({}),
): Layer {
  if (table.properties.length === 0) throw emptyLayer(fileName);
  if (table.shapes.polygonStart.length < 2) throw noPolygons(table, fileName);
  const wishes = wishesOf(naturalId(table, fileName));
  refuseCutDownload(table, fileName, wishes.lenient === true || wishes.allowTruncated === true);
  const fields = fieldsOrNone(table, fileName, wishes);
  const units = collectUnits(table, fields, fileName, wishes.lenient === true);
  const kind = fields.says === null ? null : kindOfStem(fields.says.stem);
  const notes = [...(fields.note === null ? [] : [fields.note]), ...units.notes];
  if (wishes.system === undefined) refuseStrays(table, units, fileName);
  const land = landOf(table, units.featureUnit, fileName, wishes);
  if (land.system.remark !== null) notes.push({ ...land.system.remark, file: withoutFolders(fileName) });
  const withLand = featuresWithLand(table.shapes);
  const landless = table.properties.length - withLand;
  if (landless > 0)
    notes.push(makeNote('features-without-land', fileName, { counts: { features: landless } }));
  const id = kind?.id ?? idFromFile(fileName);
  return {
    id,
    kind: (kind ?? kindOfEntities(units.codes))?.id ?? null,
    vintage: fields.says?.vintage ?? null,
    codes: units.codes,
    names: units.names,
    ods: fields.ods === null ? null : units.valuesOf(fields.ods),
    kept: (wishes.keep ?? []).map((field) => ({
      field,
      values: units.valuesOf(keptField(table, field, fileName)),
    })),
    codeField: fields.code,
    nameField: fields.name,
    land,
    membership: null,
    findings: [
      ...downloadFindings(table),
      ...units.findings,
      ...noteFindings(table, units.featureUnit, units),
      ...zeroPositionFindings(table.shapes, units.featureUnit, units),
      ...antimeridianFindings(table.shapes, land.system, units.featureUnit, units),
    ],
    notes,
    reading: recordReading({
      of: 'feature',
      fields: fieldsTaken(fields, wishes),
      read: table.properties.length,
      counted: withLand,
      notes,
      makes: unitsCounted(units.codes.length),
    }),
  };
}

/** The fields chosen; with lenient wishes a layer without any gets by on the numbers of its features. */
function fieldsOrNone(table: FeatureTable, fileName: string, wishes: LayerWishes): ChosenFields {
  try {
    return chooseFields(table, fileName, wishes);
  } catch (error) {
    const none = error instanceof InputError && error.trouble.id === 'no-code-field';
    if (!none) throw error;
    if (wishes.lenient !== true)
      throw table.notes.some(({ note }) => note === 'attributes-missing') ? noAttributes(fileName) : error;
    return {
      code: '',
      name: null,
      ods: null,
      says: null,
      fromIds: false,
      note: null,
      why: 'only',
      candidates: [],
    };
  }
}

/** The id a layer has by itself: its kind, or its file's name where no field names a kind. */
function naturalId(table: FeatureTable, fileName: string): string {
  const field = recogniseCodeField(table, fileName);
  const says = field === null ? null : readFieldName(field);
  return (says === null ? null : kindOfStem(says.stem))?.id ?? idFromFile(fileName);
}

function landOf(table: FeatureTable, featureUnit: Int32Array, fileName: string, wishes: LayerWishes): Land {
  const system: CoordinateSystem =
    wishes.system === undefined
      ? recogniseSystem(table.statedSystem, boundsOf(table.shapes.coordinates), fileName)
      : givenSystem(wishes.system, fileName);
  return {
    shapes: table.shapes,
    featureUnit,
    system,
    accuracy: accuracyOf(fileName, table.shapes, system),
    fill: wishes.fill ?? 'parity',
  };
}

/** Where a file is in degrees, by its word or by most of its numbers, a position beyond them is a slip. */
function refuseStrays(table: FeatureTable, units: CollectedUnits, fileName: string): void {
  const stated = table.statedSystem === null ? null : parseSystem(table.statedSystem);
  if (stated !== null && stated.kind !== 'geographic') return;
  const stray = strayFromDegrees(table.shapes);
  if (stray === null) return;
  const unit = units.featureUnit[stray.feature]!;
  throw new InputError({
    id: 'position-out-of-range',
    file: fileName,
    unit: `${units.codes[unit]!} ${units.names[unit]!}`,
    place: `feature ${stray.feature + 1}, position ${stray.x}, ${stray.y}`,
    message: `longitude goes from -180 to 180 and latitude from -90 to 90${stray.count > 1 ? `; ${stray.count} positions lie beyond` : ''}`,
    hint: 'Mend or remove the position, or take 360 from longitudes counted on beyond 180; if the file is not in degrees, say so with --crs id=EPSG:…',
    offers: [{ setting: 'crs', values: METRES }],
  });
}

interface CollectedUnits {
  readonly codes: string[];
  readonly names: string[];
  readonly featureUnit: Int32Array;
  readonly findings: Finding[];
  readonly notes: Note[];
  /** First value of a field for each unit. */
  valuesOf(field: string): string[];
}

function collectUnits(
  table: FeatureTable,
  fields: ChosenFields,
  fileName: string,
  lenient: boolean,
): CollectedUnits {
  const { values: stated, ...numbered } = codeColumn(table, fields);
  // Codes are numbered as they come: the number of each feature's code, and their first features.
  const { distinct: asTheyCome, index: numbers } =
    numbered.filled === stated.length
      ? numbered
      : numberTexts(stated.map((own, feature) => own || `#${feature + 1}`));
  const firstFeature: number[] = [];
  const clashes = new Map<string, Set<string>>();
  const repeatedNumbers = new Set<number>();
  numbers.forEach((number, feature) => {
    if (number === firstFeature.length) {
      firstFeature.push(feature);
      return;
    }
    repeatedNumbers.add(number);
    if (fields.name !== null) {
      const first = firstFeature[number]!;
      const names = [table.properties[first]![fields.name], table.properties[feature]![fields.name]].map(
        textOf,
      );
      if (names[0] !== names[1]) {
        const code = asTheyCome[number]!;
        clashes.set(code, (clashes.get(code) ?? new Set()).add(names[0]!).add(names[1]!));
      }
    }
  });
  if (clashes.size > 0 && !lenient) throw severalNames(fileName, fields, clashes, fieldsOf(table));
  const order = asTheyCome
    .map((_, number) => number)
    .sort((p, q) => compareCodes(asTheyCome[p]!, asTheyCome[q]!));
  const codes = order.map((number) => asTheyCome[number]!);
  const unitOf = new Int32Array(order.length);
  order.forEach((number, unit) => (unitOf[number] = unit));
  const valuesOf = (field: string): string[] =>
    order.map((number) => textOf(table.properties[firstFeature[number]!]![field]));
  const named = fields.name === null ? null : titleCased(valuesOf(fields.name));
  const names = named === null ? codes : named.names.map((name, unit) => name || codes[unit]!);
  const repeated = codes.filter((_, unit) => repeatedNumbers.has(order[unit]!));
  return {
    codes,
    names,
    featureUnit: numbers.map((number) => unitOf[number]!),
    findings: [...missingCodes(stated, table, fields), ...clashingNames(clashes, fields)],
    notes: [
      ...(repeated.length === 0
        ? []
        : [
            makeNote('codes-on-several-features', fileName, {
              counts: { codes: repeated.length },
              words: { codes: repeated },
            }),
          ]),
      ...(named?.changed === true ? [namesInCapitals(fileName, fields.name!, named.names)] : []),
    ],
    valuesOf,
  };
}

function clashingNames(clashes: ReadonlyMap<string, ReadonlySet<string>>, fields: ChosenFields): Finding[] {
  return [...clashes].map(([code, names]) =>
    makeFinding({
      layer: '',
      finding: 'code-with-several-names',
      severity: 'error',
      code,
      detail: `${fields.code} ${code} stands for ${[...names].map((name) => `'${name}'`).join(' and ')}`,
    }),
  );
}

function missingCodes(stated: readonly string[], table: FeatureTable, fields: ChosenFields): Finding[] {
  if (fields.code === '') {
    const detail = `no field of codes was recognised (fields: ${fieldsOf(table).join(', ') || 'none'}); features are called by their numbers here`;
    return [makeFinding({ layer: '', finding: 'no-code-field', severity: 'error', detail })];
  }
  if (!stated.includes('')) return [];
  return stated.flatMap((code, feature) =>
    code !== ''
      ? []
      : [
          makeFinding({
            layer: '',
            finding: 'missing-code',
            severity: 'error',
            code: `#${feature + 1}`,
            detail: `feature ${feature + 1} has no ${fields.code}; it is called #${feature + 1} here`,
          }),
        ],
  );
}

function keptField(table: FeatureTable, wanted: string, fileName: string): string {
  const fields = fieldsOf(table);
  const found = findField(fields, wanted);
  if (found !== null) return found;
  throw new InputError({
    id: 'no-such-field',
    file: fileName,
    message: `it has no field '${wanted}' to keep; its fields are: ${fields.map((f) => `'${f}'`).join(', ')}`,
    hint: `Name one of these with --keep ${idFromFile(fileName)}=FIELD`,
  });
}
