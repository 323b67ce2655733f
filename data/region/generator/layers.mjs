/**
 * The shapes: every layer dissolved from the mesh by the lookup, with the few deviations the README lists.
 *
 * A layer is { file, features, turn, system }; the text is made elsewhere.
 */
import { outline } from './dissolve.mjs';
import { generalise } from './generalise.mjs';
import { metresToLine } from './ground.mjs';
import { councils, forces, neighbourCountry } from './names.mjs';
import { crossedSides } from './planar.mjs';

/** How far a position of the generalised copy moves, metres each way. */
const generalisedReach = 24;

const byCode = (a, b) => (a.code < b.code ? -1 : 1);

/** Units of a key of the blocks with their faces: Map of unit to list, units without a code left out. */
function facesOf(blocks, key) {
  const faces = new Map();
  for (const block of blocks) {
    const unit = block[key];
    if (unit.code === '') continue;
    if (!faces.has(unit)) faces.set(unit, []);
    faces.get(unit).push(...block.faces);
  }
  return faces;
}

/** Features of units with their faces, by code. `stem` is ICB24 or the like; `ods` adds the health code. */
function features(mesh, faces, stem, ods) {
  return [...faces.keys()].sort(byCode).map((unit, i) => ({
    properties: {
      FID: i + 1,
      [`${stem}CD`]: unit.code,
      ...(ods ? { [`${stem}CDH`]: unit.ods } : {}),
      [`${stem}NM`]: unit.name,
    },
    polygons: outline(mesh, faces.get(unit)),
  }));
}

/** Every boundary file of the region. */
export function makeLayers(region) {
  const { mesh, blocks, neighbourhoods, foreshore, foreign } = region;
  const official = (file, key, stem, turn, ods) => ({
    file,
    features: features(mesh, facesOf(blocks, key), stem, ods),
    turn,
    system: turn === 'clockwise',
  });
  const plain = (file, named, turn) => ({ file, features: named, turn, system: false });
  const named = (kind, unit, faces) => ({
    properties: { [`${kind}_code`]: unit.code, [`${kind}_name`]: unit.name },
    polygons: outline(mesh, faces),
  });
  const networks = facesOf(blocks, 'pcn');
  return [
    plain('blocks', features(mesh, new Map(blocks.map((block) => [block, block.faces])), 'LSOA21'), 'either'),
    plain('blocks_centroids', centroids(blocks), 'either'),
    official('icb', 'icb', 'ICB24', 'clockwise', true),
    official('icb_older', 'icb2021', 'ICB21', 'clockwise', true),
    { ...plain('icb_generalised_BSC', generalised(mesh, blocks), 'clockwise'), system: true },
    {
      ...official('ltla', 'ltla', 'LAD24', 'clockwise'),
      features: features(mesh, cutCouncils(blocks), 'LAD24'),
    },
    official('utla', 'utla', 'CTYUA24', 'clockwise'),
    official('cauth', 'cauth', 'CAUTH24', 'either'),
    official('ward', 'ward', 'WD24', 'anticlockwise'),
    plain('pfa', features(mesh, policeToLowWater(blocks, foreshore), 'PFA24'), 'anticlockwise'),
    official('fra', 'fra', 'FRA24', 'anticlockwise'),
    plain(
      'pcn',
      [...networks.keys()].sort(byCode).map((unit) => named('pcn', unit, networks.get(unit))),
      'either',
    ),
    plain(
      'neighbourhoods',
      neighbourhoods.map((each) =>
        named(
          'neighbourhood',
          each,
          each.blocks.flatMap((block) => block.faces),
        ),
      ),
      'either',
    ),
    plain(
      'neighbour_country',
      features(mesh, new Map([[neighbourCountry, foreign.flatMap((cell) => cell.faces)]]), 'CTRY24'),
      'anticlockwise',
    ),
  ];
}

const centroids = (blocks) =>
  blocks.map((block, i) => ({ properties: { FID: i + 1, LSOA21CD: block.code }, point: block.centre }));

/** Deviation: the south part of the block marked `x` is drawn to Skelmoor; by the lookup it is King's Staithe. */
function cutCouncils(blocks) {
  const faces = facesOf(blocks, 'ltla');
  const [south] = blocks.find((block) => block.mark === 'x').faces;
  const from = faces.get(councils.e);
  from.splice(from.indexOf(south), 1);
  faces.get(councils.h).push(south);
  return faces;
}

/** Deviation: the police layer includes the foreshore of the estuary, where no other layer has land. */
function policeToLowWater(blocks, foreshore) {
  const faces = facesOf(blocks, 'pfa');
  faces.get(forces[2]).push(...foreshore.flatMap((cell) => cell.faces));
  return faces;
}

/** Deviation: the ICBs from a copy of the mesh that was generalised on its own. */
function generalised(mesh, blocks) {
  const copy = generalise(mesh, generalisedReach);
  const icbOf = new Map(blocks.flatMap((block) => block.faces.map((face) => [face, block.icb])));
  const border = copy.sides.filter(({ faces }) => icbOf.get(faces[0]) !== icbOf.get(faces[1]));
  const crossed = crossedSides(border);
  if (crossed.length > 0) throw new Error(`the generalised copy crosses itself at ${crossed[0]}`);
  return features(copy, facesOf(blocks, 'icb'), 'ICB24', true);
}

/** How far an ICB border of the generalised copy lies from the mesh at most, in whole metres, either way round. */
export function furthestMoved({ mesh, blocks }) {
  const copy = generalise(mesh, generalisedReach);
  const icbOf = new Map(blocks.flatMap((block) => block.faces.map((face) => [face, block.icb])));
  let furthest = 0;
  mesh.sides.forEach(({ faces, points }, i) => {
    if (icbOf.get(faces[0]) === icbOf.get(faces[1])) return;
    const other = copy.sides[i].points;
    for (const point of points) furthest = Math.max(furthest, metresToLine(point, other));
    for (const point of other) furthest = Math.max(furthest, metresToLine(point, points));
  });
  return Math.round(furthest);
}
