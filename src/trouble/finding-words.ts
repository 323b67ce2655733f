/**
 * Kinds of findings about a file in words for people: what they are called, and what to do about them.
 */

export interface FindingWords {
  /** `gap`, `gaps`: goes on from a number. */
  readonly one: string;
  readonly many: string;
  /** Few words for a verdict: `gaps`. */
  readonly short: string;
  /** What to do, a sentence. */
  readonly todo: string;
  /** Why a file cannot be used, of one file and of several; only for kinds that are errors. */
  readonly stop?: readonly [it: string, they: string];
}

const words = (
  one: string,
  short: string,
  todo: string,
  stop?: FindingWords['stop'],
  many = `${one}s`,
): FindingWords => ({
  one,
  many,
  short,
  todo,
  ...(stop === undefined ? {} : { stop }),
});

const REDRAW = 'Look at the places; redraw where the loops are real land.';
const HARMLESS = 'No figure changes; mend the source when it is next edited.';

/** By kind; errors in the order in which they keep a file from being used. */
const WORDS: Readonly<Record<string, FindingWords>> = {
  'no-code-field': words(
    'file without codes',
    'no codes',
    'Add a field of codes, or name one with --code. Until then nothing can be joined or compared by code.',
    ['it has no codes', 'they have no codes'],
    'files without codes',
  ),
  'download-cut': words(
    'download that was cut',
    'cut download',
    'Fetch the file again in pages, or from the publisher’s whole download.',
    ['units are missing from the download', 'units are missing from the downloads'],
    'downloads that were cut',
  ),
  'missing-code': words(
    'feature without a code',
    'missing codes',
    'Give each feature its code; until then it is called by its number.',
    ['it has features without a code', 'they have features without a code'],
    'features without a code',
  ),
  'code-with-several-names': words(
    'code with several names',
    'clashing names',
    'Find out which unit the code belongs to, and give the other its own.',
    ['one code stands for several units', 'one code stands for several units'],
    'codes with several names',
  ),
  'same-land': words(
    'pair of units on the same land',
    'units twice',
    'Keep one of the two, or one vintage of the layer.',
    ['units lie on the same land', 'units lie on the same land'],
    'pairs of units on the same land',
  ),
  'unit-within-unit': words(
    'unit within another',
    'two levels',
    'Keep one level, or one vintage of the layer.',
    ['units lie within others', 'units lie within others'],
    'units within others',
  ),
  overlap: words(
    'overlap',
    'overlaps',
    'Find out whose the land is; until then it counts for both. Where overlaps are meant, say so with --allow-overlap.',
    ['its units overlap', 'their units overlap'],
  ),
  'stray-position': words(
    'unit with a position at 0, 0',
    'stray positions',
    'Mend or remove the position; it is far from all others.',
    ['a position lies far from all others', 'positions lie far from all others'],
    'units with a position at 0, 0',
  ),
  gap: words(
    'gap',
    'gaps',
    'Find out whether this land belongs to no unit. If so, list it with --allowed-gaps.',
  ),
  'double-cover': words(
    'stretch of land covered twice',
    'double cover',
    'Find out whose the land is; until then it counts for each unit.',
    undefined,
    'stretches of land covered twice',
  ),
  'page-of-a-download': words(
    'file of as many features as a server hands out at once',
    'size of a download',
    'Check that no unit is missing.',
    undefined,
    'files of as many features as a server hands out at once',
  ),
  'duplicate-code': words(
    'code on several features',
    'codes repeated',
    'Make sure that the features are parts of one unit; here they are.',
    undefined,
    'codes on several features',
  ),
  'repeated-polygon': words(
    'unit with a polygon that repeats another',
    'copies',
    'Nothing is counted double. Remove the copies before others use the file.',
    undefined,
    'units with a polygon that repeats another',
  ),
  'repeated-ring': words(
    'unit with a ring that repeats another',
    'copies',
    'Nothing is counted double. Remove the copies before others use the file.',
    undefined,
    'units with a ring that repeats another',
  ),
  'ring-crosses-itself': words(
    'unit with a ring that crosses itself',
    'crossings',
    REDRAW,
    undefined,
    'units with a ring that crosses itself',
  ),
  'rings-cross': words(
    'unit with rings that cross',
    'crossings',
    REDRAW,
    undefined,
    'units with rings that cross',
  ),
  'hole-outside-shell': words(
    'unit with a hole outside its shell',
    'holes',
    REDRAW,
    undefined,
    'units with a hole outside their shell',
  ),
  'nested-holes': words(
    'unit with a hole within a hole',
    'holes',
    REDRAW,
    undefined,
    'units with a hole within a hole',
  ),
  'nested-shells': words(
    'unit with a part within another part',
    'nested parts',
    REDRAW,
    undefined,
    'units with a part within another part',
  ),
  'interior-disconnected': words(
    'unit that its own rings cut in two',
    'touching rings',
    HARMLESS,
    undefined,
    'units that their own rings cut in two',
  ),
  'parity-and-union-differ': words(
    'unit whose land depends on how its rings are read',
    'doubtful land',
    'Look at the unit; --fill union reads overlapping rings the other way.',
    undefined,
    'units whose land depends on how their rings are read',
  ),
  'no-area': words(
    'unit without land',
    'units without land',
    'Draw it, or remove it from the file.',
    undefined,
    'units without land',
  ),
  'unexpected-code': words(
    'code that does not look like the others of its kind',
    'unexpected codes',
    'Check the codes against the register; units of another kind or country may have come along.',
    undefined,
    'codes that do not look like those of their kind',
  ),
  'mixed-vintages': words(
    'area with its old and its new code',
    'mixed vintages',
    'Keep one vintage; the other code is of another date.',
    undefined,
    'areas with their old and their new code',
  ),
  'missing-name': words(
    'unit without a name',
    'missing names',
    'Add the name; the code stands for it until then.',
    undefined,
    'units without a name',
  ),
  'garbled-name': words(
    'name damaged by a wrong text encoding',
    'garbled names',
    'Save the file again as UTF-8.',
    undefined,
    'names damaged by a wrong text encoding',
  ),
  'not-utf8': words(
    'file with text that is not UTF-8',
    'garbled text',
    'Save the file again as UTF-8.',
    undefined,
    'texts that are not UTF-8',
  ),
  structure: words(
    'feature that is not as GeoJSON wants it',
    'structure',
    'This tool reads it; others may not. Save it again with a program that writes RFC 7946.',
    undefined,
    'features that are not as GeoJSON wants them',
  ),
  antimeridian: words(
    'unit across the 180th meridian',
    'antimeridian',
    'Cut it at the meridian, as RFC 7946 wants.',
    undefined,
    'units across the 180th meridian',
  ),
  'closed-ring': words(
    'ring that does not end where it begins',
    'open rings',
    HARMLESS,
    undefined,
    'rings that do not end where they begin',
  ),
  'short-ring': words(
    'ring of fewer than three places',
    'short rings',
    HARMLESS,
    undefined,
    'rings of fewer than three places',
  ),
  'line-geometry': words(
    'line among the areas',
    'lines',
    'A layer is made of areas; draw it as one if it is meant to count.',
    undefined,
    'lines among the areas',
  ),
  'null-geometry': words(
    'feature without a shape',
    'missing shapes',
    'Draw it, or remove it from the file.',
    undefined,
    'features without a shape',
  ),
  'attributes-missing': words(
    'file without its table of codes and names',
    'no codes',
    'Put the .dbf beside the .shp.',
    undefined,
    'files without their table of codes and names',
  ),
  'changes-in-log': words(
    'file that is being edited',
    'being edited',
    'Close the program that edits it, and check again.',
    undefined,
    'files that are being edited',
  ),
  'points-on-borders': words(
    'set of points on borders',
    'points on borders',
    'Look at the points; each was given to one unit.',
    undefined,
    'sets of points on borders',
  ),
  'contested-blocks': words(
    'set of small areas that borders cut',
    'cut areas',
    'Their people are shared by area; finer areas tell more.',
    undefined,
    'sets of small areas that borders cut',
  ),
  'block-without-people': words(
    'set of small areas without people',
    'areas without people',
    'Find the numbers of people of these areas.',
    undefined,
    'sets of small areas without people',
  ),
  'people-without-block': words(
    'set of people without an area',
    'people without area',
    'Find the shapes of these areas, or drop their people knowingly.',
    undefined,
    'sets of people without an area',
  ),
  'people-of-one-group': words(
    'count of one group only',
    'one group',
    'Use the column of all people.',
    undefined,
    'counts of one group only',
  ),
};

/** The words for a kind; one that has none here is called by its name in words. */
export const findingWords = (kind: string): FindingWords =>
  WORDS[kind] ??
  words(
    `finding: ${kind.replaceAll('-', ' ')}`,
    kind.replaceAll('-', ' '),
    'See the full table.',
    undefined,
    `findings: ${kind.replaceAll('-', ' ')}`,
  );

/** The order of kinds among findings of one severity: as listed here, others after them. */
export function rankOfKind(kind: string): number {
  const place = Object.keys(WORDS).indexOf(kind);
  return place < 0 ? Object.keys(WORDS).length : place;
}

/** Every kind that has words of its own. */
export const KINDS_WITH_WORDS: ReadonlySet<string> = new Set(Object.keys(WORDS));
