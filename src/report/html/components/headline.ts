/**
 * Headline: the finding in one sentence, and what was counted.
 */
import type { Story } from '../../../story/story.js';
import { prose } from './prose.js';

/** Letters that fit on one line of the widest page at full size. */
const ONE_LINE = 76;

/** The heading of the page with its subtitle. */
export function headline({ headline: text, subtitle }: Story): string {
  const size = text.length > ONE_LINE ? ' class="long"' : '';
  return `<h1${size}>${prose(text)}</h1>
${subtitle === '' ? '' : `<p class="subtitle">${prose(subtitle)}</p>`}`;
}
