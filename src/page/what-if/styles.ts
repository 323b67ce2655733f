/**
 * The style of the workbench, with the colours of the report page.
 */
import { DARK, LIGHT } from '../../report/html/styles.js';

/** Tints of units: six that neighbours tell apart beside one another, light enough for names on them. */
const LIGHT_TINTS =
  '--tint-0: #cfe0ee; --tint-1: #d3ebe4; --tint-2: #f3e3c8; --tint-3: #e6daee; --tint-4: #f0d8dc; --tint-5: #dde3c4;';
const DARK_TINTS =
  '--tint-0: #23435e; --tint-1: #1f4d45; --tint-2: #57452a; --tint-3: #44355a; --tint-4: #5a343b; --tint-5: #434b28;';

export const whatIfStyles = `
.work {${LIGHT} ${LIGHT_TINTS}}
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) .work {${DARK} ${DARK_TINTS}} }
:root[data-theme=dark] .work {${DARK} ${DARK_TINTS}}
.work { background: var(--ground); color: var(--ink); font: 1rem/1.4 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
.work *, .work *::before { box-sizing: border-box; }
.work h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; padding: 0; border: 0; }
.work h2 { font-size: 1.05rem; line-height: 1.3; margin: 1.1rem 0 .35rem; padding: 0; border: 0; }
.work :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-ring); border-radius: 2px; }
.work :is(button, input, select) { font: inherit; color: inherit; }
.work :is(button, select, .pick) { min-height: 2.25rem; padding: .25rem .75rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--panel); cursor: pointer; max-width: 100%; }
.work button:hover:not(:disabled) { border-color: var(--ink); }
.work button:disabled { color: var(--quiet); border-color: var(--hair); cursor: default; }
.work :is(button[aria-pressed=true], [role=tab][aria-selected=true], .work-by label:has(:checked)) { background: var(--tab); color: #fff; border-color: var(--tab); }
.work button.main { background: var(--tab); color: #fff; border-color: var(--tab); font-weight: 600; }
.work :is(input[type=search], input[type=text]) { min-height: 2.25rem; padding: .25rem .5rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--ground); width: 100%; }
.work .quiet { color: var(--quiet); font-size: .9rem; }
.work .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.work-bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 .75rem; }
.work-bar [role=tablist] { display: flex; flex-wrap: wrap; gap: .25rem; }
.work-bar .apart { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
.work-file { position: relative; display: inline-flex; align-items: center; }
.work-file input { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; }
.work-file:focus-within .pick { outline: 3px solid var(--focus); outline-offset: 2px; }
.work-body { display: grid; grid-template-columns: minmax(0, 1fr) 25rem; gap: 1rem; align-items: start; }
.work-body.no-map { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.work-map { position: relative; height: clamp(22rem, 74vh, 46rem); border: 1px solid var(--hair); overflow: hidden; background: var(--sea); }
.work-map canvas { position: absolute; inset: 0; width: 100%; height: 100%; touch-action: none; cursor: pointer; }
.work-map[data-tool=lasso] canvas, .work-map[data-tool=rectangle] canvas { cursor: crosshair; }
.work-map canvas:focus-visible { outline-offset: -4px; box-shadow: none; }
.work-map :is(.ground, .band) { pointer-events: none; }
.work-map .cross { position: absolute; left: 50%; top: 50%; width: 23px; height: 23px; margin: -12px 0 0 -12px; display: none; pointer-events: none; background: linear-gradient(var(--chosen), var(--chosen)) center / 23px 2px no-repeat, linear-gradient(var(--chosen), var(--chosen)) center / 2px 23px no-repeat; }
.work-map canvas:focus-visible ~ .cross { display: block; }
.map-tools { position: absolute; left: 10px; top: 10px; display: grid; gap: 4px; }
.work .map-tools button { min-width: 36px; min-height: 36px; padding: 0; background: var(--ground); }
.work .map-tools button[aria-pressed=true] { background: var(--tab); }
.map-tools button:nth-child(4) { margin-top: 8px; }
.map-key { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .4rem 0 0; font-size: .85rem; color: var(--quiet); }
.map-key span::before { content: ""; display: inline-block; width: 1.6rem; margin-right: .4rem; vertical-align: middle; border-top: 3px solid var(--layer-0); }
.map-key .of-other::before { border-top: 2px dashed var(--place-line); }
.map-key .of-moved::before { height: .8rem; border: 1px solid var(--edge); background: repeating-linear-gradient(135deg, var(--ink) 0 1px, transparent 1px 5px); }
.work-by { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .25rem; }
.work-by legend { font-weight: 600; padding: 0; margin-bottom: .25rem; }
.work-by label { display: inline-flex; align-items: center; min-height: 2.25rem; padding: .2rem .7rem; border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }
.work-by input { position: absolute; opacity: 0; }
.work-by label:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
.work-choices label { font-size: .9rem; }
#work-list { list-style: none; margin: .4rem 0 0; padding: 0; max-height: 12.6rem; overflow-y: auto; border: 1px solid var(--hair); border-radius: 4px; }
#work-list li { display: flex; justify-content: space-between; gap: .75rem; padding: .3rem .6rem; cursor: pointer; border-bottom: 1px solid var(--hair); font-size: .92rem; }
#work-list li:last-child { border-bottom: 0; }
#work-list li.active { background: var(--panel); }
#work-list:focus-visible li.active { box-shadow: inset 3px 0 var(--focus); }
#work-list li[aria-selected=true] { background: var(--linked); font-weight: 600; }
#work-list li[aria-selected=true] > :first-child::before { content: "✓ "; }
.work-give { border: 1px solid var(--hair); border-left: 4px solid var(--lead); border-radius: 4px; padding: .6rem .75rem; margin: .75rem 0 0; background: var(--panel); }
.work-give p { margin: 0 0 .4rem; }
.work-give .buttons { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.work-give .buttons > button:not(.main) { background: var(--ground); }
.work-give form button { white-space: nowrap; background: var(--ground); }
.work-give form { display: flex; flex-wrap: wrap; align-items: end; gap: .2rem .4rem; margin-top: .4rem; width: 100%; }
.work-give form label { flex-basis: 100%; color: var(--quiet); font-size: .9rem; }
.work-give form input { flex: 1 1 8rem; width: auto; min-width: 0; }
.work-give select { min-width: 0; flex: 1 1 8rem; background: var(--ground); }
.work table { border-collapse: collapse; width: 100%; font-size: .92rem; }
.work th, .work td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--hair); }
.work :is(th, td):first-child { padding-left: 0; } .work :is(th, td):last-child { padding-right: 0; }
.work th.figure, .work td.figure { text-align: right; }
.work thead th { font-size: .85rem; color: var(--quiet); font-weight: 600; vertical-align: bottom; white-space: normal; }
.work tbody th { font-weight: 400; }
.work tbody th .quiet { display: block; font-size: .82rem; line-height: 1.25; }
.work td.now { font-weight: 700; }
.work td.difference { white-space: nowrap; color: var(--quiet); font-size: .88rem; }
.work tr:is(.differs, .better, .worse) td.difference { color: var(--ink); font-weight: 600; }
.work tr.better td.difference { color: var(--lead); }
.work tr.worse td.difference { color: var(--people-ink); }
.work .sentences { margin: .4rem 0; padding-left: 1.1rem; }
.work .drawn { list-style: none; margin: 0; padding: 0; }
.work .drawn li { display: grid; gap: .05rem; padding: .45rem 0; border-bottom: 1px solid var(--hair); }
.work .drawn-people { font-size: 1.15rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.work .scroll { overflow-x: auto; }
.work .scroll table { width: auto; min-width: min(100%, 44rem); }
.work .trouble { border-left: 4px solid var(--none); padding: .4rem .75rem; background: var(--panel); margin: .5rem 0; }
.work .trouble:empty { display: none; }
.work .pick { display: inline-flex; align-items: center; }
.work-status { min-height: 1.4em; margin: 0 0 .5rem; max-width: none; }
@media (min-width: 60.01rem) {
  .work-body:not(.no-map) { grid-template-rows: auto 1fr; }
  .work-place { position: sticky; top: .5rem; grid-row: 1; }
  .work-body:not(.no-map) > .work-side { grid-area: 1 / 2 / span 2; }
  .work-body:has(.work-beside:empty) > .work-place { grid-row: 1 / span 2; }
}
.work-beside:empty { display: none; }
.no-map > .work-beside { grid-column: 1 / -1; }
@media (max-width: 60rem) {
  .work-body, .work-body.no-map { grid-template-columns: minmax(0, 1fr); }
  .work-map { height: 56vh; min-height: 18rem; }
  .work-bar .apart { margin-left: 0; }
  .map-tools { top: auto; bottom: 8px; left: 8px; grid-auto-flow: column; }
  .map-tools button:nth-child(4) { margin: 0 0 0 8px; }
  .work .map-tools button { min-width: 40px; min-height: 40px; }
  .work :is(button, select, .pick, .work-by label) { min-height: 2.75rem; }
  #work-list li { padding: .6rem; }
}
@media (forced-colors: active) { .work :is(button[aria-pressed=true], [role=tab][aria-selected=true]) { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
@media print { .work-bar, .work-choices, .work-give, .map-tools, .work-by { display: none; } .work-body { display: block; } .work-map { height: 14cm; } }
`;
