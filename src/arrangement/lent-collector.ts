/**
 * A way to have what nothing holds any more collected at once, where whoever runs the engine lends one: an engine collects
 * late what lies outside of its heap, and before layers are laid out all that reading them left behind stands there.
 */
let lent: () => void = () => undefined;

/** Lends it to all arrangements that are made from now on. */
export function lendCollector(collect: () => void): void {
  lent = collect;
}

/** Has it collected, or not. */
export const collectGarbage = (): void => lent();
