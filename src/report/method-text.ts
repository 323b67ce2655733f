/**
 * How a result was made, as sentences: what was read and how, the tolerance, what was set aside, whether it adds up.
 * Terminals print them as one paragraph, a pipe gets a line each.
 */
import type { Result } from '../result/result.js';
import { capital } from '../trouble/count-text.js';
import { addsUpText } from './reconciliation-text.js';
import { readingLines } from './reading-lines.js';
import { setAsideText } from './set-aside-text.js';
import { verificationText } from './verification-text.js';

/** The sentences, without full stops at their ends. */
export function methodSentences(result: Result): string[] {
  const setAside = setAsideText(result);
  return [
    ...readingLines(result),
    ...result.notes,
    ...(setAside === null ? [] : [setAside]),
    ...addsUpText(result),
    ...verificationText(result),
  ];
}

/** Sentences as one paragraph, each said once. */
export const paragraphOf = (sentences: readonly string[]): string =>
  [...new Set(sentences.map(asSentence))].join(' ');

/** A capital where it begins with a word, which names of files and layers keep as they are; a full stop. */
const asSentence = (text: string): string => {
  const begun = /^[a-z]+ /.test(text) ? capital(text) : text;
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
};
