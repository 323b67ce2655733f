/**
 * The reference of kinds of layer, and of findings about data.
 */
import { KIND_HEADINGS, kindRows } from '../../src/layer/kinds-table.js';
import { findingWords, KINDS_WITH_WORDS } from '../../src/trouble/finding-words.js';
import { kinds } from '../../src/layer/kinds.js';
import { code, markdownTable, referencePage } from './markdown.js';

/** docs/reference/kinds.md */
export const kindsPage = (): string =>
  referencePage(
    'Kinds of layer',
    'A kind is told from the fields of a file (`ICB24CD`, `pcn_code`) or from its codes. Its name is the id of a layer that is given none, and any of its names may be written after `england:`, in `--only KIND=…` and elsewhere. `coterminous kinds` prints the same.',
    markdownTable(
      KIND_HEADINGS.map((heading) => heading.replaceAll('_', ' ')),
      kindRows(kinds).map((row) =>
        row.map((value, i) =>
          i === 0 ? code(String(value)) : typeof value === 'boolean' ? yes(value) : value,
        ),
      ),
    ),
  );

const yes = (value: boolean): string => (value ? 'yes' : '');

/** docs/reference/findings.md */
export const findingsPage = (): string =>
  referencePage(
    'Findings about data',
    'What `check` looks for, and what every other command says of its inputs. Ids are stable: rules and baselines go by them. A finding that makes a file unfit is an error; the others are warnings or for information.',
    markdownTable(
      ['finding', 'what it is', 'what to do'],
      [...KINDS_WITH_WORDS].map((kind) => {
        const { one, todo } = findingWords(kind);
        return [code(kind), one, todo];
      }),
    ),
  );
