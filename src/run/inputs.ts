/**
 * The desk of inputs: every file of a run, whatever its role, comes through here.
 *
 *     open(path, role)   opens once; whoever asks again gets the same bytes
 *     record(…)          notes it in the ledger that becomes the result's `inputs`
 *     protect(paths)     names what will be written: none of it can be opened, so no input is ever written over
 *     expect(paths)      says what will be read: refused before anything is, and kept while it is still wanted
 *
 * Several reports over the same files share what was opened; each has a ledger of its own.
 */
import { InputError } from '../trouble/input-error.js';
import { originOf } from '../result/provenance.js';
import type { ReadInput } from '../result/record-input.js';
import { ListsRead } from '../read/table/lists-read.js';
import type { ReadingRecord } from '../trouble/reading-record.js';
import { shownPath, STANDARD_INPUT, type Files } from './files.js';
import { Input, type Seal } from './input.js';
import { compareRoles, recordedRole, ROLE_WORDS, type InputRole } from './input-role.js';

/** What is read for its shapes. */
const OF_SHAPES: readonly InputRole[] = ['layer', 'blocks', 'clip'];

/** A path with what it is read for. */
export interface ExpectedInput {
  readonly path: string;
  readonly role: InputRole;
}

/** A line of the ledger; the id of a layer is known only once all layers are read, and so is how it was read. */
export interface LedgerLine {
  id: string;
  reading?: ReadingRecord | undefined;
  readonly role: InputRole;
  readonly file: string;
  readonly format: string;
  readonly seal: Seal;
}

/** What the reports of one run have in common. */
interface Shared {
  readonly opened: Map<string, Input>;
  /** What was made of a file, by path, inner layer and form. */
  readonly readings: Map<string, Promise<object>>;
  /** By identity, the name under which it will be written. */
  readonly written: Map<string, string>;
  /** What standard input is expected as. */
  readonly standardInputIs: InputRole[];
  /** By identity, how often it is still to be read. */
  readonly wanted: Map<string, number>;
  readonly made: Map<string, unknown>;
  readonly madeOf: WeakMap<object, Map<string, unknown>>;
  readonly lists: ListsRead;
}

export class Inputs {
  private readonly ledger: LedgerLine[] = [];

  constructor(
    readonly files: Files,
    private readonly shared: Shared = {
      opened: new Map(),
      readings: new Map(),
      written: new Map(),
      standardInputIs: [],
      wanted: new Map(),
      made: new Map(),
      madeOf: new WeakMap(),
      lists: new ListsRead(),
    },
    /** Whether files that a server cut at its limit are taken as they are. */
    readonly allowTruncated = false,
  ) {}

  /** The same desk with a ledger of its own, for one of several reports. */
  forReport(allowTruncated = false): Inputs {
    return new Inputs(this.files, this.shared, allowTruncated);
  }

  /** Long lists of texts that tables had. */
  get lists(): ListsRead {
    return this.shared.lists;
  }

  /** Whether a path names something that is there. */
  readonly exists = (path: string): boolean => this.files.exists(path);

  /** Names files that will be written; from now on none of them can be opened. */
  protect(paths: readonly string[]): void {
    for (const path of paths) this.shared.written.set(this.files.identity(path), path);
  }

  /** Says what will be read. Throws InputError where it would be written over, before anything is read. */
  expect(inputs: readonly ExpectedInput[]): void {
    this.refuseWriting(inputs);
    for (const { path, role } of inputs) {
      const identity = this.identityOf(path);
      if (path === STANDARD_INPUT) this.refuseStandardInputTwice(role);
      this.shared.wanted.set(identity, (this.shared.wanted.get(identity) ?? 0) + 1);
    }
    // Beside maps alone a large table of people goes by in pieces.
    if (inputs.some(({ role }) => role === 'lookup'))
      this.files.unpackAhead?.(inputs.map(({ path }) => path));
    // What is kept from an earlier run is not read again.
    if (this.files.cache === undefined)
      this.files.readAhead?.(inputs.filter(({ role }) => OF_SHAPES.includes(role)).map(({ path }) => path));
  }

  /** Says that files will be read again and again: what was made of them is kept as long as the desk. */
  keep(paths: readonly string[]): void {
    for (const path of paths) this.shared.wanted.set(this.identityOf(path), Infinity);
  }

  /** Throws InputError where one of the inputs would be written over. */
  refuseWriting(inputs: readonly ExpectedInput[]): void {
    for (const { path, role } of inputs) this.refuseWritten(this.identityOf(path), role);
  }

  /** The file behind a path. Throws InputError where it is missing, cannot be read, or would be written over. */
  open(path: string, role: InputRole): Input {
    const identity = this.identityOf(path);
    this.refuseWritten(identity, role);
    let input = this.shared.opened.get(identity);
    if (input === undefined) {
      input = new Input(path, this.files);
      this.shared.opened.set(identity, input);
    }
    return input;
  }

  /** A reading made once while it is still wanted: of the same file in the same form. */
  async reading<T extends object>(path: string, form: string, make: () => Promise<T>): Promise<T> {
    const identity = this.identityOf(path);
    const key = `${identity}\u0000${form}`;
    const again = this.countDown(identity);
    const before = this.shared.readings.get(key) as Promise<T> | undefined;
    const found = before ?? make();
    if (again > 0) {
      this.shared.readings.set(key, found);
      return found;
    }
    const reading = await found;
    this.letGo(identity);
    return reading;
  }

  /** The same of a reading that may be had without the file; where it may not, the file is still to be read. */
  async readingFound<T extends object>(path: string, form: string, find: () => T | null): Promise<T | null> {
    const identity = this.identityOf(path);
    const key = `${identity}\u0000${form}`;
    const before = this.shared.readings.get(key) as Promise<T> | undefined;
    const found = before === undefined ? find() : await before;
    if (found === null) return null;
    if (this.countDown(identity) > 0) this.shared.readings.set(key, Promise.resolve(found));
    else this.letGo(identity);
    return found;
  }

  /** Whether a file will be read again after the reading at hand. */
  isWantedAgain(path: string): boolean {
    return (this.shared.wanted.get(this.identityOf(path)) ?? 0) > 0;
  }

  /** Says that a file was read in a way of one's own, as was expected. */
  done(path: string): void {
    const identity = this.identityOf(path);
    if (this.countDown(identity) === 0) this.letGo(identity);
  }

  /** One reading of a file is made; gives how many are still expected. */
  private countDown(identity: string): number {
    const again = Math.max(0, (this.shared.wanted.get(identity) ?? 1) - 1);
    this.shared.wanted.set(identity, again);
    return again;
  }

  private letGo(identity: string): void {
    for (const key of this.shared.readings.keys())
      if (key.startsWith(`${identity}\u0000`)) this.shared.readings.delete(key);
    this.shared.opened.get(identity)?.release();
  }

  /** Something made once for all reports, by a key that says all it depends on. */
  once<T>(key: string, make: () => T): T {
    if (!this.shared.made.has(key)) this.shared.made.set(key, make());
    return this.shared.made.get(key) as T;
  }

  /** Something made once of one thing (a layer), by a key that says all else it depends on. */
  onceOf<T>(thing: object, key: string, make: () => T): T {
    let made = this.shared.madeOf.get(thing);
    if (made === undefined) this.shared.madeOf.set(thing, (made = new Map()));
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  }

  /** Notes a file in the ledger. */
  record(line: LedgerLine): LedgerLine {
    this.ledger.push(line);
    return line;
  }

  /** The records of everything noted so far: by role in a fixed order, within a role as noted. */
  records(): ReadInput[] {
    return [...this.ledger]
      .sort((p, q) => compareRoles(p.role, q.role))
      .map(({ id, role, file, format, seal, reading }) => ({
        id,
        role: recordedRole(role),
        file,
        format,
        bytes: seal.bytes,
        sha256: seal.sha256,
        reading: reading ?? null,
        ...(seal.provenance === undefined ? {} : { origin: originOf(seal.provenance) }),
      }));
  }

  /** Standard input goes by once; the reports of a config file all name that one. */
  private refuseStandardInputTwice(role: InputRole): void {
    const { standardInputIs } = this.shared;
    if (standardInputIs.length > 0 && [...standardInputIs, role].some((each) => each !== 'config'))
      throw standardInputTwice();
    standardInputIs.push(role);
  }

  private identityOf(path: string): string {
    return path === STANDARD_INPUT ? STANDARD_INPUT : this.files.identity(path);
  }

  private refuseWritten(identity: string, role: InputRole): void {
    const written = this.shared.written.get(identity);
    if (written === undefined) return;
    throw new InputError({
      id: 'output-is-an-input',
      file: shownPath(written),
      message: `it is read by this run and would be written over (${ROLE_WORDS[role]})`,
      hint:
        role === 'baseline'
          ? 'Name another file with -o; --update-baseline writes this run’s result over the baseline'
          : 'Name another file with -o',
    });
  }
}

const standardInputTwice = (): InputError =>
  new InputError({
    id: 'stdin-twice',
    message: "standard input ('-') is given for more than one input",
    hint: 'Give one of them as a file',
  });
