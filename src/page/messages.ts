/**
 * What the page and its engine say to one another. The page asks with an id of its own; every answer carries it. Types
 * only, and plain data: all of it is copied from one thread to the other.
 *
 *     page                                     engine, in a worker
 *     { id: 3, call: 'run', request }   ──►
 *                                       ◄──    { id: 3, says: 'progress', stage: 'laying out borders', share: null }
 *                                       ◄──    { id: 3, says: 'done', value }      or      { id: 3, says: 'refused', … }
 */
import type {
  ChoiceFacts,
  ChosenPiece,
  DrawRequest,
  FileChange,
  InputTrouble,
  ReportRequest,
  Request,
  Result,
  TakenFile,
  WhatIfRequest,
  WorkLayout,
  WorkTarget,
  WorkView,
} from '../index.js';

/** A file handed over: its name, with the folder that sets it apart from another where there is one, and its bytes, which are the engine's from then on. */
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
  /** Takes in files of the region that comes with the page: what each is called, and which it is. Gives all names. */
  readonly start: {
    readonly asked: { readonly from: 'region'; readonly names: Readonly<Record<string, string>> };
    readonly gives: readonly string[];
  };
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
  /** Carries a request out; `beside` are files that it reads beside those that were handed over. */
  readonly run: {
    readonly asked: { readonly request: Request; readonly beside?: readonly WrittenFile[] };
    readonly gives: Answer;
  };
  /** The request of a config file, with all its reports. */
  readonly config: { readonly asked: { readonly path: string }; readonly gives: Request };
  /** The command line that gives an answer as a file, quoted for a shell. */
  readonly 'command-line': { readonly asked: WriteWish; readonly gives: string };
  /** An answer as a file. */
  readonly write: { readonly asked: WriteWish; readonly gives: WrittenFile };
  /** Lays out the workbench on which proposals are made by hand, in place of one before. Gives what does not change. */
  readonly 'open-what-if': {
    readonly asked: { readonly wanted: WorkbenchWanted };
    readonly gives: WorkLayout;
  };
  /** Does something on the workbench. Gives the proposal as it stands then. */
  readonly 'what-if': { readonly asked: { readonly step: WorkStep }; readonly gives: WorkView };
  /** What is known of a choice. */
  readonly 'what-if-facts': {
    readonly asked: { readonly proposal: number; readonly chosen: readonly ChosenPiece[] };
    readonly gives: ChoiceFacts;
  };
  /** The proposal as the file that is saved. */
  readonly 'what-if-file': {
    readonly asked: { readonly proposal: number };
    readonly gives: WrittenFile;
  };
  /** The whole report of a proposal, of the file that it is saved as. */
  readonly 'what-if-report': {
    readonly asked: { readonly proposal: number };
    readonly gives: ProposalReport;
  };
}

/** The report of a proposal, with what it takes to have it again: the request, and the file that it reads. */
export interface ProposalReport {
  readonly answer: Answer;
  readonly request: ReportRequest;
  readonly file: WrittenFile;
}

/** Moves between the units of a layer, or neighbourhoods drawn from nothing. */
export type WorkbenchWanted =
  | { readonly kind: 'moves'; readonly request: WhatIfRequest }
  | { readonly kind: 'drawing'; readonly request: DrawRequest };

/** What is done on a workbench. */
export type WorkStep =
  /** Begins a proposal, from the start or as another one stands. */
  | { readonly do: 'propose'; readonly name: string; readonly as: number | null }
  | { readonly do: 'load'; readonly name: string; readonly bytes: ArrayBuffer }
  | { readonly do: 'view' | 'undo' | 'redo'; readonly proposal: number }
  | { readonly do: 'rename'; readonly proposal: number; readonly title: string }
  | {
      readonly do: 'give';
      readonly proposal: number;
      readonly chosen: readonly ChosenPiece[];
      readonly to: WorkTarget;
    };

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
  | { readonly id: number; readonly says: 'failed'; readonly fault: string }
  /** The engine cannot go on: it has no more memory, or could not begin. All that was asked of it is lost. */
  | {
      readonly id: number;
      readonly says: 'stopped';
      readonly reason: 'memory' | 'fault';
      readonly fault: string;
    };

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
