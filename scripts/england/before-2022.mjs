/**
 * The footprints of 2021 and 2022, which are made of LSOAs of 2011, on LSOAs of 2021.
 *
 * An LSOA that kept its code kept its area. One with a new code is a part of one of 2011, or of several: it is where those
 * were that ceased in the MSOA of the same name, as far as they were all in the same units; else where those were that go
 * on in its MSOA and sub-ICB location of 2024; else those of its council and sub-ICB location. Where they differ it is an
 * error: nothing is guessed.
 */

const NEW_COUNTIES = {
  // Districts of 2021 whose county council ceased in April 2023.
  E10000006: ['Cumbria', 'E07000026 E07000027 E07000028 E07000029 E07000030 E07000031'],
  E10000023: ['North Yorkshire', 'E07000163 E07000164 E07000165 E07000166 E07000167 E07000168 E07000169'],
  E10000027: ['Somerset', 'E07000187 E07000188 E07000189 E07000246'],
};

const FIELDS = [
  'icb_2022_code',
  'icb_2022_ods',
  'icb_2022_name',
  'sicbl_2022_code',
  'sicbl_2022_ods',
  'sicbl_2022_name',
  'stp_2021_code',
  'stp_2021_name',
  'ccg_2021_code',
  'ccg_2021_name',
  'ltla_2021_code',
  'ltla_2021_name',
  'utla_2021_code',
  'utla_2021_name',
];

/** Units of 2021 and 2022 by LSOA of 2011, by the columns of FIELDS. */
function unitsByOldLsoa({ health21, health22, facts }) {
  const county = new Map(
    Object.entries(NEW_COUNTIES).flatMap(([code, [name, districts]]) =>
      districts.split(' ').map((district) => [district, { code, name }]),
    ),
  );
  for (const row of facts) county.set(row.ltla_code, { code: row.utla_code, name: row.utla_name });
  const of22 = new Map(health22.map((row) => [row.lsoa11_code, row]));
  return new Map(
    health21.map((old) => {
      const { ltla21_code: code, ltla21_name: name } = old;
      const next = of22.get(old.lsoa11_code);
      if (next?.ltla22_code !== code) throw new Error(`${old.lsoa11_code}: councils of 2021 and 2022 differ`);
      const upper = county.get(code);
      if (upper === undefined) throw new Error(`${code} ${name}: no upper tier of 2021 is known`);
      const units = [
        next.icb22_code,
        next.icb22_code_h,
        next.icb22_name,
        next.sicbl22_code,
        next.sicbl22_code_h,
        next.sicbl22_name,
        old.stp21_code,
        old.stp21_name,
        old.ccg21_code,
        old.ccg21_name,
        code,
        name,
        upper.code,
        upper.name,
      ];
      return [old.lsoa11_code, Object.fromEntries(FIELDS.map((field, i) => [field, units[i]]))];
    }),
  );
}

/** The same by LSOA of 2021. Throws where an LSOA cannot be placed. */
export function unitsBefore2022(inputs) {
  const old = unitsByOldLsoa(inputs);
  const council = new Map(inputs.councils24.map((row) => [row.lsoa21_code, row.ltla24_code]));
  const there = new Set(council.keys());
  const inMsoa = (row) => `${row.lsoa21_name.slice(0, -1)} ${row.sicbl24_code}`;
  const inCouncil = (row) => `${council.get(row.lsoa21_code)} ${row.sicbl24_code}`;
  const ceased = inputs.health21.filter(({ lsoa11_code: code }) => !there.has(code));
  const kept = inputs.health24.filter(({ lsoa21_code: code }) => old.has(code));
  const oneOf = [
    [ceased, (row) => (row.lsoa11_name ?? row.lsoa21_name).slice(0, -1)],
    [kept, inMsoa],
    [kept, inCouncil],
  ].map(([rows, keyOf]) => {
    const single = singleUnits(rows, old, keyOf);
    return (row) => single.get(keyOf(row)) ?? null;
  });
  return new Map(
    inputs.health24.map((row) => {
      const code = row.lsoa21_code;
      const units = oneOf.reduce((found, place) => found ?? place(row), old.get(code));
      if (!units) throw new Error(`${code} ${row.lsoa21_name}: not placed in the units of 2021`);
      return [code, units];
    }),
  );
}

/** The units of all LSOAs of 2011 with a key, where they are the same; null where they are not. */
function singleUnits(rows, old, keyOf) {
  const single = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    const units = old.get(row.lsoa11_code ?? row.lsoa21_code);
    const known = single.get(key);
    const same = known === undefined || JSON.stringify(known) === JSON.stringify(units);
    single.set(key, same ? units : null);
  }
  return single;
}
