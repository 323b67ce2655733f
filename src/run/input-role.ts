/**
 * What a file is read for: a closed list, in the order in which results list their inputs.
 */

/** What each role is called in messages. */
export const ROLE_WORDS = {
  registrations: 'as registrations',
  patients: 'as patients',
  practices: 'as the map of practices',
  layer: 'as a layer',
  lookup: 'as a lookup',
  atoms: 'as a table of atoms',
  sidecar: 'as part of a layer',
  group: 'as the lookup of a group',
  recode: 'as changes of codes',
  blocks: 'as blocks',
  people: 'as people',
  clip: 'as land to cut to',
  allowed_gaps: 'as allowed gaps',
  audit: 'as a lookup to audit',
  services: 'as services',
  times: 'as travel times',
  places: 'as a table of places',
  scenario: 'as a scenario',
  amounts: 'as amounts',
  grid: 'as a grid of shifts',
  baseline: 'as the baseline',
  result: 'as a saved result',
  config: 'as the config file',
} as const;

export type InputRole = keyof typeof ROLE_WORDS;

const ORDER = Object.keys(ROLE_WORDS) as readonly InputRole[];

/** Compares two roles by the order in which results list them. */
export const compareRoles = (p: InputRole, q: InputRole): number => ORDER.indexOf(p) - ORDER.indexOf(q);

/** Roles that results have always called lookups. */
const TABLES_OF_CODES: ReadonlySet<InputRole> = new Set<InputRole>(['group', 'audit']);

/** The role as a result tells it. */
export const recordedRole = (role: InputRole): string => (TABLES_OF_CODES.has(role) ? 'lookup' : role);
