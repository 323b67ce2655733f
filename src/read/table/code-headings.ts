/**
 * Headings that name a code, finest areas first.
 *
 * `LSOA21CD`, `lsoa21_code`, `LSOA 2021 Code`, `lsoa_code` and `Lower layer Super Output Areas Code` are one thing.
 * Where a table names several kinds of area, its rows are about the finest of them.
 */
import { headingKey } from '../../layer/table.js';

interface CodeKind {
  readonly kind: string;
  readonly pattern: RegExp;
}

const area = (names: string): RegExp =>
  new RegExp(`^(20\\d\\d_?)?(${names})_?(19|20)?(\\d\\d)?_?(cd|code|codes)$`);

/** Finest first; a table with several is read by the first that it has. */
const CODE_KINDS: readonly CodeKind[] = [
  { kind: 'practice', pattern: /^(gp_)?(practice|prac)_?code$/ },
  { kind: 'postcode', pattern: /^(postcodes?|post_code|pcds?|pcd[278]|pcd_?nospaces?|practice_postcode)$/ },
  { kind: 'oa', pattern: area('oa|output_areas?') },
  { kind: 'oa without "code"', pattern: /^oa(19|20)?(\d\d)?$/ },
  {
    kind: 'lsoa',
    pattern: area(
      'lsoa|lower_(layer|tier)_super_output_areas?|lower_super_output_areas?|dz|datazone|data_zone|sdz',
    ),
  },
  { kind: 'lsoa without "code"', pattern: /^(lsoa|datazone|data_zone)(19|20)?(\d\d)?$/ },
  {
    kind: 'msoa',
    pattern: area('msoa|middle_(layer|tier)_super_output_areas?|iz|intermediate_zone'),
  },
  { kind: 'ward', pattern: area('wd|ward|wards|electoral_wards?(_and_divisions)?') },
  { kind: 'area', pattern: /^((geography|geographic|area|geo|gss|ons|small_area|block)_?)?(code|cd)$/ },
  { kind: 'area without "code"', pattern: /^(mnemonic|block|gss)$/ },
  {
    kind: 'council',
    pattern: area('lad|ltla|utla|ctyua|local_authority(_district)?|la|lower_tier_local_authorities'),
  },
  { kind: 'other', pattern: /^[a-z_]+?_?(19|20)?(\d\d)?_?(cd|code)$/ },
];

/** How fine the areas of a code heading are (0 is finest), or -1 where the heading names no code. */
export function codeRank(heading: string): number {
  const key = headingKey(heading);
  return CODE_KINDS.findIndex(({ pattern }) => pattern.test(key));
}

/** True for a heading that names a code. */
export const isCodeHeading = (heading: string): boolean => codeRank(heading) >= 0;
