/**
 * A scenario with its codes spelled as the layers and blocks spell them: `a 1` in a proposal is the unit A1.
 *
 * A unit that an operation makes is spelled as the first one that names it. The new code of a renamed unit stays as it is
 * written.
 */
import { spaced } from '../../trouble/count-text.js';
import { respelledNote } from '../../layer/match-blocks.js';
import { comparable } from '../../trouble/order.js';
import type { Note } from '../../trouble/note.js';
import type { Ground } from './ground.js';
import type { Operation, Scenario, Taking } from './scenario-document.js';

/** Codes as they are spelled, by how they are compared; null where two codes would be one. */
type Spellings = Map<string, string | null>;

/** The scenario respelled, and what there is to say of it; `units` are those that are there before it. */
export function respellScenario(
  { layers }: Ground,
  units: Iterable<string>,
  scenario: Scenario,
): { readonly scenario: Scenario; readonly notes: readonly Note[] } {
  const ofUnits = spellingsOf([...units].filter((code) => code !== ''));
  for (const { to } of scenario.operations.flatMap((operation) => operation.takings))
    if (to !== null && !ofUnits.has(comparable(to.code))) ofUnits.set(comparable(to.code), to.code);
  const ofLayers = layers.map(({ id, kind, codes }) => ({ id, kind, spellings: spellingsOf(codes) }));
  const ofAll = spellingsOf([ofUnits, ...ofLayers.map(({ spellings }) => spellings)].flatMap(known));
  const changed = new Map<string, string>();
  const spell = (code: string, spellings: Spellings): string => {
    const other = spellings.get(comparable(code)) ?? code;
    if (other !== code) changed.set(code, other);
    return other;
  };
  const spellPiece = (piece: string): string => {
    const at = piece.indexOf(':');
    const id = piece.slice(0, Math.max(at, 0));
    const layer = ofLayers.find((each) => each.id === id) ?? ofLayers.find((each) => each.kind === id);
    return layer === undefined ? spell(piece, ofAll) : `${id}:${spell(piece.slice(at + 1), layer.spellings)}`;
  };
  const take = (verb: Operation['verb'], { pieces, from, to }: Taking): Taking => ({
    pieces: pieces === 'rest' ? pieces : pieces.map(spellPiece),
    from: from === null ? null : spell(from, ofUnits),
    to: to === null || verb === 'rename' ? to : { ...to, code: spell(to.code, ofUnits) },
  });
  const operations = scenario.operations.map((operation) => ({
    ...operation,
    takings: operation.takings.map((taking) => take(operation.verb, taking)),
  }));
  if (changed.size === 0) return { scenario, notes: [] };
  return {
    scenario: { ...scenario, operations },
    notes: [respelledNote(changed, spaced(scenario.name), 'the layers')],
  };
}

function spellingsOf(codes: Iterable<string>): Spellings {
  const found: Spellings = new Map();
  for (const code of new Set(codes)) {
    const key = comparable(code);
    found.set(key, found.has(key) ? null : code);
  }
  return found;
}

const known = (spellings: Spellings): string[] => [...spellings.values()].filter((code) => code !== null);
