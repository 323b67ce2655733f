/**
 * What a column is to its row. A closed list: readers of a result (rules, page, map, workbook) ask for these words,
 * and for the layer and the measure beside them, never for parts of a heading.
 */
export const ROLES = {
  unit: 'code or name of the unit, or of one of the units, that the row is about',
  main: 'code or name of its main partner',
  next: 'code or name of its largest partner after the main one, and what it has of it',
  from: 'code of the unit that something leaves',
  to: 'code of the unit that it comes to',
  left: 'code of the unit on the left of a line',
  right: 'code of the unit on its right',
  neighbour: 'code or name of the unit on the other side of a border',
  match: 'code of the unit that it is, or is most like',
  other: 'code of another unit concerned',
  id: 'id of a layer, a proposal, a quantity, of which the column also says what it is called',
  block: 'code of a small area that carries people',
  partners: 'codes of several units, separated by semicolons',
  amount: 'people or land that the row speaks of',
  whole: 'people or land of the whole unit of the layer',
  share: 'the amount as a percentage of something larger: of the unit of the layer, where one is named',
  inside: 'what part of the unit lies in the unit of the layer',
  in_main: 'what part of the unit lies in its main partner',
  outside_main: 'people or land of a unit outside its main partner',
  uncovered: 'people or land that no unit covers',
  double: 'people or land that two units or more cover',
  matters: 'whether a piece is large enough to count in the summary and on the map',
  blocks: 'how many blocks a figure rests on',
  basis: 'what was counted, and when',
  method: 'how it was placed',
} as const;

/** One of the words of the list. */
export type Role = keyof typeof ROLES;
