/**
 * Looks of the circles, labels and insets over the map, in light and dark colours: the same parts as in the picture
 * (../map/people-map/looks.ts).
 */
const DARK = `--pm-land: #262d34; --pm-tint: #5b3421; --pm-line: #7fb2de; --pm-coast: #5e6a75; --pm-fill: #f46a25; --pm-edge: #ffc3a3; --pm-number: #ff9a66; --pm-none: #e86fb0; --pm-main: #33506b; --pm-halo: #12161a;`;

export const peopleStyles = `
:root { --pm-land: #eef0f2; --pm-tint: #fbd9c8; --pm-line: #12436d; --pm-coast: #8a949e; --pm-fill: #f46a25; --pm-edge: #a33c08; --pm-number: #a33c08; --pm-none: #801650; --pm-main: #9bbcdc; --pm-halo: #fff; }
:root[data-theme=dark] { ${DARK} } :root[data-theme=dark] .tints { mix-blend-mode: lighten; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${DARK} } :root:not([data-theme=light]) .tints { mix-blend-mode: lighten; } }
.people { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.people text { font-variant-numeric: tabular-nums; }
.pm-land { fill: var(--pm-land); fill-rule: evenodd; } .pm-tint, .pm-moved { fill: var(--pm-tint); } .tints { mix-blend-mode: darken; pointer-events: none; } 
.pm-coast, .pm-minor { fill: none; stroke: var(--pm-coast); stroke-width: .8; } .pm-border { fill: none; stroke: var(--pm-line); stroke-width: 1.5; }
.pm-former { fill: none; stroke: var(--pm-none); stroke-width: 1.5; stroke-dasharray: 5 3; } .pm-place { fill: none; stroke: var(--ink); stroke-width: 2.2; }
.pm-gap { fill: url(#key-gap); stroke: var(--none); } .pm-double { fill: url(#key-double); stroke: var(--people-line); } .pm-told-land { fill: var(--pm-land); stroke: var(--pm-coast); }
.pm-circle { fill: var(--pm-fill); fill-opacity: .62; stroke: var(--pm-edge); stroke-width: 1.2; cursor: pointer; }
.pm-main-circle { fill: var(--pm-main); fill-opacity: .6; stroke: var(--pm-line); stroke-width: 1.2; cursor: pointer; }
.pm-key-circle { fill: none; stroke: var(--pm-edge); stroke-width: 1.2; } .pm-dot { fill: var(--ink); }
.pm-badge { fill: #a33c08; stroke: var(--pm-halo); stroke-width: 1.5; } .pm-badge-text { fill: #fff; font-weight: 700; }
.pm-leader { fill: none; stroke: var(--quiet); stroke-width: 1; } .pm-source { fill: none; stroke: var(--quiet); } .pm-inset { fill: var(--pm-halo); stroke: var(--quiet); }
.pm-figure, .pm-name, .pm-second, .pm-border-name, .pm-figure-none { paint-order: stroke; stroke: var(--pm-halo); stroke-width: 3px; stroke-linejoin: round; }
.pm-figure { fill: var(--pm-number); font-weight: 700; } .pm-figure-none { fill: var(--pm-none); font-weight: 700; } .pm-name { fill: var(--ink); font-weight: 700; } .pm-second { fill: var(--quiet); } .pm-border-name { fill: var(--pm-line); }
.people .dimmed { opacity: .2; } .people .lit .pm-leader { stroke: var(--ink); stroke-width: 2; } .people circle.lit { stroke: var(--ink); stroke-width: 2.5; }
.people [data-inset] { cursor: zoom-in; } .people [data-inset]:focus { outline: 3px solid var(--ink); }
.has-people #map-key { display: none; }
@media (forced-colors: active) { .pm-circle, .pm-main-circle, .pm-tint { fill: none; } .pm-circle, .pm-main-circle, .pm-leader, .pm-source, .pm-border { stroke: CanvasText; } .people text, .people tspan { fill: CanvasText; stroke: Canvas; } .pm-inset { fill: Canvas; } }
`;
