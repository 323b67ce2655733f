/**
 * Codes and names of everything that is not worked out: councils, counties, ICBs, police, fire, proposals.
 *
 * Codes have the shape of real ones (a letter for the country, two digits for the kind, six for the area) and lie
 * in number ranges no real area uses.
 */

/** Lower tier, by the letter of the map; `upper` is the county, or the unitary council itself. */
export const councils = {
  a: { code: 'E07900001', name: 'North Wend', upper: 'wendshire', icb: 1, cauth: 1, pfa: 1, fra: 1 },
  b: { code: 'E07900002', name: 'Fenmarch', upper: 'wendshire', icb: 1, cauth: 1, pfa: 1, fra: 1 },
  c: { code: 'E07900003', name: 'Calderwick', upper: 'wendshire', icb: 2, cauth: 0, pfa: 1, fra: 1 },
  d: { code: 'E07900004', name: 'Thornmere', upper: 'wendshire', icb: 3, cauth: 0, pfa: 1, fra: 1 },
  e: { code: 'E07900005', name: "King's Staithe", upper: 'aldermark', icb: 2, cauth: 2, pfa: 2, fra: 2 },
  f: { code: 'E07900006', name: 'Oxley Vale', upper: 'aldermark', icb: 2, cauth: 2, pfa: 2, fra: 2 },
  g: { code: 'E07900007', name: 'Brackenholt', upper: 'aldermark', icb: 3, cauth: 2, pfa: 2, fra: 2 },
  h: { code: 'E07900008', name: 'Skelmoor', upper: 'aldermark', icb: 3, cauth: 2, pfa: 2, fra: 2 },
  M: { code: 'E06900001', name: 'Port Merrin, City of', upper: 'M', icb: 1, cauth: 1, pfa: 1, fra: 3 },
  P: { code: 'E06900002', name: 'Pellow', upper: 'P', icb: 1, cauth: 1, pfa: 1, fra: 1 },
  G: { code: 'E06900003', name: 'Gannet Coast', upper: 'G', icb: 2, cauth: 0, pfa: 2, fra: 3 },
  K: { code: 'E06900004', name: 'Kingsferry', upper: 'K', icb: 3, cauth: 2, pfa: 2, fra: 2 },
};

export const counties = {
  wendshire: { code: 'E10900001', name: 'Wendshire' },
  aldermark: { code: 'E10900002', name: 'Aldermark' },
};

/** Blocks marked `o` lie in this ICB instead, by council. */
export const otherIcb = { f: 3, g: 2 };

const icbName = (place) => `NHS ${place} Integrated Care Board`;

export const icbs = {
  1: { code: 'E54900001', ods: 'QZ1', name: icbName('Merrin and North Wend') },
  2: { code: 'E54900002', ods: 'QZ2', name: icbName('Calder, Staithe and Gannet') },
  3: { code: 'E54900003', ods: 'QZ3', name: icbName('Thornmere, Skelmoor and Kingsferry') },
};

/** The older vintage. 1 and 4 became one; the blocks marked `t` went from 3 to 2, so both have new codes. */
export const icbs2021 = {
  1: { code: 'E54900011', ods: 'QZ4', name: icbName('Port Merrin') },
  4: { code: 'E54900012', ods: 'QZ5', name: icbName('Wend and Fenmarch') },
  2: { code: 'E54900013', ods: 'QZ2', name: icbName('Calder, Staithe and Gannet') },
  3: { code: 'E54900014', ods: 'QZ3', name: icbName('Thornmere, Skelmoor and Kingsferry') },
};

export const cauths = {
  1: { code: 'E47900001', name: 'Merrin and North Wend' },
  2: { code: 'E47900002', name: 'Aldermark and Kingsferry' },
};

export const forces = {
  1: { code: 'E23900001', name: 'Wend and Merrin' },
  2: { code: 'E23900002', name: 'Aldermark and Gannet' },
};

export const fires = {
  1: { code: 'E31900001', name: 'Wendshire' },
  2: { code: 'E31900002', name: 'Aldermark and Kingsferry' },
  3: { code: 'E31900003', name: 'Merrin and Gannet' },
};

export const clusters = {
  1: { code: 'X_NORTH', name: 'Merrin cluster' },
  2: { code: 'X_SOUTH', name: 'Staithe, Skelmoor and Thornmere cluster' },
  3: { code: 'X_SOUTH', name: 'Staithe, Skelmoor and Thornmere cluster' },
};

export const neighbourCountry = { code: 'W92900001', name: 'Gwennol' };

/** Proposals for the east: letters of the councils that would become one. Those not named stay as they are. */
export const proposals = {
  proposal_two_councils: [
    { code: 'X_EAST', name: 'East Aldermark and Gannet', of: 'efG' },
    { code: 'X_WEST', name: 'West Aldermark and Kingsferry', of: 'ghK' },
  ],
  proposal_three_councils: [
    { code: 'X_COAST', name: 'Staithe and Gannet Coast', of: 'eG' },
    { code: 'X_VALE', name: 'Oxley and Skelmoor', of: 'fh' },
    { code: 'X_FERRY', name: 'Brackenholt and Kingsferry', of: 'gK' },
  ],
};

/** The neighbourhood that the blocks with these marks belong to: also (w), or instead of their own (s, y). */
export const neighbourhoodOfMark = { w: 'NH20', s: 'NH01', y: 'NH25' };

const starts = ['Ash', 'Brack', 'Cald', 'Dun', 'Elm', 'Fal', 'Gart', 'Hazel', 'Ing', 'Kel', 'Lang', 'Mor'];
const starts2 = ['Nor', 'Os', 'Pen', 'Quern', 'Rush', 'Sed', 'Thirl', 'Ul', 'Wax', 'Yar', 'Hob', 'Crom'];
const ends = ['by', 'wick', 'ley', 'thorpe', 'combe', 'mere', 'stead', 'garth', 'holt', 'beck', 'den', 'low'];

/** The n-th ward name: two words of a village put together; all different up to n = 287. */
export function wardName(n) {
  const all = [...starts, ...starts2];
  return all[n % all.length] + ends[(n + 5 * Math.floor(n / all.length)) % ends.length];
}
