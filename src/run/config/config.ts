/**
 * What coterminous.yaml holds, once it is checked. schema/config.schema.json says what each key means.
 */
export interface Settings {
  readonly tolerance?: number | 'auto';
  readonly include_slivers?: boolean;
  readonly allow_truncated?: boolean;
  readonly allow_unmatched?: number;
  readonly include_outside?: boolean;
  readonly sensitivity?: boolean;
  readonly verify?: boolean;
  readonly disclosure?: string;
  /** Units by name or code, for the reports that can be narrowed to some. */
  readonly only?: string | readonly string[];
}

export interface LayerEntry {
  readonly file: string;
  readonly code?: string;
  readonly name?: string;
  readonly crs?: string;
  readonly keep?: readonly string[];
  readonly call?: string;
}

/** A layer that is made by regrouping another. */
export interface GroupEntry {
  readonly from: string;
  readonly lookup: string;
  readonly call?: string;
}

interface Titles {
  readonly title?: string;
  readonly subtitle?: string;
}

interface Common extends Settings, Titles {
  /** Titles of tables by their names. */
  readonly headings?: Readonly<Record<string, string>>;
  readonly outputs?: string | readonly string[];
  readonly table?: string;
  readonly people?: readonly string[];
  readonly rules?: readonly string[];
  readonly baseline?: string;
}

type Layers = { readonly layers: readonly string[] };

export type ReportEntry = Common &
  (
    | ({ readonly command: 'overlap' | 'suggest' } & Layers)
    | ({ readonly command: 'differencing'; readonly under?: number } & Layers)
    | ({
        readonly command: 'align';
        readonly bands?: true | readonly number[];
        readonly audit?: string;
        readonly least?: number;
        readonly neighbour?: string;
      } & Layers)
    | {
        readonly command: 'coverage';
        readonly neighbourhoods: string;
        readonly within: string;
        readonly also?: readonly string[];
        readonly bands?: readonly number[];
        readonly flags?: readonly number[];
        readonly near?: number;
        readonly services?: string;
        readonly times?: string;
      }
    | {
        readonly command: 'compare';
        readonly before: string;
        readonly after: string;
        readonly later?: readonly string[];
        readonly against?: readonly string[];
      }
    | {
        readonly command: 'partners';
        readonly place?: string;
        readonly places?: readonly string[];
        readonly all?: string;
        readonly gazetteers?: readonly string[];
        readonly layers?: readonly string[];
      }
    | ({
        readonly command: 'check';
        readonly allow_overlap?: readonly string[];
        readonly allowed_gaps?: string;
      } & Layers)
    | {
        readonly command: 'scenario';
        readonly files: readonly string[];
        readonly layer?: string;
        readonly against?: readonly string[];
        readonly pieces?: readonly string[];
        readonly chain?: boolean;
        readonly size_guide?: string;
      }
    | {
        readonly command: 'suggest neighbourhoods';
        readonly within: string;
        readonly size: string;
        readonly keep?: readonly string[];
        readonly number?: number;
        readonly compare_with?: readonly string[];
        readonly services?: string;
        readonly seed?: number;
        readonly effort?: number;
      }
  );

export interface Config extends Settings, Titles {
  readonly layers?: Readonly<Record<string, string | LayerEntry>>;
  readonly people?: Readonly<Record<string, string>>;
  readonly blocks?: string;
  readonly place?: 'area' | 'whole';
  readonly groups?: Readonly<Record<string, GroupEntry>>;
  readonly recode?: string;
  readonly grid?: string;
  readonly fill?: 'parity' | 'union';
  /** Another catalogue than the one on board, for ids such as `icb@2024`. */
  readonly catalogue?: string;
  readonly reports: Readonly<Record<string, ReportEntry>>;
  readonly outputs?: string | readonly string[];
  readonly rules?: readonly string[];
}

/** One text or a list of them, as a list. */
export const listOf = (given: string | readonly string[] | undefined): readonly string[] =>
  given === undefined ? [] : typeof given === 'string' ? [given] : given;
