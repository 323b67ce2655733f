/**
 * Changes of codes that come with the tool: councils whose code changed while their area did not.
 */
import type { Recode } from './recode.js';

/** Source: ONS Code History Database; both are new codes of 1 April 2025 for the same metropolitan district. */
export const shippedRecodes: readonly Recode[] = [
  { kind: 'ltla', oldCode: 'E08000016', newCode: 'E08000038', name: 'Barnsley', from: '2025' },
  { kind: 'ltla', oldCode: 'E08000019', newCode: 'E08000039', name: 'Sheffield', from: '2025' },
];
