/**
 * How far things lie from what a law says they are.
 */
export interface Deviation {
  /** Things compared. */
  readonly compared: number;
  /** The largest deviation, and how much of it rounding explains there. */
  readonly largest: number;
  readonly allowed: number;
  /** What has the largest, by number; -1 where nothing was compared. */
  readonly where: number;
}

/** Keeps the deviation that leaves least of what is allowed. */
export class LargestDeviation {
  private compared = 0;
  private found = { largest: 0, allowed: 0, where: -1 };

  add(where: number, deviation: number, allowed: number): void {
    this.compared++;
    const size = Math.abs(deviation);
    const { largest, allowed: before } = this.found;
    if (this.found.where < 0 || size * before > largest * allowed || (before === 0 && size > largest))
      this.found = { largest: size, allowed, where };
  }

  get(): Deviation {
    return { compared: this.compared, ...this.found };
  }
}
