/**
 * The script of the page: the text of its parts, run one after the other on one page.
 *
 * Each part is one function that uses nothing from outside but its argument, so its text works by itself.
 */
import { decodeMap } from './client/decode-map.js';
import { drawMap } from './client/draw-map.js';
import { moveMap } from './client/move-map.js';
import { nameUnits } from './client/name-units.js';
import { pageControls } from './client/page-controls.js';
import { pickOnMap } from './client/pick-on-map.js';
import { readTables } from './client/read-tables.js';
import { runTables } from './client/run-tables.js';
import { searchUnits } from './client/search-units.js';
import { showCard } from './client/show-card.js';
import { startPage } from './client/start-page.js';

/** JavaScript to stand in a script element of the page. */
export function clientScript(): string {
  const parts = [
    readTables,
    decodeMap,
    runTables,
    pageControls,
    drawMap,
    nameUnits,
    moveMap,
    pickOnMap,
    showCard,
    searchUnits,
  ];
  return `'use strict';\nconst page = (${startPage.toString()})();\nfor (const part of [\n${parts.map((part) => part.toString()).join(',\n')}\n]) part(page);\n`;
}
