/// <reference lib="dom" />
/**
 * What a pointer does on the map: a click, a drag, two fingers that zoom, a line around what is to be chosen.
 */

/** How a drag is taken: the map is moved, or what lies inside is chosen. */
export type Tool = 'move' | 'lasso' | 'rectangle';

/** Pixels that a pointer may move for a press to be a click. */
const CLICK = 4;

/** Where a pointer is listened to, and who is told. */
export interface Pointing {
  readonly canvas: HTMLCanvasElement;
  readonly tool: () => Tool;
  readonly drag: (across: number, down: number) => void;
  readonly pinch: (factor: number, left: number, top: number) => void;
  readonly click: (left: number, top: number, adds: boolean) => void;
  readonly over: (left: number, top: number) => void;
  readonly leave: () => void;
  /** The line drawn so far; `adds` is null while it is being drawn. */
  readonly draw: (line: readonly (readonly [number, number])[], adds: boolean | null) => void;
}

/** Listens from now on. */
export function listenToPointer({ canvas, tool, drag, pinch, click, over, leave, draw }: Pointing): void {
  const down = new Map<number, readonly [number, number]>();
  let start: readonly [number, number] | null = null;
  let line: (readonly [number, number])[] = [];
  const placeOf = ({ offsetX, offsetY }: PointerEvent): readonly [number, number] => [offsetX, offsetY];
  const spread = (): number => {
    const [p, q] = [...down.values()];
    return Math.hypot(p![0] - q![0], p![1] - q![1]);
  };
  const lineTo = (from: readonly [number, number], to: readonly [number, number]): typeof line =>
    tool() === 'rectangle' ? [from, [to[0], from[1]], to, [from[0], to[1]]] : [...line, to];
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, placeOf(event));
    start = down.size === 1 ? placeOf(event) : null;
    line = start === null ? [] : [start];
  });
  canvas.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    const here = placeOf(event);
    if (before === undefined) return over(...here);
    if (down.size === 2) {
      const was = spread();
      down.set(event.pointerId, here);
      pinch(spread() / Math.max(1, was), here[0], here[1]);
      return;
    }
    down.set(event.pointerId, here);
    if (start !== null && Math.hypot(here[0] - start[0], here[1] - start[1]) <= CLICK && line.length === 1)
      return;
    if (tool() === 'move' || start === null) {
      line = [...line, here];
      drag(here[0] - before[0], here[1] - before[1]);
    } else {
      line = lineTo(start, here);
      draw(line, null);
    }
  });
  const end = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId) || start === null) return;
    const adds = event.shiftKey || event.ctrlKey || event.metaKey;
    if (line.length === 1) click(...start, adds);
    else if (tool() !== 'move') draw(line, adds);
    start = null;
  };
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', (event) => void down.delete(event.pointerId));
  canvas.addEventListener('pointerleave', leave);
}
