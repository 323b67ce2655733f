/**
 * The story of a result: what its first screen says, as plain data.
 *
 *     finished result ──► story ──► page, DOCX, Markdown, picture, terminal
 *
 * It is made from the result document alone, after rounding and disclosure, so that no face can say a number that the
 * tables do not hold and a saved result opens with the same words as a fresh one.
 */

/** One unit of a layer of the result. */
export interface UnitRef {
  /** Id of the layer. */
  readonly layer: string;
  readonly code: string;
  /** As people say it: `Frimley`, not `NHS Frimley Integrated Care Board`. */
  readonly name: string;
}

/** One of the three figures under the headline: `12` `of 296` `councils are split between ICBs; 284 lie whole in one`. */
export interface StoryFigure {
  /** The number as it is printed, with its sign or unit: `0.7 %`, `387,102`; `withheld` under a disclosure rule. */
  readonly value: string;
  /** What stands small behind it (`of 296`, `pieces`); '' for nothing. */
  readonly beside: string;
  /** What it counts: goes on from the number, no full stop. */
  readonly text: string;
  /** What it is: the figure that the headline is about, one of the three parts of a cover, or any other. */
  readonly tone: 'headline' | 'plain' | 'one' | 'several' | 'none';
}

/** People in one, in several, in none: the three parts of a bar. */
export interface CoverBar {
  readonly one: number;
  readonly several: number;
  readonly none: number;
  /** The same in words, for who cannot see it. */
  readonly text: string;
}

/** A row of a ranked list. */
export interface RankedRow {
  readonly unit: UnitRef;
  /** What the list is ranked by; null where a figure is withheld. */
  readonly amount: number | null;
  /** The same as it is printed. */
  readonly figure: string;
  /** Part of the unit's whole, 0 to 1; null where there is none to draw. */
  readonly share: number | null;
  /** What a bar of it shows: people in none, or simply who is counted; people outside or in several where it is left out. */
  readonly tone?: 'none' | 'place';
  /** Second line: `47 % of its people, in Norfolk and Waveney`. */
  readonly detail: string;
  /** Partners it is shared with, the main one first; for links and lighting up. */
  readonly partners: readonly UnitRef[];
}

/** Units by rank, in groups; one group without a heading where there is nothing to tell apart. */
export interface RankedList {
  readonly kind: 'list';
  /** `People outside the main ICB`. */
  readonly heading: string;
  /** What the bar and the second line are shares of: `share of the council’s people`; '' for none. */
  readonly aside: string;
  readonly groups: readonly { readonly heading: string | null; readonly rows: readonly RankedRow[] }[];
  /** Table that holds all rows, for "All 296 …". */
  readonly table: string | null;
  /** What is said where there are no rows; '' otherwise. */
  readonly empty: string;
}

/** What became of a piece of land or a unit between two moments. */
export type MoveKind = 'moved' | 'merged whole' | 'split' | 'renamed' | 'new' | 'closed';

/** A piece that changed hands. Its number in the list is its number on the map. */
export interface Move {
  readonly number: number;
  readonly kind: MoveKind;
  readonly from: UnitRef | null;
  readonly to: UnitRef | null;
  readonly people: number | null;
  readonly hectares: number | null;
  /** People as they are printed, hectares where no people are known. */
  readonly figure: string;
  /** `3,297 ha; 12.5 % of the people of the one, 12.8 % of the other`. */
  readonly detail: string;
}

/** What moved, most people first; what did not is one sentence. */
export interface MoveList {
  readonly kind: 'moves';
  readonly heading: string;
  readonly moves: readonly Move[];
  /** What units that gained or lost a piece have kept. */
  readonly stays: readonly { readonly from: UnitRef; readonly to: UnitRef; readonly people: number }[];
  /** `34 ICBs are unchanged`; '' for none. */
  readonly unchanged: string;
  readonly table: string | null;
}

/** A cell of the matrix of proposals. */
export interface MatrixCell {
  readonly value: string;
  /** Second line; '' for none. */
  readonly detail: string;
  /** Against now; null in the column of now, and where nothing changed or it is not judged. */
  readonly change: {
    readonly arrow: '▲' | '▼';
    readonly text: string;
    readonly verdict: 'better' | 'worse' | null;
  } | null;
}

/** Proposals side by side, a row a question. */
export interface ProposalMatrix {
  readonly kind: 'matrix';
  /** Now, then each proposal by its own title. */
  readonly columns: readonly { readonly title: string; readonly subtitle: string }[];
  readonly rows: readonly {
    readonly question: string;
    readonly detail: string;
    readonly cells: readonly MatrixCell[];
  }[];
  /** One sentence on what is the same in all, and the rows it folds. */
  readonly same: {
    readonly text: string;
    readonly rows: readonly { readonly question: string; readonly value: string }[];
  } | null;
}

/** Who shares a place. */
export interface PlaceCard {
  readonly kind: 'place';
  readonly place: UnitRef;
  /** Partners in part first, then those that take in the whole place. */
  readonly groups: readonly {
    readonly heading: string;
    readonly rows: readonly {
      readonly unit: UnitRef;
      readonly extent: 'part' | 'whole';
      readonly figure: string;
      /** `14 % of Surrey; 9 % of this ICB`; of one that takes in the place what it is first. */
      readonly detail: string;
      /** What a bar beside it shows, 0 to 1: its part of the place, of one that takes in the place the place's part of it. */
      readonly share: number | null;
    }[];
  }[];
  /** Partners at one vintage of a layer beside those at the next, where they are not the same; none otherwise. */
  readonly vintages: readonly VintagesBeside[];
}

/** What a reorganisation changes for a place. */
export interface VintagesBeside {
  /** `ICBs, 2024 and 2026`. */
  readonly heading: string;
  /** `2024`, `2026`. */
  readonly moments: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    /** People of the place in it, as printed; `none` where it is no partner. */
    readonly before: string;
    readonly after: string;
    /** `new`, `no longer`, `as before`, `more`, `fewer`. */
    readonly standing: string;
  }[];
}

/** What was found in files, worst first. */
export interface FindingList {
  readonly kind: 'findings';
  readonly rows: readonly {
    readonly severity: 'error' | 'warning' | 'info';
    /** What was found, few words: `10 gaps, 315 ha together`. */
    readonly found: string;
    /** One sentence more; '' for none. */
    readonly detail: string;
    /** Title of the layer, and its id. */
    readonly file: string;
    readonly layer: string;
    /** What to do about it. */
    readonly todo: string;
    /** Where: unit and partner codes, and places to mark on the map. */
    readonly units: readonly UnitRef[];
    readonly places: readonly {
      readonly longitude: number;
      readonly latitude: number;
      readonly hectares: number | null;
    }[];
  }[];
  /** Verdict of each file: `Stop: no codes`, `Look: gaps`, `Usable`. */
  readonly files: readonly {
    readonly layer: string;
    readonly title: string;
    readonly verdict: string;
    readonly tone: 'error' | 'warning' | 'fine';
    readonly text: string;
  }[];
}

/** Sentences of several reports in one, each with where to read on. */
export interface ReportList {
  readonly kind: 'reports';
  readonly heading: string;
  readonly rows: readonly {
    readonly title: string;
    readonly headline: string;
    readonly detail: string;
    readonly table: string | null;
  }[];
}

/** One vintage in a course over time. */
export interface CoursePoint {
  /** People or hectares outside the main unit; null where withheld. */
  readonly amount: number | null;
  /** The same as it is printed. */
  readonly figure: string;
  /** `0.2 %`; '' where it is not known. */
  readonly share: string;
  /** How many are split: `5 of 296`. */
  readonly split: string;
}

/** A layer held against every vintage. */
export interface CourseOverTime {
  /** `Lower-tier councils`. */
  readonly title: string;
  /** In the order of the vintages. */
  readonly points: readonly CoursePoint[];
}

/** How an alignment went over three and more vintages, and who moved at each step. */
export interface TimelineAnswer {
  readonly kind: 'timeline';
  /** `People outside the main ICB`. */
  readonly heading: string;
  /** `2021`, `2022`: the vintages, earliest first. */
  readonly moments: readonly string[];
  /** None where nothing was held against them. */
  readonly courses: readonly CourseOverTime[];
  readonly stepHeading: string;
  readonly steps: readonly {
    /** `2021 to 2022`. */
    readonly label: string;
    /** Who moved, as it is printed. */
    readonly figure: string;
    /** `42 STPs become 42 ICBs: 4 enlarged, 4 reduced; most from … to …`. */
    readonly detail: string;
  }[];
}

export type Answer =
  RankedList | MoveList | ProposalMatrix | PlaceCard | FindingList | ReportList | TimelineAnswer;

/** A circle on the map: people of a unit who are with another partner than most, or a piece that moved. */
export interface StoryCircle {
  readonly unit: UnitRef;
  readonly partner: UnitRef | null;
  readonly amount: number | null;
  /** `54,726`; '' where no figure may be shown. */
  readonly figure: string;
  /** Number in the list of moves; null for ranked lists. */
  readonly number: number | null;
  /** Longitude and latitude, where its place is known by no codes: a gap. */
  readonly at?: readonly [number, number];
}

/** What the map shows. The map finds the place of a circle by its codes. */
export interface StoryMap {
  /** States the finding: `387,102 people outside the main ICB`. */
  readonly title: string;
  /** States the statistic: `Circles: residents of the parts …`. */
  readonly subtitle: string;
  /** Layer whose borders are drawn strongest; null for none. */
  readonly borders: string | null;
  /** Layer whose units are told about; null for none. */
  readonly subject: string | null;
  /** Unit that the map is fitted to; null for all that both layers cover. */
  readonly place: UnitRef | null;
  readonly circles: readonly StoryCircle[];
  /** What a circle counts, for the key: `People outside the main ICB`. */
  readonly counts: string;
}

export interface Story {
  /** Name of the report, small in the top line: `ICBs and councils in England`. */
  readonly title: string;
  /** The finding, one sentence, no full stop. */
  readonly headline: string;
  /** What is counted, of which year and vintage. */
  readonly subtitle: string;
  /** Exactly three. */
  readonly figures: readonly StoryFigure[];
  readonly bar: CoverBar | null;
  readonly answer: Answer | null;
  readonly map: StoryMap | null;
  /** Said once at the foot: vintages that differ, residents against patients. */
  readonly footnotes: readonly string[];
  /** People whom the finding is about, to tell which of several reports says the worst; null or left out: not known. */
  readonly concerned?: number | null;
}
