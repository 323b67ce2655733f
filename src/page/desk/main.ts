/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The desk, from its beginning: files in, what they were taken for, a question, an answer.
 *
 *     files ──► taken for ──► asked ──► running ──► answer in the frame
 *       ▲           │ set by a click      │ ended      │ another tolerance, another question
 *       └───────────┴─────────────────────┴────────────┘
 */
import { openDesk } from './desk.js';
import { givenByDrop, givenOf } from './given-files.js';
import { offerLicences } from './licences.js';
import { announce, byId, page } from './sections.js';

page.classList.add('scripted');
const desk = openDesk();

byId<HTMLInputElement>('choose').addEventListener('change', (event) => {
  const input = event.target as HTMLInputElement;
  const given = givenOf(input.files ?? []);
  // The same file can be chosen again.
  input.value = '';
  desk.take(Promise.resolve(given));
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  byId('drop').classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) byId('drop').classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  byId('drop').classList.remove('over');
  if (event.dataTransfer !== null) desk.take(givenByDrop(event.dataTransfer));
});
byId('region').addEventListener('click', desk.takeRegion);
byId('england').addEventListener('click', desk.takeEngland);
offerLicences();
byId('leave-bench').addEventListener('click', desk.show);
byId('cancel').addEventListener('click', () => {
  desk.cancel();
  announce('ended');
});
window.addEventListener('beforeprint', () => {
  const height = byId<HTMLIFrameElement>('answer').contentDocument?.documentElement.scrollHeight;
  if (height !== undefined) page.style.setProperty('--answer-height', `${height}px`);
});
