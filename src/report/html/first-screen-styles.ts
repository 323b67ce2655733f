/**
 * The style of the first screen: top line, headline, figures, map beside list, card; at three widths, on paper and in
 * forced colours. Spaces are 4, 8, 14, 16, 24 and 32 pixels.
 */
export const firstScreenStyles = `
.top-line { display: flex; align-items: center; gap: 8px 32px; min-height: 44px; border-bottom: 1px solid var(--hair); font-size: 14px; line-height: 19px; }
.report-name { flex: 1 1 auto; max-width: none; margin: 0; font-weight: 700; }
#top-menu { display: flex; align-items: center; gap: 0 24px; }
.top-line ul { display: flex; gap: 0 24px; list-style: none; margin: 0; padding: 0; }
.top-line :is(nav a, summary) { display: inline-flex; align-items: center; min-height: 32px; }
.menu { position: relative; }
.menu > summary { padding: 0; list-style: none; color: var(--lead); text-decoration: underline; text-underline-offset: .15em; }
.menu > summary::-webkit-details-marker { display: none; }
.menu > ul { position: absolute; right: 0; z-index: 6; flex-direction: column; min-width: 220px; margin-top: 4px; padding: 8px; background: var(--ground); border: 1px solid var(--ink); }
.menu button { width: 100%; border: 0; background: none; text-align: left; color: var(--lead); }
#menu, .to-search { display: none; }
button.plain, #menu { padding: 0; min-width: 0; min-height: 32px; border: 0; background: none; color: var(--lead); text-decoration: underline; text-underline-offset: .15em; }

.first-screen { display: flex; flex-direction: column; gap: 14px; padding-top: 16px; }
h1 { font-size: 36px; line-height: 42px; margin: 0; text-wrap: balance; }
h1.long { font-size: 32px; line-height: 38px; max-width: 30em; }
.subtitle { font-size: 17px; line-height: 24px; margin: 4px 0 0; color: var(--quiet); max-width: none; }
.figure-strip { display: flex; gap: 14px 32px; list-style: none; margin: 14px 0 0; padding: 0; }
.figure-strip li { border-left: 4px solid var(--hair); padding-left: 24px; flex: 0 1 320px; }
.figure-strip.cover li { flex: 1 1 0; padding-left: 10px; }
.figure-strip p { margin: 0; font-size: 15px; line-height: 20px; color: var(--quiet); }
.figure-strip .value { font-size: 17px; line-height: 34px; }
.figure-strip strong { font-size: 30px; white-space: nowrap; color: var(--ink); margin-right: 4px; font-variant-numeric: tabular-nums; }
.figure-strip .tone-headline { border-color: var(--people); }
.figure-strip .tone-one { border-color: var(--one); } .figure-strip .tone-several { border-color: var(--several); } .figure-strip .tone-none { border-color: var(--none); }
.cover-bar { display: flex; gap: 1.5px; height: 24px; margin-top: 14px; }
.cover-bar span { flex: 0 1 0; min-width: 1.5px; }
.cover-one { background: var(--one); } .cover-several { background: var(--several); } .cover-none { background: var(--none); }

.answer { display: grid; grid-template-columns: minmax(0, 1fr) 456px; gap: 32px; align-items: stretch; }
.answer > .side { grid-column: 2; grid-row: 1; min-width: 0; }
.answer > :is(.map-section, .footnotes) { grid-column: 1; grid-row: 1; min-width: 0; display: flex; flex-direction: column; }
.answer-moves .answer { grid-template-columns: 470px minmax(0, 1fr); }
.answer-place .answer { grid-template-columns: minmax(0, 1fr) 516px; }
.answer-moves .side, .answer-matrix .side { position: relative; }
.answer-moves .search { position: absolute; right: 0; top: 0; width: 60%; } .answer-moves #list > .list-head { min-height: 44px; padding: 0; border: 0; align-items: center; } .without-map.answer-moves .search { width: min(456px, 60%); }
.answer-matrix:not(.without-map) .search { position: absolute; left: 0; top: 14px; width: 17.5%; } .answer-findings .search, .answer-matrix.without-map .search { max-width: 456px; margin-top: 24px; }
.answer.wide, .without-map .answer { grid-template-columns: minmax(0, 1fr); }
.answer.wide > *, .without-map .answer > * { grid-column: 1 !important; grid-row: auto !important; }
.without-map .answer > .side { max-width: 858px; } .without-map.answer-moves .answer > .side, .answer.wide > .side { max-width: none; }
.footnote { margin: 8px 0 0; font-size: 13px; line-height: 16px; color: var(--quiet); max-width: none; }

.search input { width: 100%; height: 44px; padding: 0 14px; border: 2px solid var(--ink); border-radius: 0; font-size: 16px; }
.search input::placeholder { color: var(--quiet); opacity: 1; }
.list-head { display: flex; align-items: baseline; justify-content: space-between; gap: 14px; border-bottom: 2px solid var(--ink); padding: 14px 0 8px; }
.list-head h2, .list-head h3 { font-size: 15px; line-height: 19px; margin: 0; padding: 0; border: 0; }
.list-head p { margin: 0; font-size: 14px; line-height: 19px; color: var(--quiet); text-align: right; }
.rows { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: auto minmax(0, 1fr) auto auto; gap: 0 14px; }
.rows > li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: baseline; padding: 5px 0; border-bottom: 1px solid var(--hair); font-size: 15px; line-height: 19px; }
.rows.partners { grid-template-columns: minmax(0, 1fr) auto auto; } .rows.reports { grid-template-columns: minmax(0, 1fr); } .rows.reports > li { padding: 8px 0; }
.rank { color: var(--quiet); min-width: 16px; font-variant-numeric: tabular-nums; }
.what { font-weight: 700; } .what a, .rows a, .findings a { text-underline-offset: .15em; }
.amount { font-weight: 700; text-align: right; min-width: 64px; font-variant-numeric: tabular-nums; grid-column: -2 / -1; grid-row: 1; }
.detail { display: block; font-size: 13px; line-height: 16px; color: var(--quiet); font-weight: 400; }
.rows .detail { grid-column: 2 / -1; } .rows.partners .detail, .rows.reports .detail { grid-column: 1 / -1; }
.part .detail strong { color: var(--people-ink); } .whole .detail strong { color: var(--lead); }
.report-title { color: var(--quiet); font-size: 13px; }
.share-bar { width: 74px; height: 10px; align-self: center; }
.share-bar .rest { fill: var(--rest); } .share-bar .part { fill: var(--people); } .share-bar .end { stroke: var(--people-line); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
.bar-one .part { fill: var(--one); } .bar-none .part { fill: var(--none); } .bar-place .part { fill: var(--middle); } .bar-none .end { stroke: var(--none); } .bar-one .end, .bar-place .end { stroke: var(--lead); }
.courses { display: flex; flex-wrap: wrap; gap: 24px 48px; } .courses figure { margin: 14px 0 0; flex: 1 1 360px; max-width: 520px; min-width: 0; } .courses figcaption { font-weight: 700; font-size: 15px; line-height: 19px; margin-bottom: 8px; }
.courses svg { display: block; width: 100%; height: auto; } .courses .bar { fill: var(--middle); } .courses .bar.last { fill: var(--lead); } .courses .base { stroke: var(--ink); } .courses .none { stroke: var(--quiet); stroke-dasharray: 4 3; fill: none; } .courses text { fill: var(--ink); font-size: 14px; } .courses .year { fill: var(--quiet); }
.courses .table-frame { overflow-x: auto; } .courses table { width: 100%; margin-top: 8px; font-size: 14px; line-height: 19px; border-collapse: collapse; } .courses :is(th, td) { padding: 4px 8px 4px 0; border-bottom: 1px solid var(--hair); text-align: right; font-variant-numeric: tabular-nums; } .courses th:first-child { text-align: left; }
.beside { width: 100%; font-size: 14px; line-height: 19px; border-collapse: collapse; } .beside :is(th, td) { padding: 5px 8px 5px 0; border-bottom: 1px solid var(--hair); text-align: right; font-variant-numeric: tabular-nums; } .beside :is(th:first-child, td:last-child, th:last-child) { text-align: left; } .beside :is(td:last-child, th:last-child) { padding-left: 8px; }
.rows.steps { grid-template-columns: auto minmax(0, 1fr) auto; } .rows.steps > li { grid-template-columns: subgrid; } .rows.steps .detail { grid-column: 2 / 3; font-size: 15px; line-height: 20px; }
@media (max-width: 640px) { .rows.steps .detail { grid-column: 1 / -1; } }
@media (forced-colors: active) { .courses .bar { fill: CanvasText; } .courses text { fill: CanvasText; } }
.all, .empty, .unchanged { margin: 8px 0; font-size: 15px; line-height: 19px; }
[data-row].lit { background: var(--panel); box-shadow: -4px 0 0 var(--people); }
.filtered { display: none !important; }
#list.searched .list-head:has(+ .rows > li.filtered):not(:has(+ .rows > li:not(.filtered))) { display: none; }
.found-units { list-style: none; margin: 0; padding: 0; } .found-units li { padding: 5px 0; border-bottom: 1px solid var(--hair); font-size: 15px; line-height: 19px; } .found-units a { display: inline-block; min-height: 24px; font-weight: 700; }
#found h3 { font-size: 15px; margin: 14px 0 4px; }
.on-paper { display: none; }

.card-bar, .copies { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 14px; padding: 8px 0; }
.copies { justify-content: flex-start; gap: 4px 24px; }
#card h2 { font-size: 20px; line-height: 24px; margin: 0; padding: 0; border: 0; } #card h2:focus { outline: none; }
#card h3 { font-size: 15px; line-height: 19px; margin: 14px 0 4px; }
#card .kind { color: var(--quiet); margin: 0 0 8px; font-size: 13px; line-height: 16px; }
#card p { font-size: 15px; line-height: 20px; margin: 4px 0 8px; } #card ul { list-style: none; margin: 0; padding: 0; }
#card table { width: 100%; font-size: 14px; } #card th, #card td { padding: 4px; } #card .share { color: var(--quiet); font-size: 13px; }
#card dl { margin: 8px 0; } #card dt { color: var(--quiet); font-size: 13px; margin-top: 4px; } #card dd { margin: 0; font-size: 15px; }

.moves { list-style: none; margin: 14px 0 0; padding: 0; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px 32px; }
.moves > li { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 0 10px; align-content: start; border-bottom: 1px solid var(--hair); padding-bottom: 8px; font-size: 15px; line-height: 19px; }
.moves .small-map { grid-column: 1 / -1; margin-bottom: 8px; height: 174px; }
.moves .detail { grid-column: 2 / -1; } .moves .number { color: var(--people-ink); font-weight: 700; } .moves .amount { font-size: 17px; grid-row: auto; grid-column: auto; }
.small-map { display: block; width: 100%; height: 250px; border: 1px solid var(--hair); background: var(--ground); }
html:not(.scripted) .small-map { display: none; }
.small-map path { fill: none; stroke-linejoin: round; }
.small-map .land { fill: var(--land); } .small-map .coast { stroke: var(--coast); } .small-map .border { stroke: var(--layer-0); stroke-width: 2; } .small-map .former { stroke: var(--none); stroke-width: 1.5; stroke-dasharray: 4 3; }
.small-map .piece { fill: var(--piece); } .small-map .number-ground { fill: var(--people-disc); stroke: #fff; stroke-width: 1.5; } .small-map .number-text { fill: #fff; font-weight: 700; font-size: 14px; text-anchor: middle; }
.small-map .place { fill: var(--place); } .small-map .place-1 { fill: var(--place-1); } .small-map .place-2 { fill: var(--place-2); } .small-map .inner { stroke: var(--ground); stroke-width: 1; } .small-map .outer { stroke: var(--place-line); stroke-width: 1.5; }
.small-map .outside { fill: var(--piece); } .small-map .people-circle { fill: var(--people); fill-opacity: .62; stroke: var(--people-line); stroke-width: 1.2; } .small-figure { font-size: 12px; font-weight: 700; fill: var(--people-ink); stroke: var(--halo); stroke-width: 3px; paint-order: stroke; stroke-linejoin: round; }
.small-map .of-file { stroke: var(--place-edge); stroke-width: .75; } .small-map .fault { fill: var(--none); fill-opacity: .6; stroke: var(--none); } .small-map .cross { stroke: var(--people-ink); stroke-width: 2.5; }
.small-name { font-size: 12px; text-anchor: middle; fill: var(--ink); stroke: var(--halo); stroke-width: 3px; paint-order: stroke; stroke-linejoin: round; } .small-name.of-group { font-size: 13px; font-weight: 700; }
.flows { display: block; width: 100%; height: auto; font-size: 15px; fill: var(--ink); } .flows .small { font-size: 13px; } .flows .strong { font-weight: 700; } .flows .quiet, .flows .small { fill: var(--quiet); } .flows a { fill: var(--lead); text-decoration: underline; } .flows text, .flows .number { font-variant-numeric: tabular-nums; }
.flow.whole { fill: var(--flow); } .flow.stays { fill: var(--hair); } .flow.part { fill: var(--people); fill-opacity: .75; } .flow-bar { fill: var(--one); }
.if-narrow { display: none; } .moves.if-narrow { display: none; }

.matrix, .findings { width: 100%; table-layout: fixed; font-size: 15px; line-height: 19px; }
.matrix :is(th, td) { padding: 8px 14px 8px 0; } .matrix tbody th { font-size: 15px; } .matrix td strong { font-size: 18px; line-height: 22px; }
.matrix .detail { margin-top: 2px; } .matrix thead th { background: none; font-size: 15px; border-bottom: 2px solid var(--ink); }
.matrix.with-maps thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .matrix.with-maps { border-top: 2px solid var(--ink); }
.change { font-weight: 700; } .change.better { color: var(--lead); } .change.worse { color: var(--none); }
.proposal-maps { display: grid; gap: 14px 0; padding: 14px 0 8px; align-items: end; }
.proposal-maps figure { margin: 0 24px 0 0; } .proposal-maps figcaption { font-size: 14px; line-height: 24px; } .proposal-maps figcaption strong { color: var(--ink); font-size: 18px; margin-right: 4px; }
${[2, 3, 4, 5, 6]
  .map(
    (n) =>
      `.proposal-maps.columns-${n} { grid-template-columns: repeat(${n}, minmax(0, 1fr)); padding-left: ${n > 3 ? 16 : 19.4}%; } .matrix.columns-${n} .questions { width: ${n > 3 ? 16 : 19.4}%; }`,
  )
  .join('\n')}
.tabs { display: none; }
.same-in-all { margin: 8px 0; } .same-in-all summary { color: var(--lead); text-decoration: underline; text-underline-offset: .15em; } .same-in-all dl > div { display: flex; gap: 14px; padding: 4px 0; } .same-in-all dd { margin: 0; }
.files { display: grid; grid-auto-rows: auto; gap: 0 32px; list-style: none; margin: 0; padding: 0; } .files.columns-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); } .files.columns-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.files > li { display: grid; grid-row: span 3; grid-template-rows: subgrid; margin-bottom: 14px; } .files .list-head p { white-space: nowrap; } .mark-fault { color: var(--none); } .mark-cross { color: var(--people-ink); font-weight: 700; }
.files .list-head { border: 0; padding: 0 0 4px; } .files .small-map { height: 290px; } .files.columns-1 .small-map { height: 420px; } .files h3 { font-size: 16px; } .files .detail { margin: 4px 0 0; }
.tone-error .list-head p, .severity-error .severity { color: var(--none); } .tone-warning .list-head p, .severity-warning .severity { color: var(--people-ink); } .tone-fine .list-head p { color: var(--lead); }
.findings { margin-top: 14px; } .findings thead th { background: none; border-bottom: 2px solid var(--ink); } .findings :is(th, td) { padding: 6px 14px 6px 0; } .findings .severity { font-weight: 700; }
.findings th:nth-child(1) { width: 9%; } .findings th:nth-child(3) { width: 14%; } .findings th:nth-child(4) { width: 36%; }

#map-frame { flex: 1 1 auto; min-height: 320px; }
#map-key { position: absolute; right: 8px; top: 8px; z-index: 2; max-width: 250px; padding: 4px 8px; background: var(--ground); font-size: 13px; line-height: 18px; color: var(--quiet); pointer-events: none; }
#map-key p { margin: 0; font-weight: 700; color: var(--ink); } #map-key ul { list-style: none; margin: 0; padding: 0; } #map-key li { display: flex; align-items: center; gap: 8px; }
.map-parts { font-size: 14px; } .map-parts summary { min-height: 32px; padding: 6px 0; color: var(--quiet); } .map-parts .switches { display: flex; flex-wrap: wrap; gap: 0 24px; }

@media (min-width: 50.01rem) and (min-height: 30rem) {
  .answer-list:not(.without-map), .answer-none:not(.without-map), .answer-place:not(.without-map), .answer-reports:not(.without-map) { height: calc(100vh - 61px); min-height: 640px; }
  :is(.answer-list, .answer-none, .answer-place, .answer-reports):not(.without-map) .answer { flex: 1 1 0; min-height: 0; grid-template-rows: minmax(0, 1fr); }
  :is(.answer-list, .answer-none, .answer-place, .answer-reports):not(.without-map) .side { overflow-y: auto; padding: 3px 3px 0; margin: -3px -3px 0; }
  .answer-moves #map-frame { flex: 0 0 auto; height: calc(100vh - 310px); min-height: 420px; max-height: 640px; }
}
@media screen and (max-width: 80rem) {
  .answer { grid-template-columns: minmax(0, 1fr) 328px; gap: 16px; }
  .answer-place:not(.without-map) .answer { grid-template-columns: minmax(0, 1fr) 380px; } .answer-moves:not(.without-map) .answer:not(.wide) { grid-template-columns: 380px minmax(0, 1fr); }
  .moves { grid-template-columns: minmax(0, 1fr); }
  h1 { font-size: 30px; line-height: 36px; } h1.long { font-size: 26px; line-height: 32px; }
  .subtitle { font-size: 15px; line-height: 20px; }
  .figure-strip li { padding-left: 14px; } .figure-strip strong { font-size: 26px; }
  .share-bar { width: 56px; } .rows { gap: 0 8px; }
}
@media screen and (max-width: 50rem) {
  .top-line { min-height: 40px; flex-wrap: wrap; gap: 0 16px; }
  .report-name { flex: 1 1 0; }
  .scripted .to-search, .scripted #menu { display: inline-flex; align-items: center; min-height: 44px; }
  .scripted .to-search[hidden] { display: none; }
  .scripted .top-line:not(.open) #top-menu { display: none; }
  #top-menu { flex: 1 0 100%; flex-direction: column; align-items: flex-start; padding-bottom: 8px; }
  .top-line nav ul { flex-direction: column; } .top-line nav a, .menu > summary, #theme { min-height: 44px; } .menu > ul { position: static; }
  .first-screen { gap: 14px; padding-top: 14px; }
  h1, h1.long { font-size: 24px; line-height: 28px; }
  .subtitle { font-size: 14px; line-height: 19px; }
  .figure-strip { gap: 8px; margin-top: 10px; } .figure-strip li { flex: 1 1 0; padding-left: 8px; min-width: 0; } .figure-strip .tone-headline { flex-grow: 1.5; } .figure-strip.cover { gap: 6px; } .figure-strip.cover li { flex: 1 1 auto; padding-left: 6px; } .figure-strip.cover p:not(.value) { width: 0; min-width: 100%; }
  .figure-strip p { font-size: 13px; line-height: 17px; } .figure-strip .value { font-size: 13px; line-height: 26px; } .figure-strip strong { font-size: 20px; margin-right: 2px; white-space: normal; } .figure-strip .aside { display: none; }
  .cover-bar { height: 18px; margin-top: 10px; }
  .answer, .answer-moves:not(.without-map) .answer:not(.wide), .answer-place:not(.without-map) .answer { grid-template-columns: minmax(0, 1fr); gap: 14px; }
  .answer > .side, .answer > .map-section, .answer > .footnotes { grid-column: 1; grid-row: auto; }
  .answer:not(.wide) > .map-section { order: -1; }
  #map-frame { flex: none; height: clamp(280px, calc(100vh - 400px), 440px); min-height: 0; }
  #map-key { left: 0; right: 0; top: 0; max-width: none; font-size: 12px; line-height: 16px; } #map-key ul { display: flex; flex-wrap: wrap; gap: 0 14px; }
  .dot-key { bottom: 60px; } .map-buttons { top: auto; left: auto; right: 8px; bottom: 8px; grid-template-columns: repeat(3, 44px); }
  .answer-matrix .side { display: flex; flex-direction: column; } .answer-matrix:not(.without-map) .search, .answer-matrix .search, .answer-moves .search, .without-map.answer-moves .search { position: static; width: auto; } .answer-matrix .search { order: 1; margin-top: 14px; }
  .answer-moves #list > .list-head { padding-top: 8px; }
  .rows > li { padding: 8px 0; } .what a, .found-units a { padding: 4px 0; }
  .flows.if-wide { display: none; } .moves.if-narrow { display: grid; } .moves .small-map { height: 160px; }
  .tabs { display: flex; } .tabs button { flex: 1 1 0; min-height: 44px; min-width: 0; border: 1.5px solid var(--ink); border-radius: 0; background: var(--ground); color: var(--lead); overflow-wrap: anywhere; } .tabs button + button { border-left: 0; }
  .tabs [aria-selected=true] { background: var(--tab); color: #fff; font-weight: 700; }
  .proposal-maps { display: block; padding: 0 !important; } .proposal-maps figure { display: none; margin: 0; } .proposal-maps figure.on { display: block; } .proposal-maps figcaption strong { display: none; }
  .matrix.with-maps thead { position: static; width: auto; height: auto; clip-path: none; }
  .matrix, .matrix :is(thead, tbody) { display: block; }
  .matrix tr { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); border-bottom: 1px solid var(--hair); } .matrix tr > :first-child { grid-column: 1 / -1; grid-row: 1; font-weight: 400; width: auto !important; } .matrix tr > * { grid-row: 2; border: 0; padding: 4px 8px; } .matrix thead tr { border-bottom: 2px solid var(--ink); } .matrix thead tr > :first-child { display: none; } .matrix thead th { border: 0; }
  ${[2, 3, 4, 5, 6].map((n) => `.matrix.columns-${n} tr { grid-template-columns: repeat(${n}, minmax(0, 1fr)); grid-auto-flow: row; }`).join(' ')}
  .matrix td strong { font-size: 16px; } .matrix .shaded { background: var(--panel); }
  .files, .files.columns-2, .files.columns-3 { grid-template-columns: minmax(0, 1fr); } .files .small-map { height: 240px; }
  .answer-findings #list { display: flex; flex-direction: column; } .answer-findings .findings { order: -1; margin-top: 0; }
  .findings, .findings :is(tbody, tr, td, th) { display: block; width: auto !important; border: 0; } .findings thead { display: none; }
  .findings tr { border-left: 4px solid var(--people-ink); padding: 0 0 0 14px; margin-bottom: 14px; display: flex; flex-wrap: wrap; gap: 0 8px; } .findings .severity-error { border-color: var(--none); } .findings .severity-info { border-color: var(--hair); }
  .findings :is(th, td) { padding: 1px 0; } .findings .file { order: -1; color: var(--quiet); } .findings .severity { order: -2; } .findings th, .findings .todo { flex: 1 0 100%; } .findings span.if-narrow { display: inline; font-weight: 700; }
  button, .menu > summary { min-height: 44px; } .map-buttons button { min-height: 44px; min-width: 44px; }
  .map-buttons button:not(.move-in, .move-out, .move-all) { display: none; }
}
@media (forced-colors: active) {
  .cover-bar span, .share-bar, .flow, .small-map { forced-color-adjust: none; }
  .cover-bar { border: 1px solid CanvasText; } .cover-one { background: CanvasText; } .cover-several { background: repeating-linear-gradient(45deg, CanvasText 0 2px, Canvas 2px 5px); } .cover-none { background: Canvas; outline: 2px solid CanvasText; outline-offset: -2px; }
  .share-bar .rest { fill: Canvas; stroke: CanvasText; vector-effect: non-scaling-stroke; } .share-bar .part { fill: CanvasText; } .share-bar .end { stroke: CanvasText; }
  .small-map { background: Canvas; } .small-map :is(.land, .place) { fill: Canvas; } .small-map .piece { fill: Canvas; stroke: Highlight; stroke-width: 2; } .small-map :is(.border, .outer) { stroke: CanvasText; } .small-map :is(.former, .coast, .inner, .of-file) { stroke: GrayText; } .small-map :is(.fault, .cross) { fill: none; stroke: Highlight; }
  .small-name, .small-map .number-text { fill: CanvasText; stroke: Canvas; } .small-map .number-ground { fill: Canvas; stroke: CanvasText; }
  .flow { fill: Canvas; stroke: CanvasText; } .flow.whole { fill: GrayText; } .flow-bar { fill: CanvasText; }
  [data-row].lit { outline: 2px solid Highlight; } .tabs [aria-selected=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; } #map-key { background: Canvas; }
}
@media print {
  @page { size: A4; margin: 12mm 10mm; }
  html:not(.print-tables) :is(section[aria-labelledby=tables], .full-reading) { display: none; }
  section :is(p, li, td, th) { font-size: 8.5pt; line-height: 1.25; } section :is(td, th) { padding: 2px 8px 2px 0; } section :is(ul, p) { margin: 4px 0; } section h2 { margin: 6px 0; font-size: 14pt; } section h3 { margin: 6px 0 2px; font-size: 11pt; } main > section { margin-top: 8px; padding-top: 6px; } footer { margin-top: 10px; } footer p { margin: 6px 0; }
  .answer-matrix :is(#map-frame, #map-heading) { display: none; } section table:has(.hash) tr > :last-child { display: none; }
  section:is([aria-labelledby=method], #method) ul { columns: 2; column-gap: 24px; } section li { break-inside: avoid; }
  .matrix td strong { font-size: 14px; } .proposal-maps figcaption { line-height: 16px; } .proposal-maps .small-map { height: 170px; } .moves .small-map { height: 140px; }
  .answer { gap: 8px; } .answer > * { display: block; } .list-head { padding-top: 4px; }
  .top-line > :not(.report-name), .search, .map-buttons, .map-parts, #found, .all, .tabs, .card-bar, .copies, .row-links, noscript { display: none !important; }
  .top-line { min-height: 0; border: 0; font-size: 11px; }
  .first-screen { display: block; height: auto !important; min-height: 0 !important; padding: 0; break-after: page; }
  .answer { display: flex !important; flex-direction: column; gap: 10px; }
  .answer:not(.wide) > .map-section { order: -1; }
  .side { overflow: visible !important; max-width: none !important; }
  h1, h1.long { font-size: 21px; line-height: 26px; max-width: none; } .subtitle { font-size: 14px; line-height: 18px; }
  .figure-strip { margin-top: 8px; } .figure-strip li { flex: 1 1 0; padding-left: 14px; } .figure-strip p { font-size: 12px; line-height: 15px; } .figure-strip .value { line-height: 26px; } .figure-strip strong { font-size: 22px; } .cover-bar { margin: 8px 0; height: 18px; }
  #map-frame { height: 430px; min-height: 0; flex: none; } .answer-moves #map-frame { height: 330px; max-height: none; }
  .on-paper { display: table; width: 100%; font-size: 11px; } #list:has(.on-paper) :is(.list-head, .rows) { display: none; } .on-paper caption { font-size: 11px; } .on-paper :is(th, td) { padding: 2px 6px 2px 0; font-size: 11px; line-height: 13px; } .on-paper :is(caption, th:first-child) { padding-left: 0; } .on-paper thead th { vertical-align: bottom; background: none; border-bottom: 1.5px solid #000; }
  .rows > li, .moves > li, .findings, .matrix { font-size: 11px; line-height: 14px; } .rows > li { padding: 3px 0; } .detail, .footnote { font-size: 10.5px; line-height: 13px; }
  .moves { grid-template-columns: repeat(2, minmax(0, 1fr)); } .moves > li, .rows > li, .files > li { break-inside: avoid; }
  .flows.if-wide { display: none; } .moves.if-narrow { display: grid; }
  a { color: inherit; }
}
`;
