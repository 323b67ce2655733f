/**
 * Random GeoJSON texts: every spelling JSON allows, members in any order, foreign members that look like GeoJSON.
 */

/** Numbers from 0 up to 1, the same for the same seed (a 32-bit linear congruential sequence, mixed). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** Writes random texts from a stream of dice. */
export class RandomText {
  constructor(private readonly roll: () => number) {}

  whole(below: number): number {
    return Math.floor(this.roll() * below);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.whole(items.length)]!;
  }

  /** One or more top-level values. */
  items(): string[] {
    const count = this.pick([1, 1, 1, 2, 4]);
    return Array.from({ length: count }, () => this.top());
  }

  blank(): string {
    return this.roll() < 0.7 ? '' : this.pick([' ', '\n', '\t', '\r\n', '  \n  ']);
  }

  list(items: string[]): string {
    const parts = items.map((item) => `${this.blank()}${item}${this.blank()}`);
    return `[${parts.length === 0 ? this.blank() : parts.join(',')}]`;
  }

  object(members: [string, string][]): string {
    const shuffled = members
      .map((member) => ({ member, order: this.roll() }))
      .sort((a, b) => a.order - b.order);
    const parts = shuffled.map(
      ({ member: [key, value] }) =>
        `${this.blank()}${this.text(key)}${this.blank()}:${this.blank()}${value}${this.blank()}`,
    );
    return `{${parts.length === 0 ? this.blank() : parts.join(',')}}`;
  }

  text(value: string): string {
    let out = '"';
    for (let i = 0; i < value.length; i++) {
      const code = value.charCodeAt(i);
      const must = code < 32 || code === 34 || code === 92 || (code >= 0xd800 && code < 0xe000);
      if (must || this.roll() < 0.05) out += `\\u${code.toString(16).padStart(4, '0')}`;
      else out += value[i] === '/' && this.roll() < 0.5 ? '\\/' : value[i];
    }
    return `${out}"`;
  }

  number(): string {
    const sign = this.roll() < 0.4 ? '-' : '';
    const digits = (n: number) => Array.from({ length: n }, () => this.whole(10)).join('');
    const whole =
      this.roll() < 0.2 ? '0' : `${1 + this.whole(9)}${digits(this.pick([0, 0, 1, 1, 5, 8, 9, 17, 25]))}`;
    const fraction =
      this.roll() < 0.2 ? '' : `.${digits(this.pick([1, 2, 6, 7, 8, 13, 14, 15, 16, 20, 40]))}`;
    const exponent =
      this.roll() < 0.8 ? '' : `${this.pick(['e', 'E'])}${this.pick(['', '+', '-'])}${this.whole(30)}`;
    return sign + whole + fraction + exponent;
  }

  word(): string {
    return this.pick([
      'LAD24CD',
      'E06000001',
      'Ynys Môn',
      'a"b\\c/d',
      '名前',
      '😀',
      '\u0001',
      '',
      '__proto__',
      '7',
      '\ud800',
      'coordinates',
      'x'.repeat(70),
    ]);
  }

  value(depth: number): string {
    const kind = this.whole(depth > 3 ? 5 : 8);
    if (kind === 0) return this.number();
    if (kind < 3) return this.text(this.word());
    if (kind === 3) return this.pick(['true', 'false']);
    if (kind === 4) return 'null';
    if (kind === 5) return this.list(Array.from({ length: this.whole(4) }, () => this.value(depth + 1)));
    return this.object(Array.from({ length: this.whole(4) }, () => [this.word(), this.value(depth + 1)]));
  }

  position(): string {
    return this.list(Array.from({ length: this.pick([2, 2, 2, 2, 3, 4]) }, () => this.number()));
  }

  ring(): string {
    const positions = Array.from({ length: this.pick([0, 1, 2, 3, 4, 6, 9]) }, () => this.position());
    if (this.roll() < 0.7 && positions.length > 0) positions.push(positions[0]!);
    return this.list(positions);
  }

  private many(below: number, make: () => string): string {
    return this.list(Array.from({ length: this.whole(below) }, make));
  }

  foreign(type: string): [string, string][] {
    const members: [string, string][] = [];
    if (this.roll() < 0.4) members.push([this.pick(['name', 'bbox', 'extra', '']), this.value(0)]);
    if (this.roll() < 0.2)
      members.push(['look', `{"type":"Polygon","coordinates":[[[1,2],[3,4]]],"features":[1]}`]);
    if (type === 'Feature' && this.roll() < 0.2) members.push(['features', this.value(0)]);
    if (type === 'Feature' && this.roll() < 0.2) members.push(['coordinates', '[[[1,2],[3,4],[5,6]]]']);
    if (type === 'FeatureCollection' && this.roll() < 0.2) members.push(['coordinates', this.value(0)]);
    if (type === 'FeatureCollection' && this.roll() < 0.2) members.push(['geometry', this.geometry(3)]);
    if (type === 'Polygon' && this.roll() < 0.2) members.push(['geometries', this.list([this.geometry(3)])]);
    return members;
  }

  geometry(depth: number): string {
    const kinds = ['Point', 'MultiPoint', 'LineString', 'Polygon', 'Polygon', 'MultiPolygon', 'MultiPolygon'];
    const type = this.pick(depth > 2 ? kinds : [...kinds, 'GeometryCollection']);
    const members: [string, string][] = [['type', this.text(type)], ...this.foreign(type)];
    const line = () => this.many(4, () => this.position());
    const polygon = () => this.many(4, () => this.ring());
    if (type === 'GeometryCollection')
      members.push(['geometries', this.many(4, () => this.geometry(depth + 1))]);
    else if (type === 'Point') members.push(['coordinates', this.position()]);
    else if (type === 'Polygon') members.push(['coordinates', polygon()]);
    else if (type === 'MultiPolygon') members.push(['coordinates', this.many(4, polygon)]);
    else members.push(['coordinates', line()]);
    return this.object(members);
  }

  feature(): string {
    const properties: [string, string][] = Array.from({ length: this.whole(5) }, () => [
      this.word(),
      this.value(0),
    ]);
    const members: [string, string][] = [
      ['type', '"Feature"'],
      ['geometry', this.roll() < 0.15 ? 'null' : this.geometry(0)],
      ['properties', this.roll() < 0.1 ? 'null' : this.object(properties)],
      ...this.foreign('Feature'),
    ];
    if (this.roll() < 0.4) members.push(['id', this.value(9)]);
    return this.object(members);
  }

  top(): string {
    const kind = this.whole(6);
    if (kind === 0) return this.geometry(0);
    if (kind === 1) return this.feature();
    if (kind === 2) return this.many(4, () => this.feature());
    return this.object([
      ['type', '"FeatureCollection"'],
      ['features', this.many(5, () => this.feature())],
      ...this.foreign('FeatureCollection'),
    ]);
  }
}

/** The bytes in pieces cut at random places. */
export function cutAnywhere(bytes: Uint8Array, roll: () => number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const longest = 1 + Math.floor(roll() * roll() * bytes.length);
  for (let at = 0; at < bytes.length;) {
    const next = at + 1 + Math.floor(roll() * longest);
    // A copy, overwritten later by the test: the reader must not keep the caller's bytes.
    pieces.push(bytes.slice(at, next));
    at = next;
  }
  return pieces;
}
