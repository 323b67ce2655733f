/** What esbuild says of a bundle, as far as it is used. */
export interface Bundled {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}
export function foldersOfPackages(metafiles: readonly Bundled[]): string[];
export function licencesText(folders: readonly string[]): string;
export function packagesByLicence(folders: readonly string[]): string;
