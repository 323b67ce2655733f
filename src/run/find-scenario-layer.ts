/**
 * The layer that scenarios are about where nobody says it: the one of the embedded layers of England that has the
 * units they name. It is only taken where it has more of them than any other; layers of the past are not asked.
 */
import { atomStems } from '../layer/atoms.js';
import { kindOfAtomStem } from '../layer/stem-called.js';
import { isMeant, unitsCalled } from '../layer/units-called.js';
import { isPast, layersOnBoard } from '../layer/years-on-board.js';
import type { Scenario } from '../measures/scenario/scenario-document.js';
import { unitsNamed } from '../measures/scenario/units-named.js';
import { InputError } from '../trouble/input-error.js';
import { makeNote, type Note } from '../trouble/note.js';
import { englandLayer, englandTable, hasEngland } from './england-figures.js';
import type { Inputs } from './inputs.js';
import { asLayer } from './load-lookup.js';

export interface FoundLayer {
  /** LAYER as one would type it. */
  readonly layer: string;
  /** Says which it is. */
  readonly note: Note;
}

/** Throws InputError where no layer, or no single one, has most of the units. */
export async function findScenarioLayer(inputs: Inputs, scenarios: readonly Scenario[]): Promise<FoundLayer> {
  const words = [...new Set(scenarios.flatMap(unitsNamed))];
  const counts = hasEngland(inputs) ? await unitsByStem(inputs, words) : [];
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most && count > 0);
  const [first] = best;
  if (first === undefined || best.length > 1 || 2 * most < words.length)
    throw notClear(scenarios, words, best);
  const found = words.length === most ? `all ${most}` : `${most} of the ${words.length}`;
  return {
    layer: asLayer(first.stem),
    note: makeNote('scenario-layer-found', null, {
      words: {
        layer: asLayer(first.stem),
        units: kindOfAtomStem(first.stem)?.many ?? first.stem,
        first: words.length === 1 ? `the unit ${words[0]!}` : `${found} units that the scenario names`,
      },
    }),
  };
}

interface Count {
  readonly stem: string;
  readonly count: number;
}

async function unitsByStem(inputs: Inputs, words: readonly string[]): Promise<Count[]> {
  const read = await englandTable(inputs);
  const past = layersOnBoard.filter(isPast).map(({ stem }) => stem);
  const stems = atomStems(read.table).filter((stem) => !past.includes(stem));
  return stems.map((stem) => {
    const called = unitsCalled([englandLayer(inputs, read, stem).layer]);
    const found = words.filter((word) => isMeant(called.find(word).by));
    return { stem, count: found.length };
  });
}

function notClear(
  scenarios: readonly Scenario[],
  words: readonly string[],
  best: readonly Count[],
): InputError {
  const file = scenarios[0]!.file;
  const named = words.slice(0, 3).join(', ');
  const layers = best.map(({ stem }) => `${asLayer(stem)} (${kindOfAtomStem(stem)?.many ?? stem})`);
  const several = best.length > 1;
  const list = several ? undefined : words.find((word) => /[,;]/.test(word));
  return new InputError({
    id: 'scenario-layer',
    file,
    message: several
      ? `no scenario says which layer it changes, and ${layers.join(' and ')} have ${named} alike`
      : `no scenario says which layer it changes${named === '' ? '' : `, and no layer of England has most of its units (${named})`}`,
    hint: `${list === undefined ? '' : `If ${list} are several units, write them as a list, [${list.replaceAll(';', ',')}]. `}Give the layer with --layer ${several ? asLayer(best[0]!.stem) : 'LAYER, such as england:ltla or councils.geojson'}`,
  });
}
