/**
 * Which arrays and objects are open: a byte each, outermost first, so that depth costs no stack.
 */

/** Levels of arrays and objects that can be open at once. */
const DEEPEST = 1 << 24;

/** The open arrays and objects of a file. */
export class Nesting {
  /** How many are open. */
  depth = 0;
  /** 1 for an object, 0 for an array. */
  private kinds = new Uint8Array(256);

  /** Whether the innermost is an object. */
  inObject(): boolean {
    return this.kinds[this.depth - 1] === 1;
  }

  /** Opens one; false where there is no room for more. */
  enter(isObject: boolean): boolean {
    if (this.depth === this.kinds.length) {
      if (this.depth >= DEEPEST) return false;
      const larger = new Uint8Array(2 * this.depth);
      larger.set(this.kinds);
      this.kinds = larger;
    }
    this.kinds[this.depth++] = isObject ? 1 : 0;
    return true;
  }
}
