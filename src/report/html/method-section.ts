/**
 * How the figures came about: rules, what was found in detail, who was counted and how, tolerance, what adds up to what, how inputs were read, notes,
 * findings, inputs.
 */
import { layerNamed } from '../../result/layer-words.js';
import { columnAbout, measuresOf } from '../../result/find-column.js';
import { attributionsOf } from '../../result/attributions.js';
import type { Result } from '../../result/result.js';
import { wholeText, spaced } from '../../trouble/count-text.js';
import { reconciliationText } from '../reconciliation-text.js';
import { verificationText } from '../verification-text.js';
import { setAsideText } from '../set-aside-text.js';
import { escapeHtml } from './escape.js';
import { readingSection } from './reading-section.js';
import { sensitivityCharts } from './sensitivity-chart.js';

const MOST_FINDINGS = 200;

/** Method and inputs as HTML. */
export function methodSection(result: Result): string {
  const setAside = setAsideText(result);
  const sentences = [
    ...countedSentences(result),
    ...(result.area_model === null ? [] : [`Areas: ${result.area_model}.`]),
    ...(setAside === null ? [] : [`${setAside}.`]),
  ];
  return `<section aria-labelledby="method">
<h2 id="method">Method</h2>
${rules(result)}
<h3>In detail</h3>
${list(result.summary.slice(1).map(withoutOptions))}
<h3>What was counted, and how</h3>
${list(sentences)}
${sensitivityCharts(result)}
${result.reconciliation.length === 0 ? '' : `<h3>Does it add up?</h3>\n${list([...reconciliationText(result), ...verificationText(result)])}`}
${readingSection(result)}
${result.notes.length === 0 ? '' : `<h3>Notes on how inputs were read</h3>\n${list(result.notes)}`}
${findings(result)}
</section>
<section aria-labelledby="inputs">
<h2 id="inputs">Inputs</h2>
${layerTable(result)}
${inputTable(result)}
${attributionsOf(result)
  .map((text) => `<p>${escapeHtml(text)}</p>`)
  .join('\n')}
</section>`;
}

/** Sentences for a terminal name options of the command; a paper does not need them. */
const withoutOptions = (sentence: string): string => sentence.replace(/ \(--[^)]*\)/g, '');

/** Rules that were given, and whether they were met. */
function rules({ rules: all }: Result): string {
  if (all.length === 0) return '';
  const items = all.map(
    ({ rule, met, detail }) =>
      `<li><strong>${met ? 'Met' : 'Broken'}</strong>: ${escapeHtml(rule)}${detail === '' ? '' : ` (${escapeHtml(detail)})`}</li>`,
  );
  return `<h3>Rules</h3>\n<ul>${items.join('\n')}</ul>`;
}

const list = (sentences: readonly string[]): string =>
  sentences.length === 0
    ? ''
    : `<ul class="sentences">${sentences.map((text) => `<li>${escapeHtml(text)}</li>`).join('\n')}</ul>`;

/** What was counted and how it was placed, once for each measure and way. */
function countedSentences(result: Result): string[] {
  const found = new Set<string>();
  for (const table of [...result.tables, ...(result.map?.pairs ?? [])]) {
    for (const name of measuresOf(table)) {
      const basis = columnAbout(table, { role: 'basis', measure: name });
      const method = columnAbout(table, { role: 'method', measure: name });
      for (const row of table.rows) {
        const how =
          method < 0 ? '' : ` (${String(row[method] ?? '').replace(/; fewer than five blocks$/, '')})`;
        found.add(`${spaced(name)}: ${String(row[basis] ?? '')}${how}.`);
      }
    }
  }
  return [...found];
}

function findings(result: Result): string {
  const { findings: all } = result;
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_FINDINGS)
    .map(
      ({ severity, layer, code, name, detail }) =>
        `<tr><td>${escapeHtml(severity)}</td><td>${escapeHtml(layerNamed(layer, result))}</td><th scope="row">${escapeHtml([...new Set([code, name])].filter((part) => part !== '').join(' ') || 'the file')}</th><td>${escapeHtml(detail)}</td></tr>`,
    );
  const more = all.length - rows.length;
  return `<details class="notes"><summary><h3>Findings</h3> <span class="row-total">${wholeText(all.length)}</span></summary>
<div class="scroll" tabindex="0" role="region" aria-label="Findings"><table><caption>Faults and oddities of the inputs</caption>
<thead><tr><th scope="col">Severity</th><th scope="col">Layer</th><th scope="col">Unit</th><th scope="col">What was found</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>${more > 0 ? `<p>${wholeText(more)} more are in the JSON.</p>` : ''}
</details>`;
}

function layerTable(result: Result): string {
  const rows = result.layers.map((layer) => {
    const accuracy =
      layer.accuracyMetres === null ? '' : `${layer.accuracyMetres} m (${layer.accuracyFrom ?? ''})`;
    const system = layer.system === null ? 'no shapes' : `${layer.system} (${layer.systemKnownBy ?? ''})`;
    return `<tr><th scope="row">${escapeHtml(layer.many)}</th><td>${escapeHtml(layer.vintage ?? '')}</td><td class="figure">${wholeText(layer.units)}</td><td class="figure">${wholeText(layer.positions)}</td><td>${escapeHtml(system)}</td><td>${escapeHtml(accuracy)}</td><td>${escapeHtml(layer.codeField)}</td></tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="Layers"><table class="small">
<caption>Layers as they were read</caption>
<thead><tr><th scope="col">Layer</th><th scope="col">Vintage</th><th scope="col" class="figure">Units</th><th scope="col" class="figure">Positions</th><th scope="col">Coordinates</th><th scope="col">Accuracy</th><th scope="col">Code field</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function inputTable(result: Result): string {
  const { inputs } = result;
  if (inputs.length === 0) return '';
  const rows = inputs.map(
    ({ id, role, file, format, bytes, sha256 }) =>
      `<tr><th scope="row">${escapeHtml(file)}</th><td>${escapeHtml(role)}</td><td>${escapeHtml(layerNamed(id, result))}</td><td>${escapeHtml(format)}</td><td class="figure">${bytes === null ? '' : wholeText(bytes)}</td><td>${sha256 === null ? '' : `<code class="hash">${escapeHtml(sha256)}</code>`}</td></tr>`,
  );
  return `<div class="scroll" tabindex="0" role="region" aria-label="Input files"><table class="small">
<caption>Input files</caption>
<thead><tr><th scope="col">File</th><th scope="col">Role</th><th scope="col">Gave</th><th scope="col">Format</th><th scope="col" class="figure">Bytes</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div>`;
}
