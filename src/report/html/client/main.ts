/**
 * The script of the page, from its beginning: `npm run build:page` puts it and all that it imports into
 * ../client-code.ts, from where the writer of pages takes it.
 */
import { dotKey } from './dot-key.js';
import { drawSmallMaps } from './draw-small-maps.js';
import { lightRows } from './light-rows.js';
import { linkPlace } from './link-place.js';
import { mountMap } from './map-engine.js';
import { moveMap } from './move-map.js';
import { nameUnits } from './name-units.js';
import { pageControls } from './page-controls.js';
import { peopleLayer } from './people-layer.js';
import { pickOnMap } from './pick-on-map.js';
import { runTables } from './run-tables.js';
import { searchUnits } from './search-units.js';
import { showCard } from './show-card.js';
import { startPage } from './start-page.js';

const page = startPage();
runTables(page);
pageControls(page);
const frame = document.getElementById('map-frame');
if (frame !== null) page.map = mountMap(frame, page.data, page.sheet);
lightRows(page);
if (page.map !== null) dotKey(page.map, page.data.dots);
peopleLayer(page);
nameUnits(page);
moveMap(page);
pickOnMap(page);
showCard(page);
searchUnits(page);
drawSmallMaps(page);
linkPlace(page);
