/** The tables: lookup, people, deprivation, memberships, registrations, services, clusters and proposals. */
import { chance } from './chance.mjs';
import { clusters, councils, icbs, proposals } from './names.mjs';
import { placeIn } from './registrations.mjs';
import { csv, degrees } from './text.mjs';

const pair = (unit) => [unit.code, unit.name];
const triple = (unit) => [unit.code, unit.ods, unit.name];

/** Family hubs, health centres, one hospital and all practices { code, name, type, position, block }. */
export function makeServices({ wards, practices }) {
  const services = practices.map(({ code, name, position, block }) => ({
    code,
    name,
    type: 'GP practice',
    position,
    block,
  }));
  const add = (ward, n, kind, type) => {
    const homes = ward.blocks.filter((block) => block.people > 0);
    const block = homes[Math.floor(homes.length * chance(type, n))];
    const code = `${kind}${String(services.filter((each) => each.type === type).length + 1).padStart(2, '0')}`;
    services.push({ code, name: `${ward.name} ${type}`, type, position: placeIn(block, type, n), block });
  };
  wards.forEach((ward, n) => n % 4 === 2 && add(ward, n, 'FH', 'Family hub'));
  wards.forEach((ward, n) => n % 11 === 5 && add(ward, n, 'HC', 'Health centre'));
  wards.forEach((ward, n) => ward.ltla === councils.M && n % 7 === 2 && add(ward, n, 'H', 'Hospital'));
  return services;
}

/** The new council of each letter under a proposal; councils it does not name stay. */
export const councilUnder = (proposal, letter) =>
  proposal.find(({ of }) => of.includes(letter)) ?? councils[letter];

/** Every table as { file, text }. */
export function makeTables(region, services) {
  const { blocks, wards, neighbourhoods } = region;
  const keys = ['ward', 'ltla', 'utla', 'cauth', 'icb', 'icb2021', 'pfa', 'fra', 'pcn'];
  const lookupHead =
    'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM,CTYUA24CD,CTYUA24NM,CAUTH24CD,CAUTH24NM,' +
    'ICB24CD,ICB24CDH,ICB24NM,ICB21CD,ICB21CDH,ICB21NM,PFA24CD,PFA24NM,FRA24CD,FRA24NM,pcn_code,pcn_name';
  const lookup = blocks.map((block) => [
    ...pair(block),
    ...keys.flatMap((key) => (key.startsWith('icb') ? triple(block[key]) : pair(block[key]))),
  ]);
  const members = neighbourhoods.flatMap((each) => each.blocks.map((block) => [block.code, ...pair(each)]));
  members.sort((a, b) => (a[0] + a[1] < b[0] + b[1] ? -1 : 1));
  const tables = {
    lookup: csv(lookupHead, lookup),
    residents: csv(
      'LSOA21CD,Total',
      blocks.map((block) => [block.code, block.people]),
    ),
    deprivation: csv(
      'LSOA21CD,imd_decile,core20,core20_residents',
      blocks.map((block) => [block.code, block.decile, block.core20, block.core20 * block.people]),
    ),
    neighbourhood_membership: csv('LSOA21CD,neighbourhood_code,neighbourhood_name', members),
    area_committees: csv(
      'WD24CD,WD24NM,LAD24CD,LAD24NM,committee_code,committee_name',
      wards.map((ward) => [...pair(ward), ...pair(ward.ltla), ...pair(ward.committee)]),
    ),
    services: csv(
      'service_code,service_name,type,longitude,latitude',
      services.map(({ code, name, type, position }) => [code, name, type, ...position.map(degrees)]),
    ),
    cluster: csv(
      'ICB24CD,ICB24NM,cluster_code,cluster_name',
      Object.keys(icbs).map((n) => [...pair(icbs[n]), ...pair(clusters[n])]),
    ),
    ...registrationTables(region),
  };
  for (const [name, proposal] of Object.entries(proposals)) {
    const rows = Object.keys(councils).map((letter) => [
      ...pair(councils[letter]),
      ...pair(councilUnder(proposal, letter)),
    ]);
    tables[name] = csv('LAD24CD,LAD24NM,council_code,council_name', rows);
  }
  return Object.entries(tables).map(([name, text]) => ({ file: `${name}.csv`, text }));
}

/** Patients by network, and by practice in the two layouts of the published practice files. */
function registrationTables({ practices, registrations, networkRows }) {
  const stamp = ['GP_PRAC_PAT_LIST', '01APR2024'];
  const byPractice = [...registrations].sort((a, b) =>
    a.practice.code + a.lsoa < b.practice.code + b.lsoa ? -1 : 1,
  );
  const icbNumber = (icb) => Object.keys(icbs).find((n) => icbs[n] === icb);
  return {
    registrations: csv(
      'LSOA21CD,pcn_code,pcn_name,patients',
      networkRows.map(({ lsoa, network, patients }) => [lsoa, ...pair(network), patients]),
    ),
    'gp-reg-pat-prac-lsoa-all': csv(
      'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,LSOA_CODE,SEX,NUMBER_OF_PATIENTS',
      byPractice.map(({ lsoa, practice, patients }) => [...stamp, ...pair(practice), lsoa, 'ALL', patients]),
    ),
    'gp-reg-pat-prac-map': csv(
      'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,' +
        'ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,' +
        'ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME',
      practices.map((practice, i) => {
        const { icb } = practice.block;
        const place = [`E3890000${icbNumber(icb)}`, `9Z${icbNumber(icb)}`];
        const postcode = `ZZ${1 + Math.floor(i / 20)} ${1 + (i % 9)}${'ABDEFGHJLN'[i % 10]}${'PQRSTUWXYZ'[Math.floor(i / 10)]}`;
        return [
          ...[...stamp, ...pair(practice), postcode, ...pair(practice.network)],
          ...[...place, `${icb.name.replace('Integrated Care Board', 'ICB')} - ${place[1]}`],
          ...[icb.code, icb.ods, icb.name, 'E40900001', 'Y99', 'Northern Isles and Marches', 'EXAMPLE'],
        ];
      }),
    ),
  };
}
