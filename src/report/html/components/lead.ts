/**
 * Names of units as links to their cards: `#unit=E07000244&layer=ltla`, which can be sent on.
 */
import type { UnitRef } from '../../../story/story.js';
import { escapeHtml } from '../escape.js';

/** A unit's name as HTML: a link where the page knows its layer, plain text elsewhere. */
export type Lead = (unit: UnitRef) => string;

/** Leads to units of these layers, which stand on the page in this order. */
export const leadTo =
  (layers: readonly string[]): Lead =>
  ({ layer, code, name }) => {
    const number = layers.indexOf(layer);
    if (number < 0 || code === '') return escapeHtml(name);
    const hash = `#unit=${encodeURIComponent(code)}&layer=${encodeURIComponent(layer)}`;
    return `<a href="${escapeHtml(hash)}" data-target="u:${number}:${escapeHtml(code)}">${escapeHtml(name)}</a>`;
  };
