/**
 * The style of the page: Analysis Function colours, each with a pattern or a shape beside it, in light and dark,
 * for forced colours and for paper.
 */

/** Colours of a page in light and dark, as custom properties. */
export const LIGHT = `
--ground: #ffffff; --panel: #f3f4f5; --ink: #0b0c0c; --quiet: #505a5f; --edge: #505a5f; --hair: #bfbfbf;
--sea: #ffffff; --land: #eef0f2; --coast: #8a949e; --minor: #a9b3bd; --lead: #12436d; --focus: #12436d; --focus-ring: #ffd166;
--layer-0: #12436d; --layer-1: #a9b3bd; --layer-2: #801650; --layer-3: #28a197;
--people: #f46a25; --people-line: #a33c08; --people-ink: #a33c08; --people-disc: #a33c08; --piece: #fbd9c8;
--one: #12436d; --several: #f46a25; --none: #801650; --middle: #2073bc; --rest: #c9d6e2; --flow: #8fb4d4; --tab: #12436d;
--place: #dce6ef; --place-1: #c8d9e8; --place-2: #eceef2; --place-edge: #4f7391; --place-line: #505a5f;
--shared-ground: #fbd9c8; --shared-line: #fbd9c8; --patch-ground: #fbd9c8; --patch-line: #a33c08; --stretch: #801650;
--chosen: #0b0c0c; --chosen-under: #ffd166; --linked: #fff3cd; --halo: #ffffff;
color-scheme: light;`;

export const DARK = `
--ground: #12161a; --panel: #1b2127; --ink: #f3f4f5; --quiet: #b9c2cb; --edge: #8b959c; --hair: #46505a;
--sea: #12161a; --land: #262d34; --coast: #5e6a75; --minor: #44505b; --lead: #8ec5f2; --focus: #ffd166; --focus-ring: #12161a;
--layer-0: #7fb2de; --layer-1: #6f7c89; --layer-2: #e86fb0; --layer-3: #28a197;
--people: #f46a25; --people-line: #ffc3a3; --people-ink: #ff9a66; --people-disc: #a33c08; --piece: #5b3421;
--one: #6bace6; --several: #f46a25; --none: #e86fb0; --middle: #6bace6; --rest: #33506b; --flow: #5b86ad; --tab: #12436d;
--place: #24323f; --place-1: #2d4255; --place-2: #262d34; --place-edge: #6b8daa; --place-line: #b9c2cb;
--shared-ground: #5b3421; --shared-line: #5b3421; --patch-ground: #5b3421; --patch-line: #ff9a66; --stretch: #e86fb0;
--chosen: #ffffff; --chosen-under: #b8860b; --linked: #4a4012; --halo: #12161a;
color-scheme: dark;`;

/** The style sheet. */
export const styles = (): string => `
:root, .paper {${LIGHT}}
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) {${DARK}} }
:root[data-theme=dark] {${DARK}}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 0 40px 2rem; max-width: 90rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--layer-0); }
h3 { font-size: 1.15rem; margin: 1.25rem 0 .5rem; line-height: 1.3; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, .sentences li { max-width: 75ch; }
a { color: var(--lead); }
.sentences { padding-left: 1.25rem; }
.sentences li { margin-bottom: .35rem; }
.for-readers, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip:focus { position: absolute; left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--ground); z-index: 9; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 2px var(--focus-ring); border-radius: 2px; }
main:focus { outline: none; }
button, input { font: inherit; color: inherit; }
button { min-height: 2.25rem; min-width: 2.25rem; padding: .25rem .75rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--panel); cursor: pointer; }
button:hover { border-color: var(--ink); }
button[aria-pressed=true] { background: var(--lead); color: var(--ground); }
input[type=text], input[type=search] { min-height: 2.25rem; padding: .25rem .5rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--ground); max-width: 100%; }
input[type=checkbox], input[type=radio] { width: 1.25rem; height: 1.25rem; accent-color: var(--lead); margin: 0; flex: none; }
button.lead { display: inline; min-height: 24px; min-width: 24px; padding: .1rem 0; border: 0; background: none; color: var(--lead); text-align: left; text-decoration: underline; text-underline-offset: .15em; font-weight: inherit; }
button.lead:hover { text-decoration-thickness: 2px; }
html:not(.scripted) :is(#menu, #theme, .menu, .search, .table-tools button, .table-tools label, [data-action=rows], #map-frame, .map-parts) { display: none; }
noscript svg { max-width: 100%; height: auto; border: 1px solid var(--hair); }

.switches { border: 1px solid var(--hair); border-radius: 4px; padding: .25rem .6rem .5rem; margin: 1rem 0 0; min-width: 0; }
.switches legend { font-weight: 600; padding: 0 .25rem; }
.switch { display: flex; align-items: center; gap: .5rem; min-height: 2rem; cursor: pointer; line-height: 1.2; padding: .15rem 0; }
.swatch { width: 28px; height: 16px; flex: none; overflow: visible; }
.swatch .name { font-size: 12px; }
#map-frame { position: relative; height: clamp(24rem, 78vh, 46rem); border: 1px solid var(--hair); overflow: hidden; background: var(--sea); }
#map-frame > svg { position: absolute; inset: 0; display: block; width: 100%; height: 100%; touch-action: pan-y; cursor: grab; user-select: none; }
#map-frame > svg:focus-visible { outline-offset: -4px; box-shadow: none; }
#map-frame > svg:active { cursor: grabbing; }
.map-buttons { position: absolute; left: 12px; top: 12px; z-index: 2; display: grid; grid-template-columns: 32px; gap: 4px; }
.map-buttons:not(:hover, :focus-within) > :is(.move-north, .move-west, .move-east, .move-south) { clip-path: inset(50%); }
.map-buttons button { padding: 0; min-width: 32px; min-height: 32px; border-radius: 0; font-size: 1.1rem; line-height: 1; background: var(--ground); }
.map-cross { position: absolute; left: 50%; top: 50%; width: 23px; height: 23px; margin: -12px 0 0 -12px; display: none; pointer-events: none;
  background: linear-gradient(var(--chosen), var(--chosen)) center / 23px 2px no-repeat, linear-gradient(var(--chosen), var(--chosen)) center / 2px 23px no-repeat; }
#map-frame > svg:focus-visible ~ .map-cross { display: block; }
.map-scale { position: absolute; left: .6rem; bottom: .5rem; margin: 0; font-size: .8rem; display: flex; gap: .4rem; align-items: flex-end; pointer-events: none; background: var(--ground); padding: .1rem .4rem; border-radius: 3px; }
#scale-bar { display: inline-block; height: .45rem; border: 2px solid var(--ink); border-top: 0; margin-bottom: .35rem; }
.dot-key { position: absolute; right: .6rem; bottom: .5rem; margin: 0; max-width: min(62%, 25rem); font-size: .8rem; line-height: 1.25; padding: .15rem .45rem; background: var(--ground); border-radius: 3px; pointer-events: none; } .dot-key[hidden] { display: none; } .dot-key .swatch { width: 8px; height: 8px; }
.map-dot { fill: var(--ink); fill-opacity: .6; }
#wheel-hint { position: absolute; left: 50%; top: 50%; transform: translate(-50%, -50%); margin: 0; padding: .4rem .8rem; background: var(--ink); color: var(--ground); border-radius: 4px; pointer-events: none; max-width: 90%; text-align: center; }

.map-canvas { position: absolute; left: 0; top: 0; transform-origin: 0 0; pointer-events: none; }
.map-canvas[hidden] { display: none; }
.unit { fill: var(--land); }
.coast { stroke: var(--coast); stroke-width: 1; }
.map-notes, .cut { color: var(--quiet); font-size: .9rem; }
svg .key-shared { fill: url(#key-hatch); stroke: var(--shared-line); } .patch.key-patch { fill: url(#key-cross-hatch); }
.lines, .swatch [class^=lines] { fill: none; stroke-linejoin: round; stroke-linecap: round; pointer-events: none; }
.lines, .hovered, .chosen, .chosen-under, .stretch { vector-effect: non-scaling-stroke; }
.lines-0 { stroke: var(--layer-0); stroke-width: 2; fill: none; }
.lines-1 { stroke: var(--layer-1); stroke-width: 1; fill: none; }
.swatch .lines-1 { stroke-width: 1.5; }
.lines-2 { stroke: var(--layer-2); stroke-width: 1.4; stroke-dasharray: 6 3; fill: none; }
.lines-3, .lines-4, .lines-5, .lines-6, .lines-7 { stroke: var(--layer-3); stroke-width: 1.4; stroke-dasharray: 2 3; fill: none; }
.moments .lines-0 { stroke: var(--none); stroke-width: 1.5; stroke-dasharray: 4 3; } .moments .lines-1 { stroke: var(--layer-0); stroke-width: 1.5; }
.proposals .lines-1 { stroke: var(--quiet); stroke-width: 1.5; } .proposals .lines-2 { stroke: var(--layer-0); stroke-width: 2.2; stroke-dasharray: none; }
.shared-ground { fill: var(--shared-ground); } .shared-line { stroke: var(--shared-line); stroke-width: 2; }
.patch-ground { fill: var(--patch-ground); } .patch-line { stroke: var(--patch-line); stroke-width: 1.3; fill: none; }
.patch { fill: url(#key-cross-hatch); stroke: var(--patch-line); stroke-width: 1.2; vector-effect: non-scaling-stroke; }
.stretch { fill: none; stroke: var(--stretch); stroke-width: 4; stroke-dasharray: 9 4; stroke-linejoin: round; }
.hovered { fill: none; stroke: var(--chosen); stroke-width: 1.5; stroke-dasharray: 3 2; pointer-events: none; }
.chosen, .chosen-under { fill: none; pointer-events: none; stroke-linejoin: round; }
.chosen-under { stroke: var(--chosen-under); stroke-width: 8; opacity: .85; }
.chosen { stroke: var(--chosen); stroke-width: 3; }
.name { font: 600 12px/1 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; text-anchor: middle; fill: var(--ink); stroke: var(--halo); stroke-width: 3px; paint-order: stroke; stroke-linejoin: round; pointer-events: none; }
.name-1 { font-weight: 400; }


.scroll { overflow-x: auto; max-width: 100%; }
.table .scroll { max-height: 34rem; overflow: auto; border: 1px solid var(--hair); border-radius: 4px; }
table { border-collapse: collapse; font-size: .95rem; }
caption span { display: block; position: sticky; left: .5rem; max-width: min(70ch, calc(100vw - 4.5rem)); }
caption { text-align: left; color: var(--quiet); padding: .4rem .5rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--hair); }
thead :is(th, td) { background: var(--panel); vertical-align: bottom; font-size: .9rem; }
.table thead th { position: sticky; top: 0; z-index: 1; min-width: 5rem; }
tbody th { font-weight: 600; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .figure { white-space: normal; }
.readings p { margin: 0 0 .2rem; }
.readings th p { color: var(--quiet); font-weight: 400; }
td.words { min-width: 9rem; max-width: 30rem; }
button.sort { min-height: 24px; width: 100%; padding: .1rem 0; border: 0; background: none; text-align: inherit; font-weight: 600; }
button.sort::after { content: " ↕"; color: var(--quiet); }
[aria-sort=ascending] button.sort::after { content: " ↑"; color: inherit; }
[aria-sort=descending] button.sort::after { content: " ↓"; color: inherit; }
table:not(.every-column) .minor { display: none; }
tr.linked > *, li .linked, .linked > th, .linked > td { background: var(--linked); }
tr.linked > :first-child { box-shadow: inset 4px 0 var(--lead); }
details.table { border: 1px solid var(--hair); border-radius: 4px; margin: .75rem 0; padding: 0 .75rem; }
details.table[open] { padding-bottom: .75rem; }
summary { cursor: pointer; padding: .5rem 0; min-height: 2.5rem; }
summary h3 { display: inline; }
.row-total { color: var(--quiet); margin-left: .5rem; }
.table-tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .25rem 0 .75rem; }
.table-tools label { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.row-count { color: var(--quiet); }
[data-action=rows] { margin-top: .5rem; }
.same { color: var(--quiet); font-size: .9rem; }
.notes summary { color: var(--lead); }
.notes summary h3 { color: var(--ink); }
.notes dl { display: grid; gap: .5rem; }
.notes dd { margin: 0; max-width: 75ch; }
.notes dt { font-weight: 600; }
code { font-size: .85em; }
.hash { overflow-wrap: anywhere; display: inline-block; min-width: 16rem; }
.curve { margin: 0 0 .5rem; max-width: 40rem; }
.curve svg { width: 100%; height: auto; background: var(--panel); border-radius: 4px; }
.curve text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; fill: var(--ink); }
.curve .rule { stroke: var(--hair); } .curve .line { fill: none; stroke: var(--layer-0); stroke-width: 2; } .curve circle { fill: var(--layer-0); }
.curve .used { stroke: var(--patch-line); stroke-width: 2; stroke-dasharray: 5 3; } .curve .used-text { fill: var(--patch-line); font-weight: 600; }
figcaption { color: var(--quiet); }
.used-row > * { font-weight: 600; }
footer { margin-top: 2.5rem; border-top: 1px solid var(--hair); color: var(--quiet); }

@media (max-width: 50rem) {
  body { padding: 0 16px 2rem; }
  th, td { padding: .35rem .45rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  .lines-0 { stroke: CanvasText; } .lines-1 { stroke: GrayText; } .lines-2, .lines-3 { stroke: LinkText; }
  .unit, .shared-ground, .patch-ground { fill: Canvas; } .coast { stroke: GrayText; }
  .shared-line { stroke: GrayText; } .patch-line, .patch { stroke: Highlight; } .stretch { stroke: LinkText; }
  .chosen, .hovered { stroke: Highlight; } .chosen-under { stroke: Canvas; }
  .name { fill: CanvasText; stroke: Canvas; }
  .curve .line, .curve .rule { stroke: CanvasText; } .curve circle, .curve text { fill: CanvasText; } .curve .used { stroke: Highlight; }
  .map-cross { background: CanvasText; clip-path: polygon(46% 0, 54% 0, 54% 46%, 100% 46%, 100% 54%, 54% 54%, 54% 100%, 46% 100%, 46% 54%, 0 54%, 0 46%, 46% 46%); forced-color-adjust: none; }
  tr.linked > :first-child { border-left: 4px solid Highlight; }
}
@media print {
  :root, :root[data-theme=dark] {${LIGHT}}
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip, .table-tools, [data-action=rows], .notes { display: none; }
  #map-frame { break-inside: avoid; }
  #map-frame.on-paper .map-canvas { width: 100% !important; height: 100% !important; transform: none !important; object-fit: contain; }
  .table .scroll, .scroll { max-height: none; overflow: visible; border: 0; }
  .table thead th { position: static; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; } caption { break-after: avoid; }
  h2, h3 { break-after: avoid; }
  button.lead { text-decoration: none; color: inherit; }
  button.sort { display: contents; } button.sort::after { content: none; }
  table { font-size: 8pt; }
  svg { print-color-adjust: exact; }
}
`;
