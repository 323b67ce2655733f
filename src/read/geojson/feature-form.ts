/**
 * The form that features of a file share: what stands in one as it stands in the next, and where their own values stand.
 *
 *     {"type":"Feature","properties":{"OA11CD":"E00060255"},"geometry":{"type":"Polygon","coordinates":[…]}}
 *     └───────────── same ──────────────────┘└── value ──┘└────── same ───────┘└ kind ─┘└── same ──┘└─ ┘└┘
 *
 * Only plain features have one: each member once, in any order, properties that are single values, one geometry with
 * coordinates, nothing else, no end of line in between. All others are read token by token.
 */
import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isBlank,
  LINE_FEED,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './bytes.js';
import { ENDS_BARE } from './expected.js';
import { asciiText } from './number-text.js';

/** What stands at a place of its own: a value of the properties, the id, the type of the geometry, its coordinates. */
export type Slot =
  { readonly of: 'property'; readonly name: string } | { readonly of: 'id' | 'kind' | 'coordinates' };

/** Pieces that are the same in all, with a slot behind each but the last. */
export interface FeatureForm {
  readonly same: readonly Uint8Array[];
  readonly slots: readonly Slot[];
}

/** The form of the feature whose bracket is there; null where it has none, or does not end in these bytes. */
export function formOf(bytes: Uint8Array, at: number): FeatureForm | null {
  try {
    return new Looking(bytes, at).feature();
  } catch (error) {
    if (error === NO_FORM) return null;
    throw error;
  }
}

const NO_FORM = new Error('a feature that is read token by token');

/** Goes along a feature, noting where its slots are. */
class Looking {
  private readonly same: Uint8Array[] = [];
  private readonly slots: Slot[] = [];
  private sameFrom: number;

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {
    this.sameFrom = at;
  }

  feature(): FeatureForm {
    this.object({
      type: () => {
        if (this.text() !== 'Feature') throw NO_FORM;
      },
      id: () => this.slot({ of: 'id' }, () => this.single()),
      properties: () => this.object(null),
      geometry: () =>
        this.object({
          type: () => this.slot({ of: 'kind' }, () => this.text()),
          coordinates: () => this.slot({ of: 'coordinates' }, () => this.arrays()),
        }),
    });
    this.same.push(this.bytes.slice(this.sameFrom, this.at));
    const has = (of: Slot['of']): boolean => this.slots.some((slot) => slot.of === of);
    if (!has('kind') || !has('coordinates')) throw NO_FORM;
    return { same: this.same, slots: this.slots };
  }

  /** An object of members that are known; null for one of properties, whatever they are called. */
  private object(known: Readonly<Record<string, () => void>> | null): void {
    const names = new Set<string>();
    this.sign(OPEN_OBJECT);
    for (let isFirst = true; ; isFirst = false) {
      this.blanks();
      if (isFirst && this.bytes[this.at] === CLOSE_OBJECT) break;
      const name = this.text();
      if (names.has(name) || name === '__proto__') throw NO_FORM;
      names.add(name);
      this.blanks();
      this.sign(COLON);
      this.blanks();
      if (known === null) this.slot({ of: 'property', name }, () => this.single());
      else if (Object.hasOwn(known, name)) known[name]!();
      else throw NO_FORM;
      this.blanks();
      if (this.bytes[this.at] !== COMMA) break;
      this.at++;
    }
    this.sign(CLOSE_OBJECT);
  }

  private slot(slot: Slot, pass: () => void): void {
    this.same.push(this.bytes.slice(this.sameFrom, this.at));
    this.slots.push(slot);
    pass();
    this.sameFrom = this.at;
  }

  private sign(byte: number): void {
    if (this.bytes[this.at] !== byte) throw NO_FORM;
    this.at++;
  }

  private blanks(): void {
    for (; this.at < this.bytes.length && isBlank(this.bytes[this.at]!); this.at++)
      if (this.bytes[this.at] === LINE_FEED) throw NO_FORM;
  }

  /** A text without escapes, of ASCII signs. */
  private text(): string {
    this.sign(QUOTE);
    const from = this.at;
    this.at = this.bytes.indexOf(QUOTE, from);
    if (this.at < 0) throw NO_FORM;
    const text = asciiText(this.bytes, from, this.at++);
    if (!/^[ -~]*$/.test(text) || text.includes('\\')) throw NO_FORM;
    return text;
  }

  /** A text of any signs without escapes, a number, a literal. */
  private single(): void {
    const from = this.at;
    if (this.bytes[from] === QUOTE) this.at = this.bytes.indexOf(QUOTE, from + 1) + 1;
    else while (this.at < this.bytes.length && ENDS_BARE[this.bytes[this.at]!] === 0) this.at++;
    if (this.at <= from) throw NO_FORM;
  }

  /** From a bracket to the last one before another member or the end of the object; whoever reads it sees what it is. */
  private arrays(): void {
    const rest = this.bytes.subarray(this.at);
    const object = rest.indexOf(CLOSE_OBJECT);
    const inObject = rest.subarray(0, Math.max(object, 0));
    const name = inObject.indexOf(QUOTE);
    const end = (name < 0 ? inObject : inObject.subarray(0, name)).lastIndexOf(CLOSE_ARRAY);
    if (rest[0] !== OPEN_ARRAY || end < 0) throw NO_FORM;
    this.at += end + 1;
  }
}
