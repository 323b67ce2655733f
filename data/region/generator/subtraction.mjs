/**
 * Groups of people that subtracting whole units from one another gives, by trying all sums and differences.
 *
 * Each unit is added, taken away or left; as soon as all units of an atom are settled it must come to 0 or 1. Parts of
 * the map that no unit joins are tried apart.
 */

/**
 * The smallest groups of fewer people than `under` that hold each atom, without those that are whole units: [{ people, blocks, added,
 * taken }], fewest people first. `layers` are lists of units, each unit a list of blocks with a `code`.
 */
export function subtractionGroups(layers, under) {
  const atoms = atomsOf(layers.flat());
  const smallest = new Map();
  for (const part of partsOf(layers.flat(), atoms)) {
    for (const { held, added, taken } of sumsOf(part.units, part.atoms)) {
      const people = held.reduce((sum, atom) => sum + atom.people, 0);
      if (held.length === 0 || people >= under) continue;
      for (const atom of held) {
        const best = smallest.get(atom);
        const shorter = best?.people === people && added.length + taken.length < best.added.length + best.taken.length;
        if (best === undefined || people < best.people || shorter) smallest.set(atom, { people, held, added, taken });
      }
    }
  }
  const groups = new Set([...smallest.values()].filter(({ added, taken }) => added.length + taken.length > 1));
  const distinct = new Map([...groups].map((group) => [written(group), group]));
  return [...distinct.values()]
    .map((group) => ({ ...group, blocks: group.held.flatMap((atom) => atom.blocks), text: written(group) }))
    .sort((a, b) => a.people - b.people);
}

const written = ({ added, taken }) =>
  added.map(({ code }) => code).join(' + ') + taken.map(({ code }) => ` − ${code}`).join('');

/** Blocks with people by the units they are in. */
function atomsOf(units) {
  const found = new Map();
  const unitsOf = new Map();
  for (const unit of units)
    for (const block of unit.blocks) unitsOf.set(block, [...(unitsOf.get(block) ?? []), unit]);
  for (const [block, list] of unitsOf) {
    if (block.people === 0) continue;
    const key = list.map(({ code }) => code).join(' ');
    const atom = found.get(key) ?? { units: list, blocks: [], people: 0 };
    atom.blocks.push(block);
    atom.people += block.people;
    found.set(key, atom);
  }
  return [...found.values()];
}

/** Units and atoms that hang together. */
function partsOf(units, atoms) {
  const parts = [];
  const left = new Set(units);
  for (const unit of units) {
    if (!left.delete(unit)) continue;
    const mine = [unit];
    for (const each of mine)
      for (const other of atoms.filter((atom) => atom.units.includes(each)).flatMap((atom) => atom.units))
        if (left.delete(other)) mine.push(other);
    parts.push({ units: mine, atoms: atoms.filter((atom) => mine.includes(atom.units[0])) });
  }
  return parts;
}

/** All ways to add and take away units so that each atom is counted once or not at all. */
function* sumsOf(units, atoms, factors = new Map()) {
  const at = factors.size;
  const total = (atom) => atom.units.reduce((sum, unit) => sum + (factors.get(unit) ?? 0), 0);
  if (at === units.length) {
    yield {
      held: atoms.filter((atom) => total(atom) === 1),
      added: inOrder(units.filter((unit) => factors.get(unit) === 1)),
      taken: inOrder(units.filter((unit) => factors.get(unit) === -1)),
    };
    return;
  }
  for (const factor of [0, 1, -1]) {
    const next = new Map(factors).set(units[at], factor);
    const settled = atoms.filter((atom) => atom.units.every((unit) => next.has(unit)));
    const isRight = settled.every((atom) => {
      const sum = atom.units.reduce((all, unit) => all + next.get(unit), 0);
      return sum === 0 || sum === 1;
    });
    if (isRight) yield* sumsOf(units, atoms, next);
  }
}

const inOrder = (units) => [...units].sort((a, b) => a.place - b.place);
