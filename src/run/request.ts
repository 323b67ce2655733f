/**
 * What is asked of a run, as plain data: what the command line, a config file, the library and a page all make.
 *
 * `schema/request.schema.json` says the same for machines; `checkRequest` holds a request against it. Paths are as
 * `Files` takes them. What is left out is as on the command line: no people, tolerance `auto`, no rules.
 */

/** A boundary file; `inner` names a layer of a GeoPackage, an object of a TopoJSON, a member of an archive. */
export interface FileSource {
  /** Id of the layer in tables; without it the kind recognised from the fields. */
  readonly id?: string;
  /** `-` is standard input. */
  readonly path: string;
  readonly inner?: string;
  /** True where its features are exported faces: several units may hold one, parted by semicolons, or none. */
  readonly faces?: boolean;
}

/** A lookup: which blocks (column `member`) are in which units (column `group`), with weights where in several. */
export interface LookupSource extends FileSource {
  readonly member: string;
  readonly group: string;
  readonly weight?: string;
}

/** The embedded figures for England: `icb`, `ltla`, `utla`, `cauth`, `region`, `pfa`, `fra`. */
export interface EnglandSource {
  readonly id?: string;
  readonly england: string;
  readonly year?: string;
}

export type LayerSource = FileSource | LookupSource | EnglandSource;

/** A table: a file, and a sheet, inner layer or archive member of it. */
export interface TableSource {
  readonly path: string;
  readonly inner?: string;
}

/** A table whose columns of members and groups are told from their codes where they are not named. */
export interface LookupTableSource extends TableSource {
  readonly member?: string;
  readonly group?: string;
}

/** A table of people, blocks or services, and the column that counts. */
export interface CountsSource extends TableSource {
  /** Name of the measure; `people` if not given. */
  readonly name?: string;
  readonly column?: string;
}

/** A layer made by regrouping another; it takes its place. */
export interface GroupSource {
  readonly id: string;
  /** Id of the layer that is regrouped. */
  readonly from: string;
  readonly lookup: LookupTableSource;
}

/** Counts of 1 to `under` − 1 are suppressed, others rounded to a multiple of `round`. */
export interface DisclosureRule {
  readonly under: number;
  readonly round: number;
}

/** What any report may be told. */
export interface CommonWishes {
  readonly people?: readonly CountsSource[];
  /** Where the codes of people are: polygons or points. */
  readonly blocks?: CountsSource;
  /** Whether polygon blocks that borders cut are shared by area (if not given), or go whole to the unit with most of each. */
  readonly placing?: 'area' | 'whole';
  /** Per cent of people or of blocks that may be without a partner; 1 if not given. */
  readonly allowUnmatched?: number;
  /** Metres, or `auto`. */
  readonly tolerance?: number | 'auto';
  readonly includeSlivers?: boolean;
  readonly includeOutside?: boolean;
  readonly sensitivity?: boolean;
  /** Whether the laws of the run are looked at again by other means: planarity, areas, points, sums. */
  readonly verify?: boolean;
  /** By id of a layer: the field of its codes, of its names, its coordinate system, further fields to carry. */
  readonly code?: Readonly<Record<string, string>>;
  readonly name?: Readonly<Record<string, string>>;
  readonly crs?: Readonly<Record<string, string>>;
  readonly keep?: Readonly<Record<string, readonly string[]>>;
  /** By id of a layer, what one of its units and several are called: `ward|wards`, or only `ward`. */
  readonly call?: Readonly<Record<string, string>>;
  /** Where polygons of one feature overlap: they cancel, or are one. */
  readonly fill?: 'parity' | 'union';
  /** Path of an NTv2 grid of shifts for British National Grid. */
  readonly grid?: string;
  readonly groups?: readonly GroupSource[];
  /** Changes of codes for groups: old_code, new_code. */
  readonly recode?: TableSource;
  /** Land that all layers are cut to. */
  readonly clip?: TableSource;
  readonly disclosure?: DisclosureRule;
  /** The title of the report and a line under it, where they are not made from the layers. */
  readonly title?: string;
  readonly subtitle?: string;
  /** Titles of tables by their names. */
  readonly headings?: Readonly<Record<string, string>>;
  /** Rules that the result is judged by, as text: `shared_units max 12`. */
  readonly rules?: readonly string[];
  /** Path of a result that was accepted: what is new or fixed since. */
  readonly baseline?: string;
  /** Whether files that a server cut at its limit are taken as they are; it is said in the result. */
  readonly allowTruncated?: boolean;
  /** Whether the result carries a map of its layers, for formats that draw one. */
  readonly map?: boolean;
  /** Whether its map holds every layer, also one of more borders than a page of the usual size can hold. */
  readonly fullMap?: boolean;
  /** Whether the result of overlap or compare carries the shapes of its rows; those of other reports are always there. */
  readonly shapes?: boolean;
  /** Path of the config file this was made from, to be told among the inputs. */
  readonly config?: string;
}

/** What a report that can be narrowed to some units may be told. */
export interface OnlyWish {
  /** Units by name or code, `LAYER=NAME` where layers share a name: rows, totals and map are of these alone. */
  readonly only?: readonly string[];
}

export interface OverlapRequest extends CommonWishes, OnlyWish {
  readonly command: 'overlap';
  readonly layers: readonly LayerSource[];
  /** Patients by practice and small area, crossed with where they live. */
  readonly registrations?: {
    readonly patients: TableSource;
    readonly practices: TableSource;
    /** What patients are registered with. */
    readonly by?: 'icb' | 'pcn';
  };
}

export interface AlignRequest extends CommonWishes, OnlyWish {
  readonly command: 'align';
  /** The units of the second are split between those of the first; of more, every two are aligned. */
  readonly layers: readonly LayerSource[];
  /** Rising edges in per cent of the bands of `outside_band`. */
  readonly bands?: readonly number[];
  /** A best-fit lookup to hold against the layers. */
  readonly audit?: LookupTableSource;
  /** Per cent below which a best fit is weak. */
  readonly least?: number;
  /** The country next door. */
  readonly neighbour?: LayerSource;
  readonly metrics?: 'headline' | 'all';
}

export interface CoverageRequest extends CommonWishes, OnlyWish {
  readonly command: 'coverage';
  readonly neighbourhoods: LayerSource;
  readonly within: LayerSource;
  readonly also?: readonly LayerSource[];
  /** Ends of the size bands. */
  readonly bands?: readonly number[];
  /** Sizes to flag against. */
  readonly flags?: readonly number[];
  /** Per cent in common from which two units are nearly the same. */
  readonly near?: number;
  readonly services?: CountsSource;
  /** Minutes by block and service. */
  readonly times?: TableSource;
}

export interface PartnersRequest extends CommonWishes {
  readonly command: 'partners';
  /** A name, a GSS code or an ODS code; with `gazetteers` also a postcode, a small area, a ward or a town. */
  readonly place?: string;
  /** Further places. */
  readonly places?: readonly string[];
  /** A layer, by id or by a word for its kind, of which every unit is a place. */
  readonly all?: string;
  /** Tables in which places that are no units stand beside the codes of areas: postcode files, lookups. */
  readonly gazetteers?: readonly TableSource[];
  /** Without layers: England, as figures. */
  readonly layers?: readonly LayerSource[];
}

export interface CheckRequest extends CommonWishes, OnlyWish {
  readonly command: 'check';
  readonly layers: readonly LayerSource[];
  /** Ids of layers whose units may overlap. */
  readonly allowOverlap?: readonly string[];
  /** Land that is known to be no unit’s. */
  readonly allowedGaps?: TableSource;
}

export interface CompareRequest extends CommonWishes, OnlyWish {
  readonly command: 'compare';
  readonly before: LayerSource;
  readonly after: LayerSource;
  /** Still later vintages, in order: with any, the report is a timeline. */
  readonly later?: readonly LayerSource[];
  readonly against?: readonly LayerSource[];
}

/** A scenario file: YAML, a table of operations, or a lookup with its two columns. */
export interface ScenarioSource extends LookupTableSource {
  /** Name of a scenario given as a lookup. */
  readonly id?: string;
  readonly weight?: string;
}

export interface ScenarioRequest extends CommonWishes {
  readonly command: 'scenario';
  readonly scenarios: readonly ScenarioSource[];
  /** The layer that changes, where the scenarios do not say. */
  readonly layer?: LayerSource;
  readonly against?: readonly LayerSource[];
  readonly pieces?: readonly LayerSource[];
  /** Whether each scenario goes on from the one before. */
  readonly chain?: boolean;
  /** People that a unit should have at least and at most. */
  readonly sizeGuide?: { readonly least?: number; readonly most?: number };
  /** Documents to hand on with the result: the new layer as GeoJSON, the scenario that takes the last one back. */
  readonly documents?: readonly ('layer' | 'inverse')[];
}

export interface SuggestRequest extends CommonWishes {
  readonly command: 'suggest';
  /** The layer that may change, and the one whose units should each lie in one of its units. */
  readonly layers: readonly LayerSource[];
  readonly test?: 'P1' | 'P2';
  readonly by?: 'part' | 'block';
  /** Codes of units of either layer that must not change. */
  readonly never?: readonly string[];
  /** People that no unit may be left with fewer of. */
  readonly leastSize?: number;
  /** At most so many units of the first layer may change. */
  readonly mostChanged?: number;
  /** Sums of one layer to share over the other by people. */
  readonly apportion?: readonly (TableSource & {
    readonly name: string;
    readonly code: string;
    readonly amount: string;
  })[];
  /** Documents to hand on with the result: the cheapest moves as a scenario. */
  readonly documents?: readonly 'scenario'[];
}

/** Neighbourhoods built from blocks; `blocks` and `people` are needed. */
export interface NeighbourhoodsRequest extends CommonWishes {
  readonly command: 'suggest neighbourhoods';
  /** The layer inside whose units they are built, … */
  readonly within: LayerSource;
  /** … and of it only these units, by code or name. */
  readonly only?: readonly string[];
  /** People that a neighbourhood should have at least and at most. */
  readonly size: { readonly least: number; readonly most: number };
  /** Neighbourhoods in each unit; as many as are best if not given. */
  readonly number?: number;
  /** Layers whose units should stay whole. */
  readonly keepWhole?: readonly LayerSource[];
  /** Neighbourhoods that are drawn already, to compare with. */
  readonly compareWith?: readonly LayerSource[];
  readonly services?: CountsSource;
  /** A whole number from which random numbers start; 1 if not given. */
  readonly seed?: number;
  /** Steps of the search in each unit; 30,000 if not given. */
  readonly effort?: number;
  /** Documents to hand on with the result: the lookup of blocks and neighbourhoods as CSV. */
  readonly documents?: readonly 'lookup'[];
}

export interface DeriveRequest extends CommonWishes {
  readonly command: 'derive';
  readonly kind: 'pcn' | 'footprint';
  /** Patients by block and unit (name all three columns or none), or by block and practice. */
  readonly patients: TableSource & {
    readonly member?: string;
    readonly group?: string;
    readonly weight?: string;
  };
  readonly practices?: TableSource;
  /** Only blocks in this layer, … */
  readonly within?: LayerSource;
  /** … and of it only these units, by code or name. */
  readonly only?: readonly string[];
  /** Codes that stand for no network. */
  readonly unallocated?: readonly string[];
  /** True where patients in no network cannot win a block. */
  readonly allocatedOnly?: boolean;
}

/** `placing` is `whole` if not given. */
export interface DifferencingRequest extends CommonWishes {
  readonly command: 'differencing';
  /** Two or more layers for which counts are published. */
  readonly layers: readonly LayerSource[];
  /** Groups of fewer people than this are told; if not given, those that the disclosure rule suppresses. */
  readonly under?: number;
}

/** The faces of layers, for an engine that holds the people. */
export interface AtomsRequest extends CommonWishes {
  readonly command: 'atoms';
  /** Two or more layers with shapes. */
  readonly layers: readonly LayerSource[];
}

/** A saved result, rendered or judged again. */
export interface RenderRequest {
  readonly command: 'render';
  readonly path: string;
  readonly rules?: readonly string[];
  readonly baseline?: string;
}

/** A report that reads boundaries and people. */
export type ReportRequest =
  | OverlapRequest
  | AlignRequest
  | CoverageRequest
  | PartnersRequest
  | CheckRequest
  | CompareRequest
  | ScenarioRequest
  | SuggestRequest
  | NeighbourhoodsRequest
  | DeriveRequest
  | DifferencingRequest
  | AtomsRequest;

/** Several reports as one. */
export interface ReportsRequest {
  readonly command: 'report';
  readonly reports: readonly { readonly name: string; readonly request: ReportRequest }[];
  /** The title of all of them together, and a line under it. */
  readonly title?: string;
  readonly subtitle?: string;
  /** Rules of all reports that have the quantity. */
  readonly rules?: readonly string[];
  readonly config?: string;
}

export type Request = ReportRequest | RenderRequest | ReportsRequest;
