/**
 * The region as it is drawn: one letter a block, and what the letters stand for.
 *
 * Rows run from north to south; a row with an odd number stands half a block further east, so that every block
 * has six neighbours. All else (outlines, people, wards, patients) is worked out from these two drawings.
 */

/** `.` sea, `~` foreshore of the estuary, `#` the neighbour country, a letter for the council of the block. */
export const councilMap = [
  '....aaa...MMMM..................',
  '##.aaaaaaMMMMMMM..GG............',
  '##aaaaaaaMMMMMMMMGGGGG....GG....',
  '##aaaaaaaaMMMMMMMMGGGGGG........',
  '##aaaaaaaaaMMMMMMMGGGGGGG.....G.',
  '##aaaaaaaaaMMMMMMMMGGGGGGG......',
  '###aaaaaaaMMMMMMMMMGGGGGG.......',
  '##aaaaaaaaMMMMMMMfffGGGGeee.....',
  '###bbbbaaaccMMMMfffffGGeeeee....',
  '##bbbbbbbbcccccffffffeeeeeee....',
  '###bPPbbbbcccccfffffffeeeeeee...',
  '##bbPPbbbcccccccffffffeeeeeee...',
  '###bPPbbbbccccccfffffeeeeeeeee..',
  '##bbPPbbbbccccccffffeeeeeeee....',
  '###bbbbbbbbcccccfffffeeeeeee....',
  '##bbbbbbbccccggggffffeeeeee.....',
  '###bbbbbbcgggggggggfheeee~~.....',
  '##ddddddddgggggggghhhhe~~~......',
  '###ddddddddgggggghhhhhhh~~~.....',
  '##ddddddddKgggggghhhhhhhhh......',
  '###ddddddKKKgggggghhhhhhhhhh....',
  '##ddddddKKKKKgggghhhhhhhhh......',
  '###ddddddKKKKKKgghhhhhhhhh......',
  '.#ddddddKKKKKKKKhhhhhhhh........',
  '..dddddKKKKKKKKKKhhhhhh.........',
  '....ddddKKKKKKKKKhhh............',
  '.......KKKKKKKKKK...............',
  '................................',
];

/**
 * What is out of the ordinary about a block; ` ` nothing.
 *
 *     o  lies in another ICB than the rest of its council
 *     t  moved from one ICB to another after 2021
 *     z  nobody lives there
 *     x  nobody lives there, and the council border cuts straight through it
 *     n  in no neighbourhood
 *     w  in two neighbourhoods
 *     s  a second part of a neighbourhood elsewhere in its council
 *     y  in a neighbourhood of the council next door
 *     e  two networks have the same number of patients
 */
export const markMap = [
  '                                ',
  '                                ',
  '                y               ',
  '                yy              ',
  '      z                         ',
  '                                ',
  '    ss          e               ',
  '                                ',
  '                                ',
  '                                ',
  '                                ',
  '                         nn     ',
  '                         n      ',
  '                                ',
  '           tt                   ',
  '         ttttoooo  o            ',
  '         toooooooo o x          ',
  '          oooo                  ',
  '                                ',
  '                                ',
  '                                ',
  '                     ww         ',
  '                                ',
  '                                ',
  '                                ',
  '                                ',
  '                                ',
  '                                ',
];

/** The towns: the map is drawn together around them. Block (col, row), pull from 0 to 1, reach in kilometres. */
export const towns = [
  { name: 'Pellow', col: 5, row: 11.5, pull: 0.86, reach: 5.9 },
  { name: 'Port Merrin', col: 13.5, row: 3, pull: 0.62, reach: 7 },
  { name: 'Kingsferry', col: 12.5, row: 22.5, pull: 0.6, reach: 6 },
  { name: 'Staithe', col: 27, row: 12, pull: 0.5, reach: 4 },
  { name: 'Calder', col: 13, row: 11, pull: 0.5, reach: 4 },
  { name: 'Thornmere', col: 6, row: 20, pull: 0.5, reach: 4 },
  { name: 'Brackenholt', col: 14, row: 17, pull: 0.45, reach: 4 },
  { name: 'Skelmoor', col: 22, row: 20, pull: 0.45, reach: 4 },
];
