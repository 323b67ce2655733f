/**
 * The scenarios that come with the tool for a county that is reorganised: those of `data/england/scenarios/counties`, whose
 * names begin with the county's.
 *
 *     essex_five.yaml  essex_three.yaml  west_sussex_two.yaml
 */
import { plainName, spellingsOf } from '../layer/place-name.js';
import type { Inputs } from '../run/inputs.js';
import type { ScenarioSource } from '../run/request.js';
import { InputError } from '../trouble/input-error.js';
import { nearest } from '../trouble/nearest.js';

/** People that the Government's guide of 2024 wants a new unitary council to have at least. */
export const COUNCIL_SIZE_GUIDE = { least: 500_000 } as const;

/** The scenarios for a county by any of its names, in order of their own. Throws InputError where there are none. */
export function countyScenarios({ files }: Inputs, county: string): ScenarioSource[] {
  const folder = files.packaged('england/scenarios/counties');
  const all = (files.list?.(folder) ?? []).filter((name) => name.endsWith('.yaml'));
  const countyOf = (name: string): string => plainName(name.replace(/_[a-z]+\.yaml$/, '').replace(/_/g, ' '));
  const keys = spellingsOf(county).map(({ key }) => key.replace(/^greater /, ''));
  const found = all.filter((name) => keys.includes(countyOf(name)));
  if (found.length === 0) throw noSuchCounty(county, [...new Set(all.map(countyOf))]);
  return found.map((name) => ({ path: `${folder}/${name}` }));
}

function noSuchCounty(county: string, counties: readonly string[]): InputError {
  const titled = counties.map((name) => name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));
  const guess = nearest(county, titled);
  return new InputError({
    id: 'no-county-scenarios',
    message: `there are no scenarios for the county '${county}'`,
    hint: `${guess === null ? '' : `Did you mean ${guess}? `}There are some for ${titled.join(', ')}; for another, write one: coterminous help scenarios`,
  });
}
