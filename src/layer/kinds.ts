/**
 * The kinds of layer the field knows, by the names that data files give them.
 *
 * ONS fields are `<ENTITY><YY>CD`, `<ENTITY><YY>NM`, `…CDH` (the ODS code); other publishers write `icb24_code`,
 * `pcn_code`. The entity part names the kind. Nothing is said here of how many units a kind has: the map of England
 * changes, data decides.
 */
export interface Kind {
  /** Short name, used as a layer's id. */
  readonly id: string;
  /** One unit, and several, in text for people. */
  readonly one: string;
  readonly many: string;
  /** Entity parts of field names, lower case. */
  readonly stems: readonly string[];
  /** First three characters of its GSS codes, or none. */
  readonly entities: readonly string[];
  /** Other words people use for it. */
  readonly aliases: readonly string[];
  /** Whose areas they are; null for kinds that no rule of the field asks after. */
  readonly sector: Sector | null;
  /** How high it stands in its sector; null where there are no tiers. */
  readonly tier: Tier | null;
  /** Whether its units tile England without gaps or overlaps, where that is so by law. */
  readonly tilesEngland: boolean;
  /** Whether its units overlap one another by nature. */
  readonly overlaps: boolean;
}

/**
 * `health` are bodies that commission care, `council` local authorities, `strategic` authorities above them,
 * `neighbourhood` areas in which care is given, `statistics` the blocks that people are counted by.
 */
export type Sector = 'health' | 'council' | 'strategic' | 'neighbourhood' | 'statistics';

export type Tier = 'region' | 'upper' | 'lower';

interface Traits {
  readonly aliases?: string;
  readonly sector?: Sector;
  readonly tier?: Tier;
  readonly tiles?: boolean;
  readonly overlaps?: boolean;
}

const kind = (
  id: string,
  one: string,
  many: string,
  stems: string,
  entities: string,
  traits: Traits = {},
): Kind => ({
  id,
  one,
  many,
  stems: stems.split(' '),
  entities: entities === '' ? [] : entities.split(' '),
  aliases: traits.aliases === undefined ? [] : traits.aliases.split(', '),
  sector: traits.sector ?? null,
  tier: traits.tier ?? null,
  tilesEngland: traits.tiles ?? false,
  overlaps: traits.overlaps ?? false,
});

/** All kinds, health first, then local government, other services, statistics. */
export const kinds: readonly Kind[] = [
  kind('icb', 'ICB', 'ICBs', 'icb', 'E54', {
    aliases: 'integrated care board, ICS, integrated care system, integrated care partnership',
    sector: 'health',
    tiles: true,
  }),
  kind('stp', 'STP', 'STPs', 'stp', 'E54', {
    aliases: 'sustainability and transformation partnership',
    sector: 'health',
    tiles: true,
  }),
  kind('sicbl', 'sub-ICB location', 'sub-ICB locations', 'sicbl loc', 'E38', {
    sector: 'health',
    tiles: true,
  }),
  kind('ccg', 'CCG', 'CCGs', 'ccg', 'E38', {
    aliases: 'clinical commissioning group',
    sector: 'health',
    tiles: true,
  }),
  kind('nhser', 'NHS region', 'NHS regions', 'nhser', 'E40', {
    aliases: 'NHS England region',
    sector: 'health',
    tier: 'region',
    tiles: true,
  }),
  kind('cal', 'cancer alliance', 'cancer alliances', 'cal', 'E56'),
  kind('pcn', 'primary care network', 'primary care networks', 'pcn', '', {
    aliases: 'PCN, network',
    sector: 'neighbourhood',
    overlaps: true,
  }),
  kind('practice', 'practice', 'practices', 'practice prac gp', '', {
    aliases: 'GP practice',
    overlaps: true,
  }),
  kind('neighbourhood', 'neighbourhood', 'neighbourhoods', 'neighbourhood nbhd nhood locality', '', {
    aliases: 'integrated neighbourhood team, INT, locality',
    sector: 'neighbourhood',
    overlaps: true,
  }),
  kind('place', 'place', 'places', 'place', '', {
    aliases: 'place-based partnership',
    sector: 'neighbourhood',
    overlaps: true,
  }),
  kind('utla', 'council (upper tier)', 'councils (upper tier)', 'ctyua utla', 'E06 E08 E09 E10 W06 S12 N09', {
    aliases: 'ctyua, county, HWB, health and wellbeing board, BCF area, Healthwatch, education authority',
    sector: 'council',
    tier: 'upper',
    tiles: true,
  }),
  kind(
    'ltla',
    'council (lower tier or unitary)',
    'councils (lower tier or unitary)',
    'lad ltla la lau',
    'E06 E07 E08 E09 W06 S12 N09',
    {
      aliases: 'lad, local authority district, housing authority',
      sector: 'council',
      tier: 'lower',
      tiles: true,
    },
  ),
  kind('cty', 'county', 'counties', 'cty', 'E10', { sector: 'council', tier: 'upper' }),
  kind('cauth', 'combined authority', 'combined authorities', 'cauth', 'E47 E61', {
    aliases:
      'CA, MCA, strategic authority, mayoral authority, mayoral combined authority, combined county authority',
    sector: 'strategic',
  }),
  kind('region', 'region', 'regions', 'rgn gor region', 'E12', { tiles: true }),
  kind('ctry', 'country', 'countries', 'ctry', 'E92 W92 S92 N92'),
  kind('ward', 'ward', 'wards', 'wd ward', 'E05 W05 S13 N08', { tiles: true }),
  kind('ced', 'electoral division', 'electoral divisions', 'ced', 'E58'),
  kind('parish', 'parish', 'parishes', 'par parncp parish', 'E04 E43 W04'),
  kind('pcon', 'constituency', 'constituencies', 'pcon', 'E14 W07 S14 N05', { tiles: true }),
  kind('pfa', 'police force area', 'police force areas', 'pfa', 'E23 W15', {
    aliases: 'police, police force, police area, constabulary',
    tiles: true,
  }),
  kind('fra', 'fire and rescue authority', 'fire and rescue authorities', 'fra', 'E31 W25', {
    aliases: 'fire, fire authority, fire service, fire and rescue, fire and rescue service',
    tiles: true,
  }),
  kind('csp', 'community safety partnership', 'community safety partnerships', 'csp', 'E22'),
  kind('lrf', 'local resilience forum', 'local resilience forums', 'lrf', 'E48', { tiles: true }),
  kind('lpa', 'planning authority', 'planning authorities', 'lpa', 'E60'),
  kind('npark', 'national park', 'national parks', 'npark', 'E26'),
  kind('msoa', 'MSOA', 'MSOAs', 'msoa', 'E02 W02', { sector: 'statistics', tiles: true }),
  kind('lsoa', 'LSOA', 'LSOAs', 'lsoa', 'E01 W01', {
    aliases: 'lower layer super output area',
    sector: 'statistics',
    tiles: true,
  }),
  kind('oa', 'output area', 'output areas', 'oa', 'E00 W00', { sector: 'statistics', tiles: true }),
];

const byStem = new Map(kinds.flatMap((k) => k.stems.map((stem) => [stem, k] as const)));
const byId = new Map(kinds.map((k) => [k.id, k]));

/** The kind whose fields begin with an entity part, e.g. `LAD` or `ltla`; or null. */
export const kindOfStem = (stem: string): Kind | null => byStem.get(stem.toLowerCase()) ?? null;

/**
 * The kind whose codes these are, by their first three characters; null where they are of none or of several. Where
 * kinds have them in common it is the one with fewest other codes; then the lower tier (unitary councils are of both),
 * then today's kind before the one it replaced.
 */
export function kindOfEntities(codes: Iterable<string>): Kind | null {
  const seen = new Set<string>();
  for (const code of codes) {
    if (!/^[EWSNKJ]\d{8}$/.test(code)) return null;
    seen.add(code.slice(0, 3));
  }
  if (seen.size === 0) return null;
  const fitting = kinds.filter((k) => [...seen].every((entity) => k.entities.includes(entity)));
  const fewest = Math.min(...fitting.map((k) => k.entities.length));
  const closest = fitting.filter((k) => k.entities.length === fewest);
  return closest.find((k) => k.id === 'ltla') ?? closest[0] ?? null;
}

/** The kind with an id, or null. */
export const kindOfId = (id: string): Kind | null => byId.get(id) ?? null;

/** Kinds in the order in which a name that stands for several is understood: the council comes first. */
export const kindsByName: readonly string[] = [
  'utla',
  'ltla',
  'icb',
  'cauth',
  'pcn',
  'neighbourhood',
  'ward',
  'region',
  'pfa',
  'fra',
];

/** The sector of a layer's kind, or null; a layer need not have a kind. */
export const sectorOf = (layer: { readonly kind: string | null }): Sector | null =>
  kindOfId(layer.kind ?? '')?.sector ?? null;

/** The tier of a layer's kind, or null. */
export const tierOf = (layer: { readonly kind: string | null }): Tier | null =>
  kindOfId(layer.kind ?? '')?.tier ?? null;
