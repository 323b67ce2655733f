/// <reference lib="dom" />
/**
 * The key below the map: which line is whose border, and what is hatched.
 */
import type { WorkLayout } from '../../index.js';
import { make } from '../../report/html/client/make-element.js';
import { partLayer } from './choosing.js';

/** The key of a workbench. */
export function mapKey(layout: WorkLayout, isDrawing: boolean): HTMLElement {
  const part = partLayer(layout);
  return make(
    'p',
    { class: 'map-key' },
    make('span', {}, `border of ${layout.base.many}`),
    ...(part === null ? [] : [make('span', { class: 'of-other' }, `border of ${part.many}`)]),
    ...(isDrawing ? [] : [make('span', { class: 'of-moved' }, 'moved')]),
  );
}
