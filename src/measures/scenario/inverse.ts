/**
 * The scenario that takes another one back: every unit gets the ground it had at the start.
 *
 * It names the layer as it was as a layer of pieces, so it holds for shapes and lookups alike.
 */
import type { State } from './apply-scenario.js';
import type { Ground } from './ground.js';
import type { Scenario, Taking } from './scenario-document.js';

/** The inverse of what led from `start` to `end`; it has no operations where nothing changed. */
export function inverseOf(ground: Ground, start: State, end: State, scenario: Scenario): Scenario {
  const undone = new Set<string>();
  let filled = false;
  start.codeOf.forEach((before, entry) => {
    const after = end.codeOf[entry]!;
    const renamed = before !== '' && start.names.get(before) !== end.names.get(before);
    if (before === after && !renamed) return;
    if (before === '') filled = true;
    else undone.add(before);
  });
  const takings: Taking[] = [];
  if (filled) {
    // Land that was nobody's has no unit to name it by: first all that changed goes to nobody, then units take back.
    const changed = [...end.touched].filter((code) => code !== '' && end.codeOf.includes(code)).sort();
    takings.push({ pieces: changed, from: null, to: null });
    for (const code of changed) if (start.codeOf.includes(code)) undone.add(code);
  }
  for (const code of [...undone].sort()) {
    takings.push({
      pieces: [`${ground.base.id}:${code}`],
      from: null,
      to: { code, name: start.names.get(code)! },
    });
  }
  return {
    name: `undo_${scenario.name}`,
    title: `Takes ${scenario.name} back`,
    source: null,
    file: `undo_${scenario.name}.yaml`,
    layer: scenario.layer,
    against: scenario.against,
    pieces: [],
    operations: takings.length === 0 ? [] : [{ verb: 'regroup', takings, place: 'operation 1' }],
  };
}
