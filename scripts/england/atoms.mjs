/**
 * England as figures: one row for each combination of units that an LSOA of 2021 lies in, with LSOAs and residents.
 */
import { unitsBefore2022 } from './before-2022.mjs';

/** An LSOA that the best-fit lookup puts in Cherwell; its name and all but a sliver of it are West Northamptonshire's. */
const BEST_FIT = { E01027305: 'E06000062' };

/** Rows of the table, in order of their codes; all values are text but the counts. */
export function atomsOf(inputs) {
  const council = new Map(inputs.councils24.map((row) => [row.lsoa21_code, row.ltla24_code]));
  for (const [lsoa, code] of Object.entries(BEST_FIT)) council.set(lsoa, code);
  const facts = new Map(inputs.facts.map((row) => [`${row.icb_2024_code} ${row.ltla_code}`, row]));
  const people = new Map(inputs.residents.map((row) => [row.lsoa21_code, Number(row.total_residents)]));
  const region = regionsOfIcbs(inputs.practices);
  const before = unitsBefore2022(inputs);
  const atoms = new Map();
  for (const row of inputs.health24) {
    const lsoa = row.lsoa21_code;
    const { lsoas: _, people: __, ...units } = facts.get(`${row.icb24_code} ${council.get(lsoa)}`);
    const all = {
      ...units,
      sicbl_2024_code: row.sicbl24_code,
      sicbl_2024_ods: row.sicbl24_code_nhs,
      sicbl_2024_name: row.sicbl24_name,
      ...region.get(row.icb24_code),
      ...before.get(lsoa),
    };
    const key = Object.entries(all)
      .flatMap(([heading, value]) => (heading.endsWith('_code') ? [value] : []))
      .join('+');
    const atom = atoms.get(key) ?? { ...all, lsoas: 0, people: 0 };
    atom.lsoas += 1;
    atom.people += people.get(lsoa);
    atoms.set(key, atom);
  }
  return [...atoms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, atom]) => atom);
}

/** The NHS region of each ICB of 2024, as its practices have it; throws where they have two. */
function regionsOfIcbs(practices) {
  const regions = new Map();
  for (const row of practices) {
    const region = {
      nhser_2024_code: row.ONS_COMM_REGION_CODE,
      nhser_2024_ods: row.COMM_REGION_CODE,
      nhser_2024_name: row.COMM_REGION_NAME,
    };
    const known = regions.get(row.ONS_ICB_CODE);
    if (known !== undefined && known.nhser_2024_code !== region.nhser_2024_code)
      throw new Error(`${row.ONS_ICB_CODE} is in two NHS regions`);
    regions.set(row.ONS_ICB_CODE, region);
  }
  return regions;
}
