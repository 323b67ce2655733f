/**
 * The tables that England's figures are made of, as rows by heading. COTERMINOUS_DATA names the folder they lie in.
 *
 *     lookups/lookup_lsoa21_icb24.csv.gz                   LSOA 2021: sub-ICB location, ICB 2024 (ONS)
 *     lookups/lookup_lsoa21_ward24_ltla24.csv.gz           LSOA 2021: ward, council 2024, best fit (ONS)
 *     lookups/lookup_lsoa11_ccg21_stp21_ltla21.csv.gz      LSOA 2011: CCG, STP, council 2021 (ONS)
 *     lookups/lookup_lsoa11_sicbl22_icb22_ltla22.csv.gz    LSOA 2011: sub-ICB location, ICB, council 2022 (ONS)
 *     people/census21_residents_lsoa21.csv                 usual residents by LSOA 2021 (ONS, Census 2021)
 *     pcn/gp-reg-pat-prac-map.csv.gz                       practice: ICB and NHS region, October 2025 (NHS England)
 *     ../facts/england_atoms.csv                           ICB and council 2024: ICB 2026, county, combined authority,
 *                                                          region, police and fire (ONS lookups; ICB 2026 derived)
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

const folder = resolve(process.env.COTERMINOUS_DATA ?? '../shared/data');

/** Rows of a table below the folder, gzipped or not. */
function rowsOf(path) {
  const bytes = readFileSync(resolve(folder, path));
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true, bom: true });
}

/** All inputs by name; each row is an object by heading. */
export const readInputs = () => ({
  health24: rowsOf('lookups/lookup_lsoa21_icb24.csv.gz'),
  councils24: rowsOf('lookups/lookup_lsoa21_ward24_ltla24.csv.gz'),
  health21: rowsOf('lookups/lookup_lsoa11_ccg21_stp21_ltla21.csv.gz'),
  health22: rowsOf('lookups/lookup_lsoa11_sicbl22_icb22_ltla22.csv.gz'),
  residents: rowsOf('people/census21_residents_lsoa21.csv'),
  practices: rowsOf('pcn/gp-reg-pat-prac-map.csv.gz'),
  facts: rowsOf('../facts/england_atoms.csv'),
});
