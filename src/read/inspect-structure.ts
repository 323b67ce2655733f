/**
 * Whether a GeoJSON document is built as the standard says, feature by feature.
 *
 * Our own reader is forgiving: it closes rings and passes over what it does not need. Other programs are not, so
 * `check` holds the document itself against the standard (`geojson-faults.ts`) and says what those programs will stumble
 * over.
 */
import { makeFinding, type Finding } from '../trouble/finding.js';
import { faultsOfFeature } from './geojson-faults.js';

/** Most findings told for a document; the rest is counted. */
const TOLD = 50;

/**
 * Findings about the structure of a document: text of one JSON document, or of one feature a line. A text that is not
 * JSON gives none: reading it has failed already.
 */
export function inspectStructure(text: string, layer: string): Finding[] {
  const features = featuresOf(text);
  const found = features.flatMap((feature, index): Finding[] => {
    const faults = faultsOfFeature(feature);
    if (faults.length === 0) return [];
    const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
    return [
      makeFinding({
        layer,
        finding: 'structure',
        severity: 'warning',
        detail: `feature ${index + 1} is not as GeoJSON wants it: ${faults.slice(0, 3).join('; ')}${more}`,
      }),
    ];
  });
  if (found.length <= TOLD) return found;
  const rest = makeFinding({
    layer,
    finding: 'structure',
    severity: 'warning',
    detail: `${found.length - TOLD} more features are not as GeoJSON wants them`,
  });
  return [...found.slice(0, TOLD), rest];
}

/** The features of a document, whatever its form. */
function featuresOf(text: string): unknown[] {
  const whole = parsed(text);
  const documents =
    whole !== undefined
      ? [whole]
      : text
          .replaceAll('\u001e', '\n')
          .split('\n')
          .flatMap((line) => parsed(line) ?? []);
  return documents.flatMap((document) => {
    const { type, features } = (document ?? {}) as { type?: unknown; features?: unknown };
    if (type === 'FeatureCollection' && Array.isArray(features)) return features as unknown[];
    return type === 'Feature' ? [document] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
