/**
 * Long lists of texts that columns held: the next file often has the same list, which is then found without a search and is
 * the same array, so that whoever compares the two sees at once that they are one.
 */

/** Fewest texts of a list that is kept, and most lists. */
const [LONG, MOST] = [1000, 4];

export class ListsRead {
  private lists: (readonly string[])[] = [];

  /** The list that begins with a text, the latest first; an empty one where there is none. */
  beginningWith(text: string): readonly string[] {
    return this.lists.find((list) => list[0] === text) ?? [];
  }

  /** Keeps a list, which must not change afterwards. */
  add(list: readonly string[]): void {
    if (list.length < LONG) return;
    this.lists = [list, ...this.lists.filter((other) => other !== list)].slice(0, MOST);
  }
}
