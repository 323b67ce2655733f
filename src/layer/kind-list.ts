/**
 * The kinds of layer the field knows, by the names that data files give them: the list, health first, then local
 * government, other services, small areas.
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
  /** Whose areas they are; null for kinds that are nobody's. */
  readonly sector: Sector | null;
  /** How high it stands in its sector; null where there are no tiers. */
  readonly tier: Tier | null;
  /** Whether its units tile England without gaps or overlaps, where that is so by law. */
  readonly tilesEngland: boolean;
  /** Whether its units overlap one another by nature. */
  readonly overlaps: boolean;
}

/**
 * `health` are bodies that commission care, `care` those that give it, `council` local authorities, `strategic`
 * authorities above them, `neighbourhood` areas in which services work together, `safety` police, fire, probation and
 * resilience, `statistics` the blocks that people are counted by.
 */
export type Sector =
  | 'health'
  | 'care'
  | 'council'
  | 'strategic'
  | 'neighbourhood'
  | 'safety'
  | 'children'
  | 'work'
  | 'housing'
  | 'voluntary'
  | 'planning'
  | 'elections'
  | 'government'
  | 'statistics';

export type Tier = 'region' | 'system' | 'place' | 'neighbourhood' | 'upper' | 'lower';

interface Traits {
  readonly aliases?: string;
  readonly sector?: Sector;
  readonly tier?: Tier;
  readonly tiles?: boolean;
  readonly overlaps?: boolean;
}

const words = (text: string, between: string): string[] => (text === '' ? [] : text.split(between));

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
  stems: words(stems, ' '),
  entities: words(entities, ' '),
  aliases: words(traits.aliases ?? '', ', '),
  sector: traits.sector ?? null,
  tier: traits.tier ?? null,
  tilesEngland: traits.tiles ?? false,
  overlaps: traits.overlaps ?? false,
});

/** All kinds. */
export const kinds: readonly Kind[] = [
  kind('icb', 'ICB', 'ICBs', 'icb', 'E54', {
    aliases: 'integrated care board, ICS, integrated care system, integrated care partnership, ICP',
    sector: 'health',
    tier: 'system',
    tiles: true,
  }),
  kind('stp', 'STP', 'STPs', 'stp', 'E54', {
    aliases: 'sustainability and transformation partnership',
    sector: 'health',
    tier: 'system',
    tiles: true,
  }),
  kind('icb_cluster', 'ICB cluster', 'ICB clusters', 'icbcluster', '', { sector: 'health', tier: 'system' }),
  kind('sicbl', 'sub-ICB location', 'sub-ICB locations', 'sicbl loc', 'E38', {
    sector: 'health',
    tier: 'place',
    tiles: true,
  }),
  kind('ccg', 'CCG', 'CCGs', 'ccg', 'E38', {
    aliases: 'clinical commissioning group',
    sector: 'health',
    tier: 'place',
    tiles: true,
  }),
  kind('nhser', 'NHS region', 'NHS regions', 'nhser', 'E40', {
    aliases: 'NHS England region',
    sector: 'health',
    tier: 'region',
    tiles: true,
  }),
  kind('cal', 'cancer alliance', 'cancer alliances', 'cal', 'E56', {
    sector: 'care',
    tier: 'system',
    tiles: true,
  }),
  kind('ambulance', 'ambulance trust', 'ambulance trusts', 'ambulance', '', {
    aliases: 'ambulance service, ambulance area, 999 service',
    sector: 'care',
    tier: 'region',
    tiles: true,
  }),
  kind('acute', 'acute trust catchment', 'acute trust catchments', 'acute acutetrust', '', {
    aliases: 'acute catchment, acute trust, hospital catchment, hospital trust',
    sector: 'care',
    tier: 'place',
    overlaps: true,
  }),
  kind('mental_health', 'mental health trust catchment', 'mental health trust catchments', 'mhtrust', '', {
    aliases: 'mental health catchment, mental health trust',
    sector: 'care',
    tier: 'system',
    overlaps: true,
  }),
  kind('community_trust', 'community trust catchment', 'community trust catchments', 'communitytrust', '', {
    aliases: 'community services catchment, community health trust',
    sector: 'care',
    tier: 'place',
    overlaps: true,
  }),
  kind('collaborative', 'provider collaborative', 'provider collaboratives', 'collaborative', '', {
    aliases: 'provider alliance',
    sector: 'care',
    tier: 'system',
    overlaps: true,
  }),
  kind('mnp', 'multi-neighbourhood provider area', 'multi-neighbourhood provider areas', 'mnp', '', {
    aliases: 'multi-neighbourhood provider, GP federation',
    sector: 'care',
    tier: 'place',
    overlaps: true,
  }),
  kind('pcn', 'primary care network', 'primary care networks', 'pcn', '', {
    aliases: 'PCN, network',
    sector: 'neighbourhood',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('practice', 'practice', 'practices', 'practice prac gp', '', {
    aliases: 'GP practice, GP practice area, practice area',
    sector: 'care',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('neighbourhood', 'neighbourhood', 'neighbourhoods', 'neighbourhood nbhd nhood locality', '', {
    aliases: 'integrated neighbourhood team, INT, locality, single neighbourhood provider, SNP',
    sector: 'neighbourhood',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('place', 'place', 'places', 'place', '', {
    aliases: 'place-based partnership',
    sector: 'neighbourhood',
    tier: 'place',
    overlaps: true,
  }),
  kind('nnhip', 'NNHIP place', 'NNHIP places', 'nnhip', '', {
    aliases: 'NNHIP, neighbourhood health implementation place, neighbourhood health place',
    sector: 'neighbourhood',
    tier: 'place',
    overlaps: true,
  }),
  kind('health_centre', 'neighbourhood health centre area', 'neighbourhood health centre areas', 'nhc', '', {
    aliases: 'neighbourhood health centre, community hub',
    sector: 'care',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('area_committee', 'area committee', 'area committees', 'areacommittee', '', {
    aliases: 'neighbourhood area committee, neighbourhood area, area board',
    sector: 'neighbourhood',
    tier: 'neighbourhood',
  }),
  kind('utla', 'council (upper tier)', 'councils (upper tier)', 'ctyua utla', 'E06 E08 E09 E10 W06 S12 N09', {
    aliases:
      'ctyua, county, HWB, health and wellbeing board, BCF area, Better Care Fund, Healthwatch, local Healthwatch, education authority, local education authority, LEA, adult social care, adult social care authority, social care authority, children’s services, public health authority, SEND partnership',
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
      aliases:
        'lad, local authority district, housing authority, local housing authority, licensing authority',
      sector: 'council',
      tier: 'lower',
      tiles: true,
    },
  ),
  kind('cty', 'county', 'counties', 'cty', 'E10', { sector: 'council', tier: 'upper' }),
  kind('cauth', 'combined authority', 'combined authorities', 'cauth', 'E47 E61', {
    aliases:
      'CA, MCA, strategic authority, mayoral authority, mayoral combined authority, combined county authority, mayoral strategic authority',
    sector: 'strategic',
  }),
  kind('region', 'region', 'regions', 'rgn gor region', 'E12', { sector: 'government', tiles: true }),
  kind('ctry', 'country', 'countries', 'ctry', 'E92 W92 S92 N92', { sector: 'government' }),
  kind('ward', 'ward', 'wards', 'wd ward', 'E05 W05 S13 N08', { sector: 'elections', tiles: true }),
  kind('ced', 'electoral division', 'electoral divisions', 'ced', 'E58', {
    aliases: 'county electoral division',
    sector: 'elections',
  }),
  kind('parish', 'parish', 'parishes', 'par parncp parish', 'E04 E43 W04', {
    aliases: 'civil parish, parish council, town council',
    sector: 'elections',
  }),
  kind('pcon', 'constituency', 'constituencies', 'pcon', 'E14 W07 S14 N05', {
    aliases: 'parliamentary constituency, Westminster constituency',
    sector: 'elections',
    tiles: true,
  }),
  kind('pfa', 'police force area', 'police force areas', 'pfa', 'E23 W15', {
    aliases: 'police, police force, police area, constabulary, police and crime commissioner, PCC',
    sector: 'safety',
    tiles: true,
  }),
  kind('fra', 'fire and rescue authority', 'fire and rescue authorities', 'fra', 'E31 W25', {
    aliases: 'fire, fire authority, fire service, fire and rescue, fire and rescue service',
    sector: 'safety',
    tiles: true,
  }),
  kind('csp', 'community safety partnership', 'community safety partnerships', 'csp', 'E22', {
    sector: 'safety',
  }),
  kind('lrf', 'local resilience forum', 'local resilience forums', 'lrf', 'E48', {
    sector: 'safety',
    tiles: true,
  }),
  kind('probation', 'probation region', 'probation regions', 'probation', '', {
    aliases: 'probation area, probation service region',
    sector: 'safety',
    tier: 'region',
    tiles: true,
  }),
  kind('family_hub', 'family hub area', 'family hub areas', 'familyhub', '', {
    aliases: 'family hub, Best Start Family Hub, Best Start Family Hub area, children’s centre area',
    sector: 'children',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('school_catchment', 'school catchment', 'school catchments', 'schoolcatchment', '', {
    aliases: 'school catchment area, school priority area',
    sector: 'children',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('dwp', 'DWP district', 'DWP districts', 'dwp', '', {
    aliases: 'jobcentre district, Jobcentre Plus district, jobcentre area',
    sector: 'work',
  }),
  kind('housing_patch', 'housing association patch', 'housing association patches', 'housingpatch', '', {
    aliases: 'housing patch, registered provider patch, social landlord patch',
    sector: 'housing',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('vcse', 'VCSE neighbourhood', 'VCSE neighbourhoods', 'vcse', '', {
    aliases: 'voluntary sector neighbourhood, VCS neighbourhood, community anchor area',
    sector: 'voluntary',
    tier: 'neighbourhood',
    overlaps: true,
  }),
  kind('lpa', 'planning authority', 'planning authorities', 'lpa', 'E60', {
    aliases: 'local planning authority',
    sector: 'planning',
  }),
  kind('npark', 'national park', 'national parks', 'npark', 'E26', { sector: 'planning' }),
  kind('bua', 'built-up area', 'built-up areas', 'bua', 'E63 E34 E35'),
  kind('msoa', 'MSOA', 'MSOAs', 'msoa', 'E02 W02', { sector: 'statistics', tiles: true }),
  kind('lsoa', 'LSOA', 'LSOAs', 'lsoa', 'E01 W01', {
    aliases: 'lower layer super output area',
    sector: 'statistics',
    tiles: true,
  }),
  kind('oa', 'output area', 'output areas', 'oa', 'E00 W00', { sector: 'statistics', tiles: true }),
];
