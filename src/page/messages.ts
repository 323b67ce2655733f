/**
 * What the page and its engine say to one another. The page asks with an id of its own; every answer carries it. Types
 * only, and plain data: all of it is copied from one thread to the other.
 *
 *     page                                     engine, in a worker
 *     { id: 3, call: 'run', request }   ──►
 *                                       ◄──    { id: 3, says: 'progress', stage: 'laying out borders', share: null }
 *                                       ◄──    { id: 3, says: 'done', value }      or      { id: 3, says: 'refused', … }
 */
import type { FileChange, InputTrouble, ReportRequest, Request, Result, TakenFile } from '../index.js';

/** A file handed over: its name without folders, and its bytes, which are the engine's from then on. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** What the page may ask, and what it gets when that is done. */
export interface Calls {
  /** Takes files in; one of a name that is there already takes its place. Gives all names. */
  readonly add: {
    readonly asked: { readonly files: readonly HandedFile[] };
    readonly gives: readonly string[];
  };
  /** Takes in the files of the region that comes with the page. Gives all names. */
  readonly start: { readonly asked: { readonly from: 'region' }; readonly gives: readonly string[] };
  /** Forgets files. Gives the names that are left. */
  readonly remove: {
    readonly asked: { readonly names: readonly string[] };
    readonly gives: readonly string[];
  };
  /** What each file was taken for, by itself and by what was set about it, by its name; with England, its figures too. */
  readonly taken: {
    readonly asked: {
      readonly changes: Readonly<Record<string, FileChange>>;
      readonly england: boolean;
    };
    readonly gives: readonly TakenFile[];
  };
  /** Carries a request out. */
  readonly run: { readonly asked: { readonly request: Request }; readonly gives: Answer };
  /** The command line that makes the same request, writing to `outputs`, quoted for a shell. */
  readonly 'command-line': {
    readonly asked: { readonly request: ReportRequest; readonly outputs: readonly string[] };
    readonly gives: string;
  };
  /** An answer as a file. */
  readonly write: { readonly asked: WriteWish; readonly gives: WrittenFile };
}

export type CallName = keyof Calls;

/** A question as it crosses over. */
export type Ask = {
  [Name in CallName]: { readonly id: number; readonly call: Name } & Calls[Name]['asked'];
}[CallName];

/** What comes back for a question; `refused` and `done` are its last. */
export type Said =
  | { readonly id: number; readonly says: 'progress'; readonly stage: string; readonly share: number | null }
  | { readonly id: number; readonly says: 'done'; readonly value: unknown }
  | { readonly id: number; readonly says: 'refused'; readonly trouble: InputTrouble }
  /** A fault of ours: the message and where it happened. */
  | { readonly id: number; readonly says: 'failed'; readonly fault: string };

export interface WriteWish {
  /** The number of an answer that was given. */
  readonly answer: number;
  /** As the library takes it: `csv`, `xlsx`, `json`, … */
  readonly format: string;
  /** Name of the table, for formats that hold one. */
  readonly table?: string;
}

export interface WrittenFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a run gives: enough to show; the result itself stays with the engine. */
export interface Answer {
  /** Its number, by which files of it are asked for. */
  readonly answer: number;
  readonly command: string;
  /** The report page, whole. */
  readonly html: string;
  readonly headline: string;
  /** The tolerance used for every two layers, and how many overlaps would be real at others; empty where none is used. */
  readonly tolerances: Result['tolerances'];
  readonly sensitivity: Result['sensitivity'];
  /** Whether there are shapes to take away. */
  readonly hasShapes: boolean;
  readonly hasMap: boolean;
  readonly tables: readonly { readonly name: string; readonly title: string; readonly rows: number }[];
}
