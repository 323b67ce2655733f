/** Whom measures count by their names, and what a subtitle says of it. */
import { expect, test } from 'vitest';
import { countedAs, countedWhen } from '../../src/story/counted-as.js';
import { basisWords } from '../../src/story/counted-text.js';
import { peopleFirst } from '../../src/story/people-text.js';

test.each([
  ['residents', 'residents'],
  ['usual_residents', 'residents'],
  ['Total residents', 'residents'],
  ['TotalResidents', 'residents'],
  ['TS001 all usual residents', 'residents'],
  ['residents_census21', 'residents'],
  ['resident population', 'residents'],
  ['population', 'people'],
  ['pop_2021', 'people'],
  ['All persons', 'people'],
  ['mid_2020_population', 'people'],
  ['total', 'people'],
  ['All ages', 'people'],
  ['patients', 'patients'],
  ['registered_patients', 'patients'],
  ['GP registered population', null],
  ['residents_65_over', null],
  ['population_65', null],
  ['jobs', null],
  ['total_jobs', null],
  ['count', null],
  ['core20', null],
])('%s counts %s', (name, who) => {
  expect(countedAs(name)).toBe(who);
});

test.each([
  ['residents', 'census21_lsoa.csv', 'Census 2021'],
  ['residents', 'census-2021.csv', 'Census 2021'],
  ['population', 'mye2020_lsoa11.csv', 'mid-2020 estimates'],
  ['mid-year 2022 population', '', 'mid-2022 estimates'],
  ['residents 2019', '', '2019'],
  ['residents', 'lsoa2021.csv', ''],
])('%s in %s: %s', (column, file, when) => {
  expect(countedWhen(column, file)).toBe(when);
});

test.each([
  ['people', 'total residents in census21_residents.csv', 'residents, Census 2021'],
  ['residents', 'n in people.csv', 'residents'],
  ['people', 'total in people.csv', ''],
  ['people', 'population in mye2020.csv.gz', 'population, mid-2020 estimates'],
  ['older', 'aged 65 and over in people.csv', 'aged 65 and over'],
  ['people', 'residents, Census 2021', 'residents, Census 2021'],
  ['patients', 'registered patients, gp-reg-pat-prac-map.csv', 'registered patients'],
  ['jobs', 'jobs in jobs.csv', ''],
])('%s, %s: %s', (measure, basis, words) => {
  expect(basisWords(measure, basis)).toBe(words);
});

test('a headline speaks of people, of patients, or of what a measure is called', () => {
  expect(peopleFirst(1234, 'usual_residents')).toBe('1,234 people');
  expect(peopleFirst(1, 'residents')).toBe('One person');
  expect(peopleFirst(1, 'registered_patients')).toBe('One patient');
  expect(peopleFirst(2, 'residents_65_over')).toBe('2 residents 65 over');
});
