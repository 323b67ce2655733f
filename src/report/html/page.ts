/**
 * The result as one HTML page that opens from disk with no network: its story on the first screen, then full tables
 * and method.
 *
 *     Result ──► story ──► sections (plain HTML, readable without a script)
 *            ──► data (JSON in an inert script element) ──► one inline script
 *
 * A content security policy names the style and the script by their hashes and forbids everything else, so that
 * nothing is fetched and no text from a file can run.
 */
import type { Result } from '../../result/result.js';
import { sha256Base64 } from '../../result/sha256.js';
import { findSplits, type Split } from '../../story/splits.js';
import type { Story } from '../../story/story.js';
import { tellStory } from '../../story/tell-story.js';
import { answerSection, isWide } from './answer-section.js';
import { clientCode } from './client-code.js';
import { coverBar, coverWidths } from './components/cover-bar.js';
import { figureStrip } from './components/figure-strip.js';
import { headline } from './components/headline.js';
import { topLine } from './components/top-line.js';
import { documentHead } from './document-head.js';
import { escapeHtml, scriptJson } from './escape.js';
import { bytesOf, fitContent, fitDots, PAGE_BYTES } from './fit-content.js';
import { firstScreenStyles } from './first-screen-styles.js';
import { peopleStyles } from './people-styles.js';
import { hasMap, mapSection } from './map-section.js';
import { methodSection } from './method-section.js';
import { wholeContent, type PageContent } from './page-content.js';
import { pageData } from './page-data.js';
import { pageLayers } from './page-layers.js';
import { styles } from './styles.js';
import { tableSection } from './table-section.js';

/** What is wished of a page. */
export interface PageOptions {
  /** True for every row and piece, however heavy the page gets. */
  readonly fullPage?: boolean;
}

/** The page as HTML text: of 3 MB at most, unless it is wished in full. A story that is not given is told from the result. */
export function writeHtml(
  result: Result,
  { fullPage = false }: PageOptions = {},
  story: Story = tellStory(result),
): string {
  const splits = findSplits(result);
  const whole = wholeContent(result);
  const page = composePage(result, splits, whole, story);
  const over = bytesOf(page) - PAGE_BYTES;
  if (fullPage || over <= 0) return page;
  const fitted = fitDots(result, splits, whole, over, story);
  if (fitted.over <= 0) return composePage(result, splits, fitted.content, story);
  return composePage(result, splits, fitContent(result, splits, fitted.content, fitted.over, story), story);
}

function composePage(result: Result, splits: readonly Split[], content: PageContent, story: Story): string {
  const layers = pageLayers(result).map(({ id }) => id);
  const style = `${styles()}${firstScreenStyles}${peopleStyles}${coverWidths(story.bar)}`;
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    `script-src 'sha256-${sha256Base64(clientCode)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const title = `${story.headline}: ${story.title}`;
  const map = mapSection(result, splits, story, content);
  const answer = answerSection(result, story, layers);
  return `${documentHead({ policy, version: result.tool.version, title, style })}
<body>
<a class="skip" href="#main">Skip to the content</a>
${topLine(story.title, result.tables, result.map !== undefined && hasMap(result, story))}
<main id="main" tabindex="-1">
<div class="first-screen answer-${story.answer?.kind ?? 'none'}${result.map !== undefined && hasMap(result, story) ? '' : ' without-map'}">
<div class="finding">
${headline(story)}
${figureStrip(story.figures)}
${coverBar(story.bar)}
</div>
<div class="answer${isWide(story) ? ' wide' : ''}">
${answer}
${map}
</div>
</div>
${[tableSection(result, content), methodSection(result)].filter((part) => part !== '').join('\n')}
</main>
<footer><p>Made by coterminous ${escapeHtml(result.tool.version)}. The same inputs give the same page; it holds all its data and asks nothing of a network.</p></footer>
<div id="live" class="for-readers" role="status" aria-live="polite"></div>
<script type="application/json" id="page-data">${scriptJson(pageData(result, splits, content, story))}</script>
<script>${clientCode}</script>
</body>
</html>
`;
}
