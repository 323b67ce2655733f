/** A short id from a file's name: lower case letters and digits, without endings. */
export function idFromFile(fileName: string): string {
  const bare = fileName
    .replace(/^.*[/\\#]/, '')
    .replace(/\.(geo)?json(l|seq)?(\.gz)?$|\.[a-z]{2,5}(\.gz)?$/i, '');
  const id = bare
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return id === '' ? 'layer' : id;
}
