/**
 * Looks of the circles, labels and insets over the map, in light and dark colours: the same parts as in the picture
 * (../map/people-map/looks.ts).
 */
const LIGHT = `--pm-land: #eef0f2; --pm-told: #dce6ef; --pm-tint: #fbd9c8; --pm-line: #12436d; --pm-coast: #8a949e; --pm-minor: #a9b3bd; --pm-fill: #f46a25; --pm-edge: #a33c08; --pm-number: #a33c08; --pm-none: #801650; --pm-halo: #fff;`;
const DARK = `--pm-land: #262d34; --pm-told: #28394a; --pm-tint: #5b3421; --pm-line: #7fb2de; --pm-coast: #5e6a75; --pm-minor: #44505b; --pm-fill: #f46a25; --pm-edge: #ffc3a3; --pm-number: #ff9a66; --pm-none: #e86fb0; --pm-halo: #12161a;`;

export const peopleStyles = `
:root { ${LIGHT} }
@media screen { :root[data-theme=dark] { ${DARK} } }
@media screen and (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${DARK} } }
.paper { ${LIGHT} }
.people { font-family: "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; }
.people text { font-variant-numeric: tabular-nums; }
.pm-land { fill: var(--pm-land); fill-rule: evenodd; } .pm-tint, .pm-moved { fill: var(--pm-tint); }
.pm-coast, .pm-minor { fill: none; stroke: var(--pm-coast); stroke-width: .8; } .pm-minor { stroke: var(--pm-minor); } .pm-border, .pm-fine-border { fill: none; stroke: var(--pm-line); stroke-width: 1.5; } .pm-fine-border { stroke-width: .8; }
.pm-group-edge { fill: none; stroke: var(--quiet); stroke-width: 1.5; } .pm-former { fill: none; stroke: var(--pm-none); stroke-width: 1.5; stroke-dasharray: 5 3; } .pm-place { fill: none; stroke: var(--ink); stroke-width: 2.2; }
.pm-gap { fill: url(#key-gap); stroke: var(--pm-none); } .pm-double { fill: url(#key-double); stroke: var(--pm-edge); } .told, .pm-told-land { fill: var(--pm-told); } .pm-told-land { stroke: var(--pm-coast); }
.gap-ground, .double-ground { fill: var(--pm-halo); } .gap, .gap-line { stroke: var(--pm-none); } .double { stroke: var(--pm-edge); } .double-line { stroke: var(--pm-fill); } .gap, .double { stroke-width: 1.5; fill: none; } .gap-line { stroke-width: 3; } .double-line { stroke-width: 1.6; }
.pm-circle { fill: var(--pm-fill); fill-opacity: .62; stroke: var(--pm-edge); stroke-width: 1.2; cursor: pointer; }
.pm-key-circle { fill: none; stroke: var(--pm-edge); stroke-width: 1.2; } .pm-dot { fill: var(--ink); }
.pm-badge { fill: #a33c08; stroke: var(--pm-halo); stroke-width: 1.5; } .pm-badge-text { fill: #fff; font-weight: 700; }
.pm-leader { fill: none; stroke: var(--quiet); stroke-width: 1; } .pm-source { fill: none; stroke: var(--quiet); } .pm-inset { fill: var(--pm-halo); stroke: var(--quiet); } .pm-ground { fill: var(--pm-halo); fill-opacity: .92; stroke: var(--hair); }
.pm-figure, .pm-name, .pm-second, .pm-border-name, .pm-figure-none { paint-order: stroke; stroke: var(--pm-halo); stroke-width: 3px; stroke-linejoin: round; }
.pm-figure { fill: var(--pm-number); font-weight: 700; } .pm-figure-none { fill: var(--pm-none); font-weight: 700; } .pm-name { fill: var(--ink); font-weight: 700; } .pm-second { fill: var(--quiet); } .pm-border-name { fill: var(--pm-line); }
.people.moving > g:first-child > :not(circle) { display: none; } .people-key { pointer-events: none; }
.people .dimmed { opacity: .2; } .people .lit .pm-leader { stroke: var(--ink); stroke-width: 2; } .people circle.lit { stroke: var(--ink); stroke-width: 2.5; }
.people [data-inset] { cursor: zoom-in; } .people [data-inset]:focus { outline: 3px solid var(--ink); }
.moments:not(.proposals) .lines-1 { stroke-width: 1.6; }
.has-people #map-key { display: none; }
@media (forced-colors: active) { .pm-circle, .pm-tint { fill: none; } .pm-told-land, .told { fill: Canvas; } .pm-circle, .pm-leader, .pm-source, .pm-border { stroke: CanvasText; } .people text, .people tspan { fill: CanvasText; stroke: Canvas; } .pm-inset, .pm-ground { fill: Canvas; } }
`;
