/**
 * The components of the page's first screen, each from a made-up part of a story.
 */
import { describe, expect, it } from 'vitest';
import { coverBar, coverWidths } from '../../src/report/html/components/cover-bar.js';
import { figureStrip } from '../../src/report/html/components/figure-strip.js';
import { findingList } from '../../src/report/html/components/finding-list.js';
import { leadTo } from '../../src/report/html/components/lead.js';
import { moveFlows } from '../../src/report/html/components/move-flows.js';
import { moveList } from '../../src/report/html/components/move-list.js';
import { countCrossings, orderFlows, type Edge } from '../../src/report/html/components/order-flows.js';
import { placeCard } from '../../src/report/html/components/place-card.js';
import { proposalMatrix } from '../../src/report/html/components/proposal-matrix.js';
import { rankedList } from '../../src/report/html/components/ranked-list.js';
import { shareBar } from '../../src/report/html/components/share-bar.js';
import type { Move, RankedRow, UnitRef } from '../../src/story/story.js';

const unit = (code: string, name = code, layer = 'ltla'): UnitRef => ({ layer, code, name });
const lead = leadTo(['icb', 'ltla']);
const toTable = (table: string | null): string => (table === null ? '' : '#table-0');
const row = (n: number): RankedRow => ({
  unit: unit(`E${n}`, `Council ${n}`),
  amount: 100 - n,
  figure: `${100 - n}`,
  share: 0.25,
  detail: '25 % of its people, in <Ash>',
  partners: [unit('I1', 'Ash', 'icb'), unit('I2', 'Birch', 'icb')],
});
const move = (number: number, from: string, to: string, people: number | null = 100): Move => ({
  number,
  kind: 'merged whole',
  from: unit(from, from, 'icb'),
  to: unit(to, to, 'ltla'),
  people,
  hectares: null,
  figure: `${people ?? 'withheld'}`,
  detail: '',
});

describe('a lead', () => {
  it('is a link that tells layers of one code apart', () => {
    expect(lead(unit('E1', 'Ash & Co'))).toBe(
      '<a href="#unit=E1&amp;layer=ltla" data-target="u:1:E1">Ash &amp; Co</a>',
    );
    expect(lead(unit('E1', 'Ash', 'icb'))).toContain('layer=icb');
  });

  it('is plain text where the page does not know the layer', () => {
    expect(lead(unit('E1', 'Ash', 'fire'))).toBe('Ash');
  });

  it('keeps codes with signs of their own whole', () => {
    expect(lead(unit('A&B=C #1', 'x'))).toContain('#unit=A%26B%3DC%20%231&amp;layer=ltla');
  });
});

describe('the figures', () => {
  it('keep a number and its per cent sign on one line', () => {
    const html = figureStrip([{ value: '0.7 %', beside: 'of all', text: 'x', tone: 'headline' }]);
    expect(html).toContain('0.7\u00a0%');
    expect(html).toContain('tone-headline');
  });
});

describe('the bar of a cover', () => {
  const bar = { one: 980, several: 0, none: 20, text: '980 in one, 0 in several, 20 in none' };

  it('draws no part of nobody and says all three', () => {
    const html = coverBar(bar);
    expect(html).toContain('cover-one');
    expect(html).not.toContain('cover-several');
    expect(html).toContain('aria-label="980 in one, 0 in several, 20 in none"');
  });

  it('has true widths', () => {
    expect(coverWidths(bar)).toContain('.cover-one { flex-grow: 980');
    expect(coverWidths(bar)).toContain('.cover-none { flex-grow: 20');
  });

  it('is left out where there is nobody', () => {
    const nobody = { one: 0, several: 0, none: 0, text: '' };
    expect(coverBar(nobody) + coverBar(null) + coverWidths(nobody)).toBe('');
  });
});

describe('a bar of a share', () => {
  it('ends where its share ends, and never outside', () => {
    expect(shareBar(0.473)).toContain('width="47.30"');
    expect(shareBar(1.2)).toContain('M100.00 0V10');
    expect(shareBar(null)).toBe('');
  });
});

describe('a ranked list', () => {
  const list = (rows: readonly RankedRow[]) =>
    rankedList(
      {
        kind: 'list',
        heading: 'People',
        aside: 'share',
        groups: [{ heading: null, rows }],
        table: 't',
        empty: 'Nobody',
      },
      lead,
      toTable,
    );

  it.each([
    [11, 11, false],
    [12, 12, false],
    [13, 12, true],
  ])('of %i rows shows %i, and leads to all: %s', (rows, shown, more) => {
    const html = list(Array.from({ length: rows }, (_, i) => row(i + 1)));
    expect(html.match(/<li data-row>/g)).toHaveLength(shown);
    expect(html.includes(`All ${rows} in the full table`)).toBe(more);
  });

  it('escapes what stands in it and puts partners side by side on paper', () => {
    const html = list([row(1)]);
    expect(html).toContain('&lt;Ash&gt;');
    expect(html).toMatch(/<th scope="row">Council 1<\/th><td>Ash<\/td><td>Birch<\/td>/);
  });

  it('says so where it is empty', () => {
    expect(list([])).toContain('Nobody');
  });
});

describe('moves', () => {
  const moves = [move(1, 'A', 'X'), move(2, 'B', 'X')];

  it('have a small map each where both layers are drawn', () => {
    const list = {
      kind: 'moves' as const,
      heading: 'h',
      moves,
      stays: [],
      unchanged: 'Two stay',
      table: null,
    };
    expect(moveList(list, lead, ['icb', 'ltla'], toTable).match(/data-small-map/g)).toHaveLength(2);
    const flows = moveList(list, lead, [], toTable);
    expect(flows).not.toContain('data-small-map');
    expect(flows).toContain('class="flows');
    expect(flows).toContain('Two stay');
  });

  it('are no flows where people of one are not known, or there are more than 40', () => {
    expect(moveFlows([...moves, move(3, 'C', 'Y', null)], [], lead)).toBe('');
    const many = (n: number): Move[] => Array.from({ length: n }, (_, i) => move(i, `A${i}`, 'X'));
    expect(moveFlows(many(40), [], lead)).not.toBe('');
    expect(moveFlows(many(41), [], lead)).toBe('');
  });

  it('flow without a crossing where that can be', () => {
    const edges: Edge[] = [
      [0, 1],
      [1, 0],
      [2, 1],
      [2, 2],
      [3, 2],
      [1, 3],
    ];
    const groups = orderFlows(edges);
    const [from, to] = [groups.flatMap((group) => group.from), groups.flatMap((group) => group.to)];
    expect([...from].sort()).toEqual([0, 1, 2, 3]);
    expect([...to].sort()).toEqual([0, 1, 2, 3]);
    expect(countCrossings(edges, from, to)).toBe(0);
    expect(
      countCrossings(
        [
          [0, 1],
          [1, 0],
        ],
        [0, 1],
        [0, 1],
      ),
    ).toBe(1);
  });
});

describe('a matrix of proposals', () => {
  const html = proposalMatrix(
    {
      kind: 'matrix',
      columns: [
        { title: 'Now', subtitle: '' },
        { title: 'Two', subtitle: '' },
      ],
      rows: [
        {
          question: 'People outside',
          detail: '',
          cells: [
            { value: '10', detail: '', change: null },
            { value: '12', detail: '1 %', change: { arrow: '▲', text: '2 more, worse', verdict: 'worse' } },
          ],
        },
      ],
      same: { text: 'The same: police', rows: [{ question: 'Split between police forces', value: '0' }] },
    },
    [],
  );

  it('says better or worse by arrow and word', () => {
    expect(html).toContain(
      '<span class="change worse"><span aria-hidden="true">▲</span> 2 more, worse</span>',
    );
  });

  it('has no empty heading and folds what is the same', () => {
    expect(html).not.toMatch(/<th[^>]*><\/th>/);
    expect(html).toContain('<summary>The same: police</summary>');
  });
});

describe('a place', () => {
  it('says part and whole in words', () => {
    const partner = { unit: unit('I1', 'Ash', 'icb'), figure: '10', detail: '9 % of Surrey' };
    const html = placeCard(
      {
        kind: 'place',
        vintages: [],
        place: unit('E1', 'Surrey'),
        groups: [
          { heading: 'ICBs', rows: [{ ...partner, extent: 'part', share: 0.09 }] },
          { heading: 'Whole', rows: [{ ...partner, extent: 'whole', detail: 'police', share: null }] },
        ],
      },
      lead,
    );
    expect(html).toContain('<strong>part</strong> 9\u00a0% of Surrey<');
    expect(html).toContain('<strong>whole</strong> police<');
    expect(html.match(/share-bar/g)).toHaveLength(1);
  });
});

describe('findings', () => {
  const finding = {
    severity: 'warning' as const,
    found: 'Two gaps',
    detail: '',
    file: 'Wards',
    layer: 'ward',
    todo: 'Look',
    units: [unit('E1', 'Ash')],
    places: [{ longitude: 1, latitude: 52, hectares: 3 }],
  };
  const file = { layer: 'ward', title: 'Wards', verdict: 'Look: gaps', tone: 'warning' as const, text: '' };
  const html = (layers: readonly string[]): string =>
    findingList({ kind: 'findings', rows: [finding], files: [file] }, lead, layers, toTable);

  it('lead to the first unit they name', () => {
    expect(html([])).toContain('data-target="u:1:E1">Two gaps</a>');
  });

  it('are marked on the map of their file where it is drawn', () => {
    expect(html([])).not.toContain('data-small-map');
    expect(html(['ward'])).toContain('&quot;marks&quot;:[[1,52,3]]');
  });
});
