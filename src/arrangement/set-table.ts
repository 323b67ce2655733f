/**
 * Small sets of numbers, each distinct set known by one number.
 *
 *     -1          the empty set
 *     0 to n - 1  the set of that one member
 *     n and more  a set of two or more, in order of first use
 *
 * So a layer that covers nothing twice never makes a set, and comparing labels is comparing numbers.
 */
/** The number of the empty set. */
export const NOTHING = -1;

const EMPTY: readonly number[] = [];

export class SetTable {
  /** Numbers below this stand for one member alone. */
  readonly singles: number;
  private readonly sets: (readonly number[])[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly toggles = new Map<number, number>();

  constructor(singles: number) {
    this.singles = singles;
  }

  /** Sets are numbered below this. */
  get count(): number {
    return this.singles + this.sets.length;
  }

  /** Members of a set, rising. */
  members(set: number): readonly number[] {
    if (set < 0) return EMPTY;
    return set < this.singles ? [set] : this.sets[set - this.singles]!;
  }

  /** Whether a set has a member. */
  has(set: number, member: number): boolean {
    return set < this.singles ? set === member : this.members(set).includes(member);
  }

  /** How many members a set has. */
  size(set: number): number {
    return set < 0 ? 0 : set < this.singles ? 1 : this.sets[set - this.singles]!.length;
  }

  /** Sets of two or more, in order of their numbers: set `singles` + i has members[start[i]] to members[start[i + 1] - 1]. */
  lists(): { readonly start: Int32Array; readonly members: Int32Array } {
    const start = new Int32Array(this.sets.length + 1);
    this.sets.forEach(({ length }, i) => (start[i + 1] = start[i]! + length));
    return { start, members: Int32Array.from(this.sets.flat()) };
  }

  /** Sets in the order of their members, the empty one last. Units are numbered by code, so this is the order of codes. */
  compare(p: number, q: number): number {
    if (p === q) return 0;
    if (p < 0 || q < 0) return p < 0 ? 1 : -1;
    if (p < this.singles && q < this.singles) return p - q;
    const [first, second] = [this.members(p), this.members(q)];
    for (let i = 0; i < first.length && i < second.length; i++) {
      if (first[i] !== second[i]) return first[i]! - second[i]!;
    }
    return first.length - second.length;
  }

  /** The number of a set given by its members, rising. */
  number(members: readonly number[]): number {
    if (members.length === 0) return -1;
    if (members.length === 1) return members[0]!;
    const key = members.join(' ');
    let number = this.numberOf.get(key);
    if (number === undefined) {
      number = this.singles + this.sets.length;
      this.sets.push([...members]);
      this.numberOf.set(key, number);
    }
    return number;
  }

  /** The set with one member added if it was absent, removed if it was there. */
  toggled(set: number, member: number): number {
    if (set === -1) return member;
    if (set === member) return -1;
    const key = (set + 1) * this.singles + member;
    let number = this.toggles.get(key);
    if (number === undefined) {
      const members = this.members(set);
      const changed = members.includes(member)
        ? members.filter((other) => other !== member)
        : [...members, member].sort((a, b) => a - b);
      number = this.number(changed);
      this.toggles.set(key, number);
    }
    return number;
  }
}
