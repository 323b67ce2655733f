/**
 * Which years' boundaries the layers of the embedded figures for England have.
 *
 * A layer goes on until its boundaries change: the boards of 2024 are those of April 2023 to March 2026. What a kind was
 * before it had its name is answered by what it replaced: boards by the partnerships of 2021, sub-ICB locations by
 * clinical commissioning groups.
 */
import type { Kind } from './kinds.js';

export interface OnBoard {
  readonly stem: string;
  readonly kind: string;
  /** First and last year whose boundaries these are. */
  readonly from: number;
  readonly to: number;
  /** The kind that took its place, which it answers for. */
  readonly before?: string;
}

const ANY = { from: 0, to: 9999 };
const TODAY = { from: 2023, to: 2025 };

/** Layers with a known span of years, of each kind the one that stands for it first. */
export const layersOnBoard: readonly OnBoard[] = [
  { stem: 'icb_2024', kind: 'icb', ...TODAY },
  { stem: 'icb_2026', kind: 'icb', from: 2026, to: 2026 },
  { stem: 'icb_2022', kind: 'icb', from: 2022, to: 2022 },
  { stem: 'stp_2021', kind: 'stp', from: 2021, to: 2021, before: 'icb' },
  { stem: 'sicbl_2024', kind: 'sicbl', ...TODAY },
  { stem: 'sicbl_2022', kind: 'sicbl', from: 2022, to: 2022 },
  { stem: 'ccg_2021', kind: 'ccg', from: 2021, to: 2021, before: 'sicbl' },
  { stem: 'nhser_2024', kind: 'nhser', from: 2024, to: 2026 },
  { stem: 'ltla', kind: 'ltla', ...TODAY },
  { stem: 'ltla_2021', kind: 'ltla', from: 2021, to: 2022 },
  { stem: 'utla', kind: 'utla', ...TODAY },
  { stem: 'utla_2021', kind: 'utla', from: 2021, to: 2022 },
  { stem: 'ward_2024', kind: 'ward', from: 2024, to: 2024 },
  { stem: 'cauth_2025', kind: 'cauth', from: 2025, to: 2025 },
  { stem: 'region', kind: 'region', ...ANY },
];

/** Whether a layer's boundaries went before today's councils were made. */
export const isPast = ({ to }: OnBoard): boolean => to < TODAY.from;

/** The kind that took a kind's place; the same where none did. */
export const kindToday = (kind: string): string =>
  layersOnBoard.find((each) => each.kind === kind && each.before !== undefined)?.before ?? kind;

/** The layer that has a kind's boundaries of a year, its own or those of what it replaced; or null. */
export function onBoardIn(kind: Kind, year: number): OnBoard | null {
  const ofYear = layersOnBoard.filter(({ from, to }) => year >= from && year <= to);
  return (
    ofYear.find((each) => each.kind === kind.id) ?? ofYear.find(({ before }) => before === kind.id) ?? null
  );
}
