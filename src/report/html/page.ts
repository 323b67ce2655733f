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
import { mapSection } from './map-section.js';
import { methodSection } from './method-section.js';
import { pageData } from './page-data.js';
import { reportSubtitle, reportTitle } from '../report-title.js';
import { sha256Base64 } from '../../result/sha256.js';
import { findSplits } from '../../story/splits.js';
import { styles } from './styles.js';
import { summarySection } from './summary-section.js';
import { tableSection } from './table-section.js';

/** The page as HTML text. */
export function writeHtml(result: Result): string {
  const splits = findSplits(result);
  const title = reportTitle(result);
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
<p>${escapeHtml(reportSubtitle(result))}</p>
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
