/**
 * A layer as the result document keeps it.
 */
import { kindOfId } from '../layer/kinds.js';
import type { Layer } from '../layer/layer.js';
import { bareWord, unitWord } from '../layer/unit-words.js';
import { positionCount } from '../layer/shapes.js';
import type { LayerRecord } from './result.js';
import { hectares } from './units-of-measure.js';

const GSS = /^[EWSNKJ]\d{8}$/;
const ONS_ATTRIBUTION =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right.';

/** The record of a layer; `footprint` in square metres, null where no shapes were read; `short` is its short word. */
export function recordLayer(layer: Layer, footprint: number | null, short: string): LayerRecord {
  return {
    id: layer.id,
    kind: layer.kind,
    title: layer.kind === null ? (layer.title ?? layer.id) : (kindOfId(layer.kind)?.many ?? layer.kind),
    one: unitWord(layer, 1),
    many: unitWord(layer, 2),
    short,
    noun: bareWord(layer, 1),
    nouns: bareWord(layer, 2),
    vintage: layer.vintage,
    units: layer.codes.length,
    positions: layer.land === null ? 0 : positionCount(layer.land.shapes),
    system: layer.land?.system.name ?? null,
    systemKnownBy: layer.land?.system.howKnown ?? null,
    accuracyMetres: layer.land?.accuracy.metres ?? null,
    accuracyFrom: layer.land?.accuracy.from ?? null,
    codeField: layer.codeField,
    nameField: layer.nameField,
    areaHectares: footprint === null ? null : hectares(footprint),
    attribution: layer.codes.some((code) => GSS.test(code)) ? ONS_ATTRIBUTION : '',
  };
}
