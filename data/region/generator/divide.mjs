/**
 * Divides places into groups that hang together and are about equally heavy: wards out of blocks, neighbourhoods
 * and committees out of wards, networks out of practices.
 */

const apart = (a, b) => (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);

/** k of the places, each as far as possible from those before it; the first is the furthest from the middle. */
export function spread(places, k) {
  const x = places.reduce((sum, place) => sum + place.x, 0) / places.length;
  const y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
  const far = (place, chosen) => Math.min(...chosen.map((other) => apart(place, other)));
  const chosen = [];
  while (chosen.length < Math.min(k, places.length)) {
    const against = chosen.length === 0 ? [{ x, y }] : chosen;
    chosen.push(places.reduce((best, place) => (far(place, against) > far(best, against) ? place : best)));
  }
  return chosen;
}

/** For each place the index of the nearest centre; the earlier one where two are equally near. */
export const nearest = (places, centres) =>
  places.map((place) =>
    centres.reduce((best, centre, i) => (apart(place, centre) < apart(place, centres[best]) ? i : best), 0),
  );

/**
 * k groups of places { x, y, weight, next }, where `next` holds the places beside it.
 *
 * The lightest group that still has somewhere to grow takes the place nearest to its centre, until all are taken.
 * Then the centres move to the middle and it starts again, four times. Returns the places of each group.
 */
export function divide(places, k) {
  let centres = spread(places, k);
  let groups = [];
  for (let round = 0; round < 4; round++) {
    groups = grow(places, centres);
    centres = groups.map((group) => {
      const middle = {
        x: group.reduce((sum, place) => sum + place.x, 0) / group.length,
        y: group.reduce((sum, place) => sum + place.y, 0) / group.length,
      };
      return group.reduce((best, place) => (apart(place, middle) < apart(best, middle) ? place : best));
    });
  }
  return groups;
}

function grow(places, centres) {
  const here = new Set(places);
  const taken = new Set(centres);
  const groups = centres.map((centre) => [centre]);
  const weight = centres.map((centre) => centre.weight);
  while (taken.size < places.length) {
    const order = weight.map((_, i) => i).sort((a, b) => weight[a] - weight[b] || a - b);
    let grown = false;
    for (const i of order) {
      const open = groups[i]
        .flatMap((place) => place.next)
        .filter((place) => here.has(place) && !taken.has(place));
      if (open.length === 0) continue;
      const best = open.reduce((a, b) => (apart(b, centres[i]) < apart(a, centres[i]) ? b : a));
      groups[i].push(best);
      taken.add(best);
      weight[i] += best.weight;
      grown = true;
      break;
    }
    if (!grown) throw new Error('some places hang together with no centre');
  }
  return groups;
}

/** The connected parts of a set of places, by their `next`. */
export function parts(places) {
  const left = new Set(places);
  const found = [];
  while (left.size > 0) {
    const [first] = left;
    const part = [first];
    left.delete(first);
    for (const place of part) {
      for (const beside of place.next) if (left.delete(beside)) part.push(beside);
    }
    found.push(part);
  }
  return found;
}
