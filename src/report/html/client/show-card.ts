/**
 * The card of the unit or piece that was chosen: partners, people, what is shared, where it stands in the tables.
 */
import type { Page, Target, UnitView } from './page-data.js';

/** Keeps the card up to date. */
export function showCard(page: Page): void {
  const card = document.getElementById('card');
  if (card === null) return;
  const { make } = page;
  const empty = [...card.childNodes];
  const words: Readonly<Record<string, string>> = {
    coterminous: 'the same area',
    within: 'whole',
    contains: 'whole',
    partial: 'shared',
  };

  interface Partner {
    readonly unit: UnitView;
    readonly relation: string;
    readonly hectares: number | null;
    readonly people: readonly (number | null)[];
  }
  const partnersOf = (
    unit: UnitView,
  ): { layer: number; measures: readonly string[]; partners: Partner[] }[] =>
    page.data.pairs.flatMap(({ a, b, measures, rows }) => {
      if (unit.layer !== a && unit.layer !== b) return [];
      const mine = unit.layer === a ? 0 : 1;
      const other = mine === 0 ? b : a;
      const ofOther = page.units.filter(({ layer }) => layer === other);
      const partners = rows.flatMap((row) =>
        row[mine] === unit.number
          ? [{ unit: ofOther[row[1 - mine] as number]!, relation: row[2], hectares: row[3], people: row[4] }]
          : [],
      );
      partners.sort(
        (p, q) => (q.people[0] ?? 0) - (p.people[0] ?? 0) || (q.hectares ?? 0) - (p.hectares ?? 0),
      );
      return partners.length === 0 ? [] : [{ layer: other, measures, partners }];
    });

  const chooser = (target: Target, text: string): HTMLElement => {
    const button = make('button', { type: 'button', class: 'lead' }, text);
    button.addEventListener('click', () => page.choose(target, 'card'));
    return button;
  };
  const sum = (values: readonly (number | null)[]): number =>
    values.reduce<number>((s, v) => s + (v ?? 0), 0);
  const share = (part: number, whole: number): string =>
    whole > 0 ? `${page.number((100 * part) / whole, 1)} %` : '';

  /** A figure and, under it, its share. */
  const amount = (value: number | null, whole: number, withheld: boolean): HTMLElement =>
    value === null
      ? make('td')
      : make(
          'td',
          { class: 'figure' },
          page.number(value),
          make('br'),
          make('span', { class: 'share' }, withheld ? '' : share(value, whole)),
        );

  const partnerTable = (
    { layer, measures, partners }: ReturnType<typeof partnersOf>[number],
    unit: UnitView,
  ): Node[] => {
    const layerData = page.data.layers[layer]!;
    const people = measures.map((_, m) => sum(partners.map((partner) => partner.people[m] ?? 0)));
    const land = sum(partners.map(({ hectares }) => hectares));
    const hasLand = partners.some(({ hectares }) => hectares !== null);
    const withheld = partners.some((partner) => partner.people.includes(null));
    const body = make('tbody');
    for (const partner of partners) {
      const row = make(
        'tr',
        {},
        make('th', { scope: 'row' }, chooser({ kind: 'unit', unit: partner.unit }, partner.unit.short)),
      );
      partner.people.forEach((value, m) => row.append(amount(value, people[m]!, withheld)));
      if (hasLand) row.append(amount(partner.hectares, land, false));
      body.append(row);
    }
    const headings = [
      make('th', { scope: 'col' }, layerData.one),
      ...measures.map((name) => make('th', { scope: 'col', class: 'figure' }, name.replaceAll('_', ' '))),
      ...(hasLand ? [make('th', { scope: 'col', class: 'figure' }, 'hectares')] : []),
    ];
    const found: Node[] = [];
    const isShared = partners.length > 1;
    const [main] = partners;
    const outside = people.length > 0 ? people[0]! - (main!.people[0] ?? 0) : 0;
    const measure = measures[0]?.replaceAll('_', ' ');
    found.push(
      make(
        'p',
        {},
        isShared
          ? `In ${partners.length} ${layerData.many}.${measure === undefined || withheld ? '' : ` ${page.number(outside)} of its ${page.number(people[0]!)} ${measure} (${share(outside, people[0]!)}) are outside the largest part, ${main!.unit.short}.`}`
          : `${words[main!.relation] === 'the same area' ? 'The same area as one' : 'In one'} ${layerData.one}: ${main!.unit.name}.`,
      ),
    );
    const caption = make('caption', {}, `What ${unit.short} shares with ${layerData.many}`);
    const table = make('table', {}, caption, make('thead', {}, make('tr', {}, ...headings)), body);
    found.push(
      make(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Partners of ${unit.short}` },
        table,
      ),
    );
    return found;
  };

  const links = (target: Target): Node[] => {
    const found = page.rowsOf(target);
    if (found.length === 0) return [];
    const list = make('ul', { class: 'row-links' });
    for (const { table, rows } of found) {
      const name = document.getElementById(`table-${table}`)!.dataset['title']!;
      const button = make(
        'button',
        { type: 'button', class: 'lead' },
        `${name}: ${rows.length === 1 ? '1 row' : `${page.number(rows.length)} rows`}`,
      );
      button.addEventListener('click', () => page.goToRow(table, rows[0]!));
      list.append(make('li', {}, button));
    }
    return [make('h4', {}, 'In the tables'), list];
  };

  const pieces = (unit: UnitView): Node[] => {
    const own = page.shapes.filter(({ data }) => {
      const t = page.data.tables.findIndex(({ name }) => name === data.table);
      const table = page.data.tables[t];
      return table?.codes.some(
        ([column, layer]) => layer === unit.layer && page.cells(t)[data.row]?.[column] === unit.code,
      );
    });
    if (own.length === 0) return [];
    const list = make('ul', { class: 'piece-links' });
    for (const shape of own) {
      const item = make('li', {}, chooser({ kind: 'shape', shape }, shape.data.title));
      list.append(item);
    }
    return [make('h4', {}, 'Pieces that do not line up'), list];
  };

  const closer = (): HTMLElement => {
    const button = make('button', { type: 'button', class: 'close', 'aria-label': 'Close the card' }, '×');
    button.addEventListener('click', () => page.choose(null, 'card'));
    return button;
  };
  const shapeFacts = (target: Target & { kind: 'shape' }): Node => {
    const { data } = target.shape;
    const t = page.data.tables.findIndex(({ name }) => name === data.table);
    const cells = page.cells(t)[data.row] ?? [];
    const headings = [...document.querySelectorAll<HTMLElement>(`#table-${t} thead th`)];
    const list = make('dl');
    for (const heading of headings) {
      const column = Number(heading.dataset['column']);
      const [kind, decimals] = page.data.tables[t]!.columns[column]!;
      const text = page.display(cells[column] ?? '', kind, decimals);
      if (text === '' || kind === 'degrees') continue;
      // A unit that was named by its code just before.
      const before = page.data.tables[t]!.codes.some(([c]) => c === column - 1);
      if (kind === 'name' && before) continue;
      const own = page.data.tables[t]!.codes.find(([c]) => c === column);
      const unit = own === undefined ? undefined : page.unitOf(own[1], text);
      list.append(
        make(
          'dt',
          {},
          unit === undefined ? heading.textContent.trim() : heading.textContent.trim().replace(/ code$/, ''),
        ),
        make(
          'dd',
          {},
          unit === undefined ? text : chooser({ kind: 'unit', unit }, `${unit.short} (${text})`),
        ),
      );
    }
    return list;
  };

  page.onChoose.push((target, mover) => {
    card.classList.toggle('full', target !== null);
    if (target === null) {
      card.replaceChildren(...empty);
      if (mover !== 'card') return;
      document.querySelector<SVGElement>('#map-frame svg')?.focus({ preventScroll: true });
      return page.say('Nothing is chosen.');
    }
    const title = make('h3', { tabindex: '-1' }, page.textOf(target));
    const content: Node[] = [closer(), title];
    if (target.kind === 'unit') {
      const { unit } = target;
      const layer = page.data.layers[unit.layer]!;
      content.push(make('p', { class: 'kind' }, `${layer.one} · ${unit.code}`));
      const groups = partnersOf(unit);
      if (page.data.pairs.length > 0 && groups.length === 0) {
        content.push(make('p', {}, 'It overlaps no unit of the other layers.'));
      }
      for (const group of groups) content.push(...partnerTable(group, unit));
      content.push(...pieces(unit));
    } else {
      content.push(shapeFacts(target));
    }
    content.push(...links(target));
    card.replaceChildren(...content);
    card.scrollTop = 0;
    if (mover === 'card') title.focus({ preventScroll: true });
    if (mover === 'search') document.getElementById('map-frame')?.scrollIntoView({ block: 'nearest' });
    if (mover === 'table' || mover === 'chart') {
      document.getElementById('map-frame')?.scrollIntoView({ block: 'center' });
      title.focus({ preventScroll: true });
    }
    page.say(`${page.textOf(target)} is chosen; its card follows the map.`);
  });
}
