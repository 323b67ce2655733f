/** Faces that no label tells apart become one, and nothing that is measured of what is left changes. */
import { expect, it } from 'vitest';
import { contractFaces, joinEdges } from '../../src/arrangement/contract-faces.js';
import { findPatches } from '../../src/arrangement/patches.js';
import { unitAreas } from '../../src/arrangement/unit-areas.js';
import { arrangeLayers } from '../../src/measures/land/layer-arrangement.js';
import { drawnLayer } from '../measures/align-lattice.js';

const layers = [
  drawnLayer('first', `a a b\na a b\nc c b`),
  drawnLayer('second', `x y y\nx x y\nz z z`),
  drawnLayer('third', `p q r\ns t u\nv w p`),
];
const { arrangement } = arrangeLayers(layers, true);
const { graph, ofFace } = contractFaces(arrangement, arrangement.labels.slice(0, 2));

it('to the faces that two of three layers tell apart', () => {
  const [faces, left] = [arrangement.area.length, graph.area.length];
  expect([faces, left]).toEqual([10, 6]);
  expect(ofFace[0]).toBe(0);
  expect(Math.max(...ofFace)).toBe(left - 1);
});

it('with the same patches in the same order, before and after edges are joined', () => {
  const whole = findPatches(arrangement, 0, 1);
  for (const each of [graph, joinEdges(graph)]) {
    const found = findPatches(each, 0, 1);
    for (const part of ['unitA', 'unitB', 'area', 'perimeter'] as const)
      expect([...found[part]]).toEqual([...whole[part]]);
    expect(unitAreas(each, 0, layers[0]!.codes.length)).toEqual(
      unitAreas(arrangement, 0, layers[0]!.codes.length),
    );
  }
  expect(joinEdges(graph).length.length).toBeLessThan(graph.length.length);
});

it('and leaves faces apart that are to stay as they are', () => {
  const { graph: apart } = contractFaces(arrangement, [arrangement.labels[0]!], () => true);
  expect(apart.area).toEqual(arrangement.area);
});

it('and puts what no label names into the outside, unless it is to stay', () => {
  const islands = drawnLayer('islands', `a . b\n. . .\nc . .`);
  const ground = drawnLayer('ground', `g g g\ng g g\ng g g`);
  const { arrangement: sheet } = arrangeLayers([islands, ground], true);
  const [ofIslands] = sheet.labels;
  const { graph: left, ofFace: into } = contractFaces(sheet, [ofIslands!]);
  expect(left.area.length).toBe(4);
  const sea = [...ofIslands!.ofFace.keys()].filter((face) => ofIslands!.ofFace[face] === -1);
  expect(sea.length).toBeGreaterThan(1);
  expect(sea.map((face) => into[face])).toEqual(sea.map(() => 0));
  expect(unitAreas(left, 0, 3)).toEqual(unitAreas(sheet, 0, 3));
  const whole = findPatches(sheet, 0, 0);
  expect([...findPatches(left, 0, 0).perimeter]).toEqual([...whole.perimeter]);
  const stay = contractFaces(sheet, [ofIslands!], (face) => face === 0 || ofIslands!.ofFace[face] === -1);
  expect(stay.graph.area.length).toBe(4 + sea.length - 1);
});
