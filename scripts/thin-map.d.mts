export function thinMap<M extends { readonly mappings: string; readonly names: readonly string[] }>(
  map: M,
): M;
