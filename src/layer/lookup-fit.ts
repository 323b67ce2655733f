/**
 * Whether a lookup nests exactly or is a best fit, as far as its headings and file name say.
 *
 * ICBs and their parts are made of whole LSOAs of their time; wards never are; LSOAs of 2021 were drawn inside the
 * councils of 2022, so that a lookup to later councils is best fit where boundaries have moved since
 * (ONS, exact-fit and best-fit lookups; GSS geography policy 2015).
 */
import { headingKey } from './table.js';

const HEALTH = /^(ons_)?(icb|sicbl|sub_icb_location|stp|ccg|nhser|loc)(19|20)?\d*_/;

/** True for best fit, false for exact, null where nothing says. */
export function lookupFit(member: string, group: string, fileName: string): boolean | null {
  const file = headingKey(fileName.replace(/^.*[/\\]/, ''));
  if (/best_?fit|_bf_|_bf$/.test(file)) return true;
  if (/exact_?fit|_ef_|_ef$/.test(file)) return false;
  const from = spread(member);
  const to = spread(group);
  const block = /^(oa|lsoa)(20)?(\d\d)?_/.exec(from);
  if (block === null) return null;
  if (/^(wd|ward)(20)?\d*_/.test(to)) return true;
  if (HEALTH.test(to) || /^(lsoa|msoa)(20)?\d*_/.test(to)) return false;
  const council = /^(lad|ltla|utla|ctyua)_?(?:20)?(\d\d)_/.exec(to);
  if (council === null || block[3] !== '21') return null;
  return Number(council[2]) > 22;
}

/** A heading with the ending of ONS fields set off: `LSOA21CD` becomes `lsoa21_cd`, `LSOA 2021 Code` `lsoa2021_code`. */
function spread(heading: string): string {
  return headingKey(heading)
    .replace(/(\d)(cd|code|nm)(h?)$/, '$1_$2$3')
    .replace(/^([a-z]+)_(\d)/, '$1$2');
}
