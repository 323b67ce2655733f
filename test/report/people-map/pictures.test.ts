/**
 * Pictures of real results of the made-up region: proposals side by side, gaps and doubles, crowded circles.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circleRadius, largestRadius } from '../../../src/report/map/people-map/circle-sizes.js';
import { sizedMarks, type FileMark } from '../../../src/report/map/people-map/file-marks.js';
import { runCommand } from '../../cli/run-command.js';
import { expectWellFormed } from '../well-formed.js';

const region = (name: string): string => resolve('data/region', name);
const PEOPLE = ['--people', `residents=${region('residents.csv')}`, '--blocks', region('blocks.geojson')];
const folder = mkdtempSync(join(tmpdir(), 'coterminous-pictures-'));

async function pictureOf(name: string, args: readonly string[]): Promise<string> {
  const path = join(folder, `${name}.svg`);
  const { code, stderr } = await runCommand([...args, ...PEOPLE, '--quiet', '-o', path]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const svg = readFileSync(path, 'utf8');
  expectWellFormed(svg, 'SVG');
  return svg;
}

const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text!.replace(/<[^>]+>/g, ''));

describe('a picture of', () => {
  it('proposals has a map for now and one for each, titled as they are, with the new units', async () => {
    const proposals = ['proposal_two_councils.csv', 'proposal_three_councils.csv'];
    const svg = await pictureOf('proposals', [
      'scenario',
      ...proposals.map((name) => `${region(name)}:LAD24CD:council_code`),
      '--layer',
      region('ltla.geojson'),
      '--against',
      region('icb.geojson'),
    ]);
    const texts = textsOf(svg);
    expect(texts).toContain('Now');
    const frames = [...svg.matchAll(/<rect [^>]*stroke="#BFBFBF"/g)];
    expect(frames.length).toBe(3);
    expect(new Set([...svg.matchAll(/clipPath id="(map-\d-units)"/g)].map(([, id]) => id)).size).toBe(3);
    // Who is outside the main ICB is a circle with its figure, and what circles, lines and tints mean stands below.
    const circles = [...svg.matchAll(/<circle [^>]*fill="#F46A25"/g)];
    const figures = [...svg.matchAll(/<text [^>]*fill="#A33C08"[^>]*>[\d,]+<\/text>/g)];
    expect(figures.length).toBeGreaterThan(0);
    expect(circles.length).toBe(figures.length + 1);
    expect(texts).toContain('People outside the main ICB');
    expect(texts).toContain('border of an ICB');
    // Titles are told to their end, on as many lines as they need.
    expect(texts.join(' ')).toContain(
      'Staithe and Gannet Coast, Brackenholt and Kingsferry and Oxley and Skelmoor',
    );
  });

  it('coverage hatches gaps and doubles, and says so; the number of those in none is dark pink', async () => {
    const svg = await pictureOf('coverage', [
      'coverage',
      region('neighbourhoods.geojson'),
      '--within',
      region('ltla.geojson'),
    ]);
    const texts = textsOf(svg);
    expect(texts.join('\n')).toMatch(/Hatched: land in no neighbourhood, or in two/);
    expect(texts.join('\n')).not.toContain('Circles');
    expect(svg).toMatch(/<tspan fill="#801650"[^>]*>6,038</);
    expect(svg).toMatch(/<tspan fill="#A33C08"[^>]*>3,669</);
  });
});

describe('a picture of a check', () => {
  type Box = readonly [west: number, south: number, east: number, north: number];
  const fileOf = (name: string, boxes: readonly Box[]): string => {
    const path = join(folder, name);
    const features = boxes.map(([w, s, e, n], i) => ({
      type: 'Feature',
      properties: { WD24CD: `E0500000${i}`, WD24NM: `Ward ${i}` },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [w, s],
            [e, s],
            [e, n],
            [w, n],
            [w, s],
          ],
        ],
      },
    }));
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
    return path;
  };
  // Four wards about a hole, and on the other side of the world two with nothing wrong.
  const holed = fileOf('holed.geojson', [
    [0, 52, 0.3, 52.1],
    [0, 52.1, 0.1, 52.3],
    [0.2, 52.1, 0.3, 52.3],
    [0.1, 52.2, 0.2, 52.3],
  ]);
  const fine = fileOf('fine.geojson', [
    [150, -34, 150.1, -33.9],
    [150.1, -34, 150.2, -33.9],
  ]);

  it('has a map for each file, fitted to it, with a circle where land is missing', async () => {
    const path = join(folder, 'check.svg');
    const { stderr } = await runCommand(['check', `holed=${holed}`, `fine=${fine}`, '--quiet', '-o', path]);
    expect(stderr).not.toContain('error:');
    const svg = readFileSync(path, 'utf8');
    expectWellFormed(svg, 'SVG');
    const frames = [
      ...svg.matchAll(
        /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" [^>]*stroke="#BFBFBF"/g,
      ),
    ].map((found) => found.slice(1).map(Number) as [number, number, number, number]);
    expect(frames.length).toBe(2);
    const faults = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" fill="#801650"/g)].map(
      (found) => found.slice(1).map(Number) as [number, number, number],
    );
    // That of the hole, in the middle of the first map's upper part, and the sample of the key.
    expect(faults.length).toBe(2);
    const [[x, y, radius], [left, top, width, height]] = [faults[0]!, frames[0]!];
    expect(radius).toBe(12);
    expect(Math.abs(x - (left + width / 2))).toBeLessThan(2);
    expect(y).toBeGreaterThan(top);
    expect(y).toBeLessThan(top + height);
    expect(textsOf(svg)).toContain('land, by area');
    // Each file fills its own frame, though they lie a world apart.
    const units = [...svg.matchAll(/<path d="M[^"]*" fill="#DCE6EF"/g)];
    expect(units.length).toBe(6);
  });

  it('gives crosses to places without an area, and circles by area to the others', () => {
    const marks: FileMark[] = [
      [0, 0, 25],
      [1, 0, null],
      [2, 0, 100],
      [3, 0, 0],
    ];
    expect(sizedMarks(marks).map(({ mark: [x], radius }) => [x, radius])).toEqual([
      [2, 12],
      [0, 6],
      [1, null],
      [3, 3],
    ]);
  });
});

describe('the largest circle', () => {
  it('is as wanted until all circles cover 7 % of the frame, then such that they cover no more', () => {
    const area = 10_000;
    const covered = (amounts: readonly number[]): number => {
      const radius = largestRadius(amounts, 10, area);
      return amounts.reduce(
        (sum, n) => sum + Math.PI * circleRadius(n, Math.max(...amounts), radius) ** 2,
        0,
      );
    };
    const two = [100, 100];
    expect(covered(two)).toBeCloseTo(200 * Math.PI, 6);
    expect(largestRadius(two, 10, (200 * Math.PI) / 0.07)).toBe(10);
    expect(largestRadius(two, 10, (200 * Math.PI) / 0.07 - 1)).toBeLessThan(10);
    expect(covered([100, 100, 100])).toBeCloseTo(700, 6);
  });
});
