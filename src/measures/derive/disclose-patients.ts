/**
 * Patients and residents of blocks disclosed before a footprint is derived from them.
 *
 * A cell is the patients of one block with one unit, or the people of one block.
 */
import { standIn, type Disclosure } from '../../layer/disclosure.js';
import type { Membership } from '../../layer/membership.js';
import { makeMeasure, type Measure } from '../../layer/people.js';

/** The membership with disclosed weights; what is rounded to nobody weighs nothing. */
export const disclosePatients = (membership: Membership, rule: Disclosure): Membership => ({
  ...membership,
  weight: membership.weight.map((patients, cell) => standIn(patients, rule, cell)),
});

/** The measure with disclosed people of every block. */
export const disclosePeople = (measure: Measure, rule: Disclosure): Measure =>
  makeMeasure({ ...measure, values: measure.values.map((people, block) => standIn(people, rule, block)) });
