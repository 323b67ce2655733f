/**
 * Pictures of real results of the made-up region: proposals side by side, gaps and doubles, crowded circles.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circleRadius, largestRadius } from '../../../src/report/map/people-map/circle-sizes.js';
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
