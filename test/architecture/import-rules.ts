/**
 * Which folder of src may import which, and why. docs/architecture.md prints the same tables; a test compares them.
 */
export interface ImportRule {
  /** A folder, or a file that lies beside the folders, without its ending. */
  readonly folder: string;
  /** Folders it may import from, apart from itself. */
  readonly may: readonly string[];
  readonly reason: string;
}

/** Folders of src, the lowest first. */
export const importRules: readonly ImportRule[] = [
  {
    folder: 'trouble',
    may: [],
    reason: 'errors and findings are spoken of everywhere, so they depend on nothing',
  },
  {
    folder: 'layer',
    may: ['trouble'],
    reason: 'what a layer is must not depend on the format it was read from or on what is measured with it',
  },
  {
    folder: 'read',
    may: ['layer', 'trouble'],
    reason: 'a reader turns bytes into layers and knows nothing of what is done with them',
  },
  {
    folder: 'kernel',
    may: [],
    reason:
      'it is compiled to WebAssembly apart from the rest and sees numbers in its own memory, no objects',
  },
  {
    folder: 'arrangement',
    may: ['layer', 'trouble'],
    reason: 'geometry is exact and knows nothing of files, tolerances for slivers, people or reports',
  },
  {
    folder: 'result',
    may: ['layer', 'trouble'],
    reason: 'the document is what measures fill and writers read, so it knows neither',
  },
  {
    folder: 'measures',
    may: ['arrangement', 'result', 'layer', 'trouble'],
    reason: 'a measure works on layers and their arrangement, never on files, so that any source can feed it',
  },
  {
    folder: 'rules',
    may: ['result', 'trouble'],
    reason: 'a rule reads the document only, so that a saved result is judged like a fresh one',
  },
  {
    folder: 'story',
    may: ['result', 'trouble'],
    reason:
      'what is said first is made from the finished document only, so that it cannot say another number',
  },
  {
    folder: 'report',
    may: ['story', 'result', 'trouble'],
    reason: 'a writer sees the document only, so that a saved result can be rendered again',
  },
  {
    folder: 'run',
    may: ['measures', 'rules', 'story', 'result', 'arrangement', 'read', 'layer', 'trouble'],
    reason:
      'a request becomes a result here, whoever made it; files come through the desk, which the caller lends',
  },
  {
    folder: 'source',
    may: ['result', 'trouble'],
    reason:
      'what is fetched becomes a file before anything reads it; only here is a network asked, and only when an address is given',
  },
  {
    folder: 'sql',
    may: ['trouble'],
    reason: 'a script is written from the words of a command alone: no file is read and no engine is called',
  },
  {
    folder: 'index',
    may: ['run', 'report', 'measures', 'story', 'result', 'arrangement', 'read', 'layer', 'trouble'],
    reason: 'the library names what may be used from outside; it runs in a browser page too',
  },
  {
    folder: 'page',
    may: ['index', 'report', 'result', 'read', 'layer'],
    reason: 'the page asks the library as anybody may; its engine touches no document, its desk no engine',
  },
  {
    folder: 'cli',
    may: [
      'page',
      'source',
      'sql',
      'run',
      'report',
      'rules',
      'measures',
      'story',
      'result',
      'arrangement',
      'read',
      'layer',
      'trouble',
    ],
    reason: 'only the rim touches files, threads and the terminal; nothing but `node` imports the rim',
  },
  {
    folder: 'node',
    may: ['cli', 'run'],
    reason: 'the library in Node borrows the files of the command line',
  },
];

/** The only ones that may use Node's own modules and globals. */
export const ON_NODE: readonly string[] = ['source', 'cli', 'node'];

const GROUND = ['crossing', 'columns', 'people', 'pairs', 'land'];

/** Folders of src/measures and files beside them: the ground, what several reports share, and the reports. */
export const floorRules: readonly ImportRule[] = [
  {
    folder: 'land',
    may: [],
    reason: 'layers on one sheet are land alone, before anything is paired or counted',
  },
  {
    folder: 'pairs',
    may: [],
    reason: 'pairs of units are the same whether shapes or lookups gave them, and whoever lives in them',
  },
  {
    folder: 'people',
    may: ['pairs'],
    reason: 'people are placed on faces and pairs that are there already',
  },
  {
    folder: 'columns',
    may: ['pairs'],
    reason: 'units and people are named and described alike in the tables of all reports',
  },
  {
    folder: 'crossing',
    may: ['columns', 'people', 'pairs', 'land'],
    reason: 'a crossing puts land, pairs and people together; all reports stand on it',
  },
  { folder: 'metrics', may: [], reason: 'a library of formulas over a matrix, which knows no layers' },
  {
    folder: 'alignment',
    may: ['metrics', ...GROUND],
    reason: 'how units of two layers are made up is asked by align, by comparisons and by suggest alike',
  },
  {
    folder: 'changes',
    may: ['alignment', 'metrics', ...GROUND],
    reason: 'before and after are compared the same way, whether a vintage or a proposal made the difference',
  },
  {
    folder: 'map',
    may: GROUND,
    reason: 'a crossing is drawn without knowing what is reported on it',
  },
  {
    folder: 'report',
    may: ['map', 'land'],
    reason: 'what a report is: it offers a map, and shapes of its rows, to whoever wants them',
  },
  {
    folder: 'report-of-crossing',
    may: ['report', 'map', ...GROUND],
    reason: 'reconciliation, sensitivity, findings and map are those of the crossing in every report',
  },
  { folder: 'overlap', may: ['report-of-crossing', 'report', ...GROUND], reason: 'a report of its own' },
  {
    folder: 'align',
    may: ['alignment', 'metrics', 'report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own; its metrics table lists the library of formulas',
  },
  { folder: 'coverage', may: ['report-of-crossing', 'report', ...GROUND], reason: 'a report of its own' },
  { folder: 'partners', may: GROUND, reason: 'a report of its own' },
  {
    folder: 'check',
    may: ['report', 'map', ...GROUND],
    reason: 'a report of its own; layers are drawn, but not crossed',
  },
  {
    folder: 'compare',
    may: ['changes', 'alignment', 'report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own',
  },
  {
    folder: 'scenario',
    may: ['changes', 'alignment', 'map', 'report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own; its map shows before and after, which no crossing holds',
  },
  {
    folder: 'suggest',
    may: ['scenario', 'alignment', 'report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own; the cheapest set of moves is handed on as a scenario',
  },
  {
    folder: 'what-if',
    may: ['scenario', 'changes', 'alignment', 'map', ...GROUND],
    reason: 'proposals made by hand, move by move: its figures are those of scenario, on fewer faces',
  },
  {
    folder: 'neighbourhoods',
    may: ['report', 'map', ...GROUND],
    reason: 'a report of its own; blocks are put together, nothing is crossed, and the map is drawn of them',
  },
  { folder: 'derive', may: ['report', ...GROUND], reason: 'a report of its own; blocks are not crossed' },
  {
    folder: 'differencing',
    may: ['report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own',
  },
  {
    folder: 'atoms',
    may: ['report-of-crossing', 'report', ...GROUND],
    reason: 'a report of its own: land handed out for people who are counted elsewhere',
  },
];
