/**
 * The result as one HTML page that opens from disk with no network: text, map, chart, tables, method, inputs.
 *
 *     Result ──► sections (plain HTML, readable without a script)
 *            ──► data (JSON in an inert script element) ──► one inline script
 *
 * A content security policy names the style and the script by their hashes and forbids everything else, so that
 * nothing is fetched and no text from a file can run.
 */
import type { Result } from '../../result/result.js';
import { chartSection } from './chart-section.js';
import { clientCode } from './client-code.js';
import { escapeHtml, scriptJson } from './escape.js';
import { layerWords } from '../../result/layer-words.js';
import { mapSection } from './map-section.js';
import { methodSection } from './method-section.js';
import { pageData } from './page-data.js';
import { sha256Base64 } from '../../result/sha256.js';
import { findSplits } from '../../story/splits.js';
import { styles } from './styles.js';
import { summarySection } from './summary-section.js';
import { tableSection } from './table-section.js';

/** What the page of a command is about. */
const SUBJECTS: Readonly<Record<string, string>> = {
  overlap: 'what they share',
  align: 'where they line up',
  coverage: 'neighbourhood coverage',
  partners: 'who shares this place',
  check: 'are the boundaries sound?',
  compare: 'what changed',
  scenario: 'what if',
  suggest: 'the smallest changes that would line them up',
  derive: 'derived footprints',
};

/** The page as HTML text. */
export function writeHtml(result: Result): string {
  const splits = findSplits(result);
  const title = pageTitle(result);
  const style = styles();
  const map = mapSection(result, splits);
  const chart = chartSection(result, splits);
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; script-src 'sha256-${sha256Base64(clientCode)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const links = [
    ['summary', 'Summary'],
    ...(map === '' ? [] : [['map-heading', 'Map']]),
    ...(chart === '' ? [] : [['chart', 'Chart']]),
    ...(result.tables.length === 0 ? [] : [['tables', 'Tables']]),
    ['method', 'Method'],
    ['inputs', 'Inputs'],
  ].map(([id, text]) => `<li><a href="#${id}">${text}</a></li>`);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="coterminous ${escapeHtml(result.tool.version)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="maker">coterminous ${escapeHtml(result.command)}</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(layersText(result))}</p>
<nav aria-label="On this page"><ul>${links.join('')}</ul></nav>
<div class="page-tools"><button type="button" id="theme">Dark colours</button> <button type="button" id="print">Print</button></div>
</header>
<main id="main" tabindex="-1">
${[summarySection(result, splits), map, chart, tableSection(result), methodSection(result)].filter((part) => part !== '').join('\n')}
</main>
<footer><p>Made by coterminous ${escapeHtml(result.tool.version)} from the inputs above. The same inputs give the same page; it holds all its data and asks nothing of a network.</p></footer>
<div id="live" class="for-readers" role="status" aria-live="polite"></div>
<script type="application/json" id="page-data">${scriptJson(pageData(result, splits))}</script>
<script>${clientCode}</script>
</body>
</html>
`;
}

function pageTitle(result: Result): string {
  // Of what can be had by subtraction the finding itself is the title.
  if (result.command === 'differencing' && result.summary[0] !== undefined)
    return result.summary[0].replace(/\.$/, '');
  const [first, second] = result.layers;
  const words = [first, second].flatMap((layer) =>
    layer === undefined ? [] : [layerWords(layer, result).many],
  );
  const subject = SUBJECTS[result.command] ?? result.command;
  const layers = result.layers.length > 2 && result.command !== 'compare' ? [...words, 'more'] : words;
  const named =
    layers.length > 1 ? `${layers.slice(0, -1).join(', ')} and ${layers.at(-1)}` : layers.join('');
  const text = `${named}: ${subject}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const layersText = (result: Result): string =>
  result.layers
    .map(
      (layer) =>
        `${layer.id}: ${layerWords(layer, result).many}${layer.vintage === null ? '' : `, ${layer.vintage}`}`,
    )
    .join(' · ');
