/// <reference lib="dom" />
/**
 * The tolerance of an answer: a slider under the curve of how many overlaps would be real at each, what is in doubt in
 * words, and a new run when it is let go.
 */
import { make, makeSvg } from '../../report/html/client/make-element.js';
import type { Answer } from '../messages.js';

const [WIDTH, HEIGHT] = [320, 72];
/** Steps of the slider, which goes by the square root so that small tolerances have room. */
const STEPS = 200;
/** Milliseconds without another step after which is measured. */
const PAUSE = 400;

type Point = Answer['sensitivity'][number];

/** The panel; null where the answer depends on no tolerance. */
export function tolerancePanel(answer: Answer, measure: (metres: number) => void): HTMLElement | null {
  const [used] = answer.tolerances;
  if (used === undefined) return null;
  const points = answer.sensitivity.filter(({ layers }) => layers.join() === used.layers.join());
  const furthest = Math.max(1000, used.metres, ...points.map(({ tolerance_m }) => tolerance_m));
  const metresOf = (step: number): number => roundMetres(furthest * (step / STEPS) ** 2);
  const now = String(Math.round(Math.sqrt(used.metres / furthest) * STEPS));
  const slider = make('input', { id: 'slider', type: 'range', min: '0', max: String(STEPS), value: now });
  const said = make('output', { for: 'slider' });
  const say = (metres: number): void => {
    const pairs = nearestPoint(points, metres)?.material_pairs;
    const about = pairs === undefined ? '' : `: ${metres === used.metres ? '' : 'about '}${overlaps(pairs)}`;
    said.textContent = `${metresText(metres)}${about}`;
    slider.setAttribute('aria-valuetext', said.textContent);
  };
  say(used.metres);
  let soon = 0;
  slider.addEventListener('input', () => {
    clearTimeout(soon);
    say(metresOf(Number(slider.value)));
  });
  // By keyboard every step is a change: what is measured is where the steps end.
  slider.addEventListener('change', () => {
    soon = window.setTimeout(() => measure(metresOf(Number(slider.value))), PAUSE);
  });
  return make(
    'details',
    { class: 'menu tolerance', id: 'tolerance-menu' },
    make('summary', {}, `Tolerance ${metresText(used.metres)}`),
    make(
      'div',
      { class: 'drop' },
      make(
        'p',
        {},
        `${metresText(used.metres)} ${used.estimated ? 'was measured' : 'is used'}: ${used.from.replace(/^measured: /, '')}.`,
      ),
      ...(points.length === 0 ? [] : [curve(points, used.metres, furthest)]),
      make('label', { for: 'slider' }, 'Overlaps narrower than this are taken for slivers'),
      slider,
      said,
      ...doubts(points, used),
    ),
  );
}

/** What lies between half and twice a measured tolerance is in doubt. */
function doubts(points: readonly Point[], used: Answer['tolerances'][number]): HTMLElement[] {
  const [low, at, high] = [0.5, 1, 2].map(
    (times) => nearestPoint(points, used.metres * times)?.material_pairs,
  );
  if (low === undefined || at === undefined || high === undefined) return [];
  const text =
    low === high
      ? `Half and twice as wide a tolerance give the same ${whole(at)} real overlaps.`
      : `At half of it there would be ${whole(low)} real overlaps, at twice ${whole(high)}: those between are in doubt.`;
  return [make('p', { class: 'hint' }, text)];
}

const nearestPoint = (points: readonly Point[], metres: number): Point | null =>
  points.reduce<Point | null>(
    (best, point) =>
      best === null || Math.abs(point.tolerance_m - metres) < Math.abs(best.tolerance_m - metres)
        ? point
        : best,
    null,
  );

function curve(points: readonly Point[], used: number, furthest: number): HTMLElement {
  const most = Math.max(...points.map(({ material_pairs }) => material_pairs), 1);
  const x = (metres: number): number => Math.sqrt(metres / furthest) * WIDTH;
  const y = (pairs: number): number => HEIGHT - 4 - (pairs / most) * (HEIGHT - 12);
  const figure = make('div', { class: 'small-curve' });
  const text = `Line chart: ${whole(points[0]!.material_pairs)} real overlaps at ${metresText(points[0]!.tolerance_m)}, ${whole(points.at(-1)!.material_pairs)} at ${metresText(points.at(-1)!.tolerance_m)}`;
  const svg = makeSvg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': text }, figure);
  const line = points
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.tolerance_m)} ${y(p.material_pairs)}`)
    .join('');
  makeSvg('path', { class: 'line', d: line }, svg);
  makeSvg('path', { class: 'used', d: `M${x(used)} 0V${HEIGHT}` }, svg);
  const [first, last] = [points[0]!, points.at(-1)!];
  figure.prepend(ends(`${overlaps(first.material_pairs)}`, `${overlaps(last.material_pairs)}`));
  figure.append(ends(metresText(first.tolerance_m), metresText(last.tolerance_m)));
  return figure;
}

/** What stands at both ends of the curve. */
const ends = (left: string, right: string): HTMLElement =>
  make('p', { 'aria-hidden': 'true' }, make('span', {}, left), make('span', {}, right));

/** Metres as one would say them: below ten to a tenth, below a hundred whole, then tens. */
const roundMetres = (metres: number): number =>
  metres < 10
    ? Math.round(metres * 10) / 10
    : metres < 100
      ? Math.round(metres)
      : Math.round(metres / 10) * 10;

const overlaps = (pairs: number): string => `${whole(pairs)} real overlap${pairs === 1 ? '' : 's'}`;
const whole = (value: number): string => value.toLocaleString('en-GB');
const metresText = (metres: number): string =>
  `${metres.toLocaleString('en-GB', { maximumFractionDigits: 2 })} m`;
