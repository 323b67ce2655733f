/**
 * What the name of a field says: `LAD24NM` is the name of a council of 2024, `icb24_code_nhs` an ODS code.
 */
export type FieldRole = 'code' | 'name' | 'welsh name' | 'ods';

export interface FieldName {
  /** Entity part, lower case, e.g. `lad`; '' for a plain `code` or `name`. */
  readonly stem: string;
  /** Year in full, e.g. `2024`, or null. */
  readonly vintage: string | null;
  readonly role: FieldRole;
}

const ROLES: Readonly<Record<string, FieldRole>> = {
  cd: 'code',
  code: 'code',
  cdh: 'ods',
  code_h: 'ods',
  code_nhs: 'ods',
  ods: 'ods',
  ods_code: 'ods',
  nm: 'name',
  name: 'name',
  nmw: 'welsh name',
};

/** What names are called by those who publish areas elsewhere. */
const NAME_WORDS =
  'nom|nombre|nome|naam|navn|namn|nimi|nazwa|nazev|libelle|libgeo|lib|bezeichnung|denominacion|denominazione|label|nm';

/** `nom_commune`, `Name of Ward`, `nombre_del_barrio`: what names are called goes first; what has it stands behind. */
const NAME_FIRST = new RegExp(
  `^(?:name|${NAME_WORDS})_(?:of_the_|of_|de_la_|de_l_|del_|de_|du_|do_|da_|di_|van_de_|van_|der_|des_)?([a-z]+)$`,
);
/** `commune_nom`, `barrio_nombre`. */
const NAME_LAST = new RegExp(`^([a-z]+)_(?:${NAME_WORDS})$`);
/** `nom`, `Libellé`; and with its language, `name_en`, `name:fr`. */
const PLAIN_NAME = new RegExp(
  `^(?:name|${NAME_WORDS})(?:_(?:1|en|eng|fr|es|de|it|nl|pt|cy|local|official|latin))?$`,
);

const ONS = /^([a-z]+?)(\d{2})(cdh|cd|nmw|nm)$/;
const SPELT = /^([a-z]+?)_?(?:(20\d\d|\d\d)_?)?_?(code_h|code_nhs|ods_code|code|name|ods|cd|nm)$/;

/**
 * What joins put behind a name that stands in both tables: `LAD24CD_x`, `LAD24CD.y`, `LAD24CD_1`, `LAD24CD_le` where a
 * Shapefile cut it off after ten letters.
 */
const JOINED = /_(x|y|l|le|left?|r|ri|rig|righ|right|\d)$/;

/** What flattening puts before the name of a member: `properties.LAD24CD`. */
export const FLATTENED = /^(properties|attributes|props)_/;

/** Reads a field's name, with or without what a join added; null where it names neither a code nor a name. */
export function readFieldName(field: string): FieldName | null {
  const key = keyOf(field);
  return readKey(key) ?? readKey(key.replace(JOINED, ''));
}

/** What a join put behind a field's name, e.g. `x`; '' where nothing. */
export function joinSuffix(field: string): string {
  const key = keyOf(field);
  return readKey(key) === null ? (JOINED.exec(key)?.[1] ?? '') : '';
}

const keyOf = (field: string): string =>
  field
    .trim()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s.:'’-]+/g, '_')
    .replace(FLATTENED, '');

function readKey(key: string): FieldName | null {
  const match = ONS.exec(key) ?? SPELT.exec(key);
  if (match === null) return readPlain(key);
  const [, stem, year, role] = match;
  return {
    stem: stem!,
    vintage: year === undefined ? null : year.length === 2 ? `20${year}` : year,
    role: ROLES[role!]!,
  };
}

/** A plain `code` or `name`, and names as they are called in other languages. */
function readPlain(key: string): FieldName | null {
  if (/^(code|gss_?code|gss|ons_code)$/.test(key)) return { stem: '', vintage: null, role: 'code' };
  if (PLAIN_NAME.test(key)) return { stem: '', vintage: null, role: 'name' };
  const stem = (NAME_FIRST.exec(key) ?? NAME_LAST.exec(key))?.[1];
  return stem === undefined ? null : { stem, vintage: null, role: 'name' };
}
