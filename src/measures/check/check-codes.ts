/**
 * Findings about the codes and names of a layer.
 *
 * Codes of the Office for National Statistics say what they are about (E54… an ICB): one of another entity in a layer
 * of ICBs is a slip, or two files in one. Networks and practices have codes of the health service's own pattern.
 */
import { codeKind } from '../../layer/code-kind.js';
import { firstThree } from '../../trouble/count-text.js';
import { kindOfId, type Kind } from '../../layer/kinds.js';
import type { Layer } from '../../layer/layer.js';
import type { Recode } from '../../layer/recode.js';
import { makeFinding, type Finding } from '../../trouble/finding.js';

const GSS = /^[EWSNKJ]\d{8}$/;

/** Patterns of codes for kinds whose codes are not of the statistical office. */
const PATTERNS: Readonly<Record<string, { pattern: RegExp; words: string }>> = {
  pcn: { pattern: /^U\d{5}$/, words: 'U and five digits' },
  practice: { pattern: /^[A-Z]\d{5}$/, words: 'a letter and five digits' },
};

/** Findings about codes; `recodes` are known changes of codes, old and new. */
export function checkCodes(layer: Layer, recodes: readonly Recode[]): Finding[] {
  const kind = layer.kind === null ? null : kindOfId(layer.kind);
  return [
    ...layer.codes.flatMap((code, unit) => {
      const detail = code.startsWith('#') ? null : oddCode(code, kind);
      return detail === null ? [] : [about(layer, unit, 'unexpected-code', 'warning', detail)];
    }),
    ...bothCodes(layer, recodes),
    ...severalFeatures(layer),
  ];
}

/** What is odd about a code in a layer of a kind, or null. */
function oddCode(code: string, kind: Kind | null): string | null {
  if (kind === null) return null;
  const own = PATTERNS[kind.id];
  if (own !== undefined) {
    return own.pattern.test(code) || GSS.test(code)
      ? null
      : `${code} is not like the code of a ${kind.one}: ${own.words}`;
  }
  if (kind.entities.length === 0) return null;
  if (!GSS.test(code)) {
    return `${code} is not like the code of ${articleFor(kind.one)} ${kind.one}: ${kind.entities[0]} and six digits`;
  }
  if (kind.entities.includes(code.slice(0, 3))) return null;
  const other = codeKind(code);
  return `${code} is not a code of ${kind.many} (${kind.entities.join(', ')})${other === null ? '' : `; it is one of ${other}`}`;
}

const articleFor = (word: string): string => (/^([aeio]|LSOA|MSOA|NHS)/i.test(word) ? 'an' : 'a');

/** Old and new code of one area side by side: two vintages in one file. */
function bothCodes(layer: Layer, recodes: readonly Recode[]): Finding[] {
  const unitOf = new Map(layer.codes.map((code, unit) => [code, unit]));
  return recodes.flatMap(({ oldCode, newCode, name, from }) => {
    const unit = unitOf.get(oldCode);
    if (unit === undefined || !unitOf.has(newCode)) return [];
    const detail = `${oldCode} and ${newCode} are the old and the new code of ${name} (changed ${from}): the layer mixes vintages`;
    return [about(layer, unit, 'mixed-vintages', 'warning', detail, newCode)];
  });
}

/** Codes that stand on several features; they are one unit each. */
function severalFeatures(layer: Layer): Finding[] {
  if (layer.land === null) return [];
  const times = new Int32Array(layer.codes.length);
  for (const unit of layer.land.featureUnit) if (unit >= 0) times[unit]!++;
  return layer.codes.flatMap((code, unit) =>
    times[unit]! < 2
      ? []
      : [
          about(
            layer,
            unit,
            'duplicate-code',
            'warning',
            `${times[unit]!} features have the code ${code}; they are united into one unit`,
          ),
        ],
  );
}

/** Findings about names: missing, the same for several units, damaged by a wrong encoding. */
export function checkNames(layer: Layer): Finding[] {
  const unitsOf = new Map<string, number[]>();
  layer.names.forEach((name, unit) => {
    const units = unitsOf.get(name);
    if (units === undefined) unitsOf.set(name, [unit]);
    else units.push(unit);
  });
  const found: Finding[] = [];
  layer.names.forEach((name, unit) => {
    if (layer.nameField !== null && layer.nameField !== layer.codeField && name === layer.codes[unit]) {
      found.push(
        about(
          layer,
          unit,
          'missing-name',
          'warning',
          `the unit has no ${layer.nameField}; its code stands for it`,
        ),
      );
    }
    if (/\ufffd|[ÂÃ][\u0080-\u00bf]/.test(name)) {
      found.push(
        about(layer, unit, 'garbled-name', 'warning', `'${name}' was damaged by a wrong text encoding`),
      );
    }
  });
  for (const [name, units] of unitsOf) {
    if (units.length < 2) continue;
    const codes = units.map((unit) => layer.codes[unit]!);
    const detail = `${units.length} units are called ${name}: ${firstThree(codes)}`;
    found.push(about(layer, units[0]!, 'duplicate-name', 'info', detail, codes[1]));
  }
  return found;
}

const about = (
  layer: Layer,
  unit: number,
  finding: string,
  severity: Finding['severity'],
  detail: string,
  otherCode = '',
): Finding =>
  makeFinding({
    layer: layer.id,
    finding,
    severity,
    code: layer.codes[unit]!,
    name: layer.names[unit]!,
    otherCode,
    detail,
  });
