/**
 * The kernel's stages, with a second thread that does a part of those that can be shared.
 *
 * It is asked before this thread begins with its own part, and waited for after it; a part that it has not done is done
 * here. The kernel sees to it that what comes out is the same (src/kernel/sharing.ts).
 */
import { makeKernel, makeSharedKernel, readInts, type Kernel } from './kernel.js';
import { lentThread, nobody, type SecondThread } from './second-thread.js';

/** A kernel, and whom it can be shared with. */
export interface Station {
  readonly kernel: Kernel;
  readonly second: Pick<SecondThread, 'ask'>;
  /** Hands the kernel to the second thread, where there is one; before anything is asked of it. */
  readonly join: () => void;
  /** Takes it away again, so that its memory can go. */
  readonly leave: () => void;
  readonly isShared: boolean;
}

/** Fewer positions than this are laid out sooner than a thread is asked. */
export const WORTH_SHARING = 50_000;

/** A fresh kernel for so many positions, shared where a thread is lent and they are worth it. */
export function makeStation(positions: number): Station {
  const thread = positions < WORTH_SHARING ? null : lentThread();
  const shared = thread === null ? null : makeSharedKernel();
  if (thread === null || shared === null) return alone(makeKernel());
  return {
    kernel: shared.kernel,
    second: thread,
    join: () => thread.join(shared.code, shared.memory),
    leave: () => thread.leave(),
    isShared: true,
  };
}

/** A kernel that is shared with nobody, and gives copies. */
export const alone = (kernel: Kernel): Station => ({
  kernel,
  second: nobody,
  join: () => undefined,
  leave: () => undefined,
  isShared: false,
});

/** Makes the edges of all rings planar, and finds the outlines that each bounds. Throws ThreadLost. */
export function cutTogether({ kernel, second, isShared }: Station): void {
  const share = kernel.startCutting(isShared);
  const within = second.ask('withinShare', [share]);
  kernel.listCells();
  if (within.isDone()) kernel.takeMeetings();
  else kernel.meetWithin();
  kernel.startMeetings();
  const meetings = second.ask('meetShare', [share]);
  kernel.meetFirst();
  if (meetings.isDone()) kernel.takeMeetings();
  else kernel.meetRest();
  kernel.startHitting();
  const hits = second.ask('hitShare', [share]);
  kernel.hitFirst();
  if (hits.isDone()) kernel.takeHittings();
  else kernel.hitRest();
  kernel.endCutting();
}

/**
 * Finds faces and the way to reach them all; edges are measured and summed to faces meanwhile, or by what is given back. Throws
 * ThreadLost.
 */
export function faceTogether(
  { kernel, second, isShared }: Station,
  stepsPerUnit: number,
  onEllipsoid: boolean,
): { readonly route: Int32Array; readonly endMeasures: () => void } {
  const share = kernel.startFacing();
  const turning = kernel.startTurning(isShared);
  const turns = second.ask('turnShare', [turning]);
  const measures = second.ask('measureShare', [share, stepsPerUnit, Number(onEllipsoid)]);
  kernel.turnFirst(turning);
  if (!turns.isDone()) kernel.turnRest(turning);
  kernel.face();
  const route = readInts(kernel, kernel.route, kernel.routeLength.value);
  const sums = second.ask('sumShare', [kernel.startSums(isShared)]);
  return {
    route,
    endMeasures: () => {
      if (!measures.isDone()) kernel.measure(stepsPerUnit, onEllipsoid);
      if (!sums.isDone()) kernel.sum();
    },
  };
}
