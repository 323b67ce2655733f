/**
 * A sentence or figure of the story as HTML.
 */
import { escapeHtml } from '../escape.js';

/** Escaped, with no line break before a per cent sign. */
export const prose = (text: string): string => escapeHtml(text.replaceAll(' %', '\u00a0%'));
