/**
 * What a refusal leaves to choose from, as buttons: each says what it would set, about which file or about the run.
 */
import type { FileChange, InputTrouble } from '../../index.js';
import type { Asking } from './asking.js';

export interface Choice {
  /** What stands on the button. */
  readonly label: string;
  /** What is set about the file of the refusal … */
  readonly change?: FileChange;
  /** … or about what is asked. */
  readonly asked?: Partial<Asking>;
  /** A code to put for a word that stands for no place, or for several. */
  readonly place?: { readonly word: string; readonly code: string };
}

/** Most buttons for one setting; the rest is found below what the file was taken for. */
const MOST = 12;

const SYSTEMS: Readonly<Record<string, string>> = {
  'EPSG:4326': 'longitude and latitude',
  'EPSG:27700': 'British National Grid',
  'EPSG:3857': 'Web Mercator',
  'EPSG:29902': 'Irish Grid',
  'EPSG:2157': 'Irish Transverse Mercator',
  'EPSG:3035': 'European equal-area grid',
};

/** The choices, those of each setting in the order of the hint. */
export function choicesOfTrouble({ offers = [], unit = '' }: InputTrouble): Choice[] {
  return offers.flatMap(({ setting, values }) =>
    values.slice(0, MOST).map((value): Choice => {
      switch (setting) {
        case 'code':
          return { label: `codes are in ${value}`, change: { code: value } };
        case 'name':
          return { label: `names are in ${value}`, change: { name: value } };
        case 'crs':
          return { label: `it is in ${SYSTEMS[value] ?? value} (${value})`, change: { crs: value } };
        case 'inner':
          return { label: `take ${value}`, change: { inner: value } };
        case 'column':
          return value.endsWith(':')
            ? { label: `codes are in ${value.slice(0, -1)}`, change: { column: value } }
            : { label: `people are in ${value}`, change: { column: value, role: 'people' } };
        case 'weight':
          return { label: `shared by ${value}`, change: { weight: value } };
        case 'truncated':
          return {
            label: 'go on with what is here',
            change: { truncated: true },
            asked: { truncated: true },
          };
        case 'unmatched':
          return { label: `go on without these (up to ${value} %)`, asked: { unmatched: Number(value) } };
        case 'place':
          return { label: value, place: { word: unit, code: value } };
      }
    }),
  );
}
