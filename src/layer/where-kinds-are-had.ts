/**
 * Where a layer of each kind is to be had: on board, published, made of whole units of another layer, or drawn by those
 * whose areas they are.
 *
 * What no public source has is brought by whoever knows it, as a list or a table; `help places` says how.
 */

const published = (what: string, onBoard = ''): string =>
  `${onBoard === '' ? '' : `${onBoard}; `}ONS Open Geography Portal: ${what}`;

const WHERE: Readonly<Record<string, string>> = {
  icb: published(
    'Integrated Care Boards',
    'england:icb (2024), england:icb@2026, england:icb@2022, england:icb@2021 (STPs)',
  ),
  stp: published('Sustainability and Transformation Partnerships', 'england:stp@2021'),
  icb_cluster: 'no national file: --group icb_cluster=icb,FILE.csv, a table of ICBs and their clusters',
  sicbl: published('Sub Integrated Care Board Locations', 'england:sicbl (2024), england:sicbl@2022'),
  ccg: published('Clinical Commissioning Groups', 'england:ccg@2021'),
  nhser: published('NHS England Regions', 'england:nhser (2024, the same in 2026)'),
  cal: published(
    'Cancer Alliances, or the lookup LSOA to sub-ICB location to cancer alliance, as FILE.csv:LSOA21CD:CAL24CD',
  ),
  ambulance:
    'no boundary file; members by ICB or sub-ICB location in NHS England’s ambulance statistics: --group ambulance=sicbl,FILE.csv',
  acute: 'OHID’s trust catchment populations by MSOA, a share each: FILE.csv:msoa:trust:share',
  mental_health:
    'the trust; or sub-ICB locations that contract with it: --group mental_health=sicbl,FILE.csv',
  community_trust:
    'the trust; or sub-ICB locations that contract with it: --group community_trust=sicbl,FILE.csv',
  collaborative: 'its members’ areas, as a list of areas (help lists)',
  mnp: 'the ICB; as a list of its networks or neighbourhoods (help lists)',
  pcn: 'derive pcn, from patients by practice and LSOA (NHS England); members: ePCN, NHS ODS',
  practice: 'practice areas of NHS GIS, drawn by practices and overlapping; or derive from patients',
  neighbourhood: 'the ICB or council: drawn, or a list of wards, LSOAs or networks (help lists)',
  place: 'the ICB: most are councils of the upper tier, as a list (help lists)',
  nnhip: 'NHS England holds a list of networks and councils for each place; no boundary file',
  health_centre: 'nobody: centres are points; areas are drawn by the ICB, or blocks listed (help lists)',
  area_committee: 'the council: a table of wards and their committees, --group area_committee=ward,FILE.csv',
  utla: published('Counties and Unitary Authorities', 'england:utla (2024), england:utla@2021'),
  ltla: published('Local Authority Districts', 'england:ltla (2024), england:ltla@2021'),
  cty: published('Counties', 'among england:utla'),
  cauth: published(
    'Combined Authorities; London’s is not in it',
    'england:cauth (2025, with Greater London)',
  ),
  region: published('Regions', 'england:region'),
  ctry: published('Countries'),
  ward: published('Wards'),
  ced: published('County Electoral Division'),
  parish: published('Parishes and Non Civil Parished Areas'),
  pcon: published('Westminster Parliamentary Constituencies'),
  pfa: published('Police Force Areas', 'england:pfa (2024)'),
  fra: published('Fire and Rescue Authorities', 'england:fra (2024)'),
  csp: published('Community Safety Partnerships'),
  lrf: published('Local Resilience Forums; most have a police force’s area', 'england:pfa is near it'),
  probation: 'HM Prison and Probation Service names the police areas of each: --group probation=pfa,FILE.csv',
  family_hub: 'the council: drawn, or a list of wards or LSOAs for each hub (help lists)',
  school_catchment: 'the council, where it draws them; schools themselves are points',
  dwp: 'no open file; DWP’s lists name jobcentres and postcodes: a list of councils or LSOAs (help lists)',
  housing_patch: 'the landlord: postcodes or LSOAs of each patch, as a list (help lists)',
  vcse: 'the local infrastructure body: drawn, or a list of wards or LSOAs (help lists)',
  lpa: published('Local Planning Authorities'),
  npark: published('National Parks'),
  bua: published('Built Up Areas'),
  msoa: published('Middle Layer Super Output Areas'),
  lsoa: published('Lower Layer Super Output Areas'),
  oa: published('Output Areas'),
};

/** Where a kind is to be had: LAYERs of the embedded figures first, then who publishes it or how its areas are made. */
export function whereHad(id: string): string {
  const found = WHERE[id];
  if (found === undefined) throw new Error(`nothing says where ${id} is to be had`);
  return found;
}
