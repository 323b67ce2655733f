/**
 * To which unit each block goes: the one with most of its patients.
 *
 * Beaney, Clarke, Jain, Kyle and Hayhoe (BJGP Open 2022, 10.3399/BJGPO.2022.0037) give each LSOA to the network with
 * the plurality of its registered patients. Networks overlap, so the winning share, the runner-up and the number of
 * networks with a twentieth or more say how much of the block the winner speaks for. Of equals the lower code wins.
 */
import type { Membership } from '../../layer/membership.js';
import { mostFirst } from '../../result/main-partner.js';

/** What is known of one block. */
export interface Contest {
  /** Unit that won, or -1 where nobody is registered. */
  readonly winner: number;
  /** Unit that came second, or -1. */
  readonly runnerUp: number;
  readonly winnerWeight: number;
  readonly runnerUpWeight: number;
  /** All patients of the block. */
  readonly total: number;
  /** Units with a twentieth of the block's patients or more. */
  readonly overFivePercent: number;
  readonly tie: boolean;
}

const NOTABLE_SHARE = 0.05;

const NOBODY: Contest = {
  winner: -1,
  runnerUp: -1,
  winnerWeight: 0,
  runnerUpWeight: 0,
  total: 0,
  overFivePercent: 0,
  tie: false,
};

/** The contest in one block (its number in the membership, or -1). `mayWin` says which units stand. */
export function contestOf(
  membership: Membership,
  block: number,
  mayWin: (unit: number) => boolean = () => true,
): Contest {
  if (block < 0) return NOBODY;
  const { start, unit, weight } = membership;
  let total = 0;
  const standing: number[] = [];
  for (let i = start[block]!; i < start[block + 1]!; i++) {
    total += weight[i]!;
    if (mayWin(unit[i]!)) standing.push(i);
  }
  const [winner = -1, runnerUp = -1] = mostFirst(standing, (i) => ({
    people: weight[i]!,
    land: 0,
    code: unit[i]!,
  }));
  if (winner < 0) return { ...NOBODY, total };
  let overFivePercent = 0;
  for (let i = start[block]!; i < start[block + 1]!; i++) {
    if (weight[i]! >= NOTABLE_SHARE * total) overFivePercent++;
  }
  return {
    winner: unit[winner]!,
    runnerUp: runnerUp < 0 ? -1 : unit[runnerUp]!,
    winnerWeight: weight[winner]!,
    runnerUpWeight: runnerUp < 0 ? 0 : weight[runnerUp]!,
    total,
    overFivePercent,
    tie: runnerUp >= 0 && weight[winner] === weight[runnerUp],
  };
}
