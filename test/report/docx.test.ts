import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/result/table.js';
import { writeOnePager } from '../../src/report/docx/one-pager.js';
import { column, sampleResult, sharedTable } from './sample-result.js';
import { sampleWithMap } from './sample-map.js';
import { expectWellFormed } from './well-formed.js';

/** What an independent reader makes of a document: HTML, and what it complains of. */
async function read(bytes: Uint8Array): Promise<{ html: string; complaints: string[] }> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return {
    html: value,
    complaints: messages.filter(({ type }) => type === 'error').map(({ message }) => message),
  };
}

describe('a result as a page for a committee', () => {
  test('has title, headline, figures, list and caveats', async () => {
    const { html, complaints } = await read(await writeOnePager(sampleResult, sharedTable));
    expect(complaints).toEqual([]);
    expect(html).toContain('<h1>How to read this</h1>');
    expect(html).toContain('<p>Five of 10 councils lie in more than one ICB: ');
    expect(html).toContain('<p><strong>5 of 10 </strong>councils are split between ICBs');
    expect(html).toContain('284 councils lie in one ICB each');
    expect(html).toContain('East Suffolk');
    expect(html).toContain('116,361');
    expect(html).toContain('not the patients the ICB pays for');
    expect(html).toContain('Open Government Licence');
    expect(html).not.toContain('<img');
  });

  test('headings of the table repeat on a further page and are marked', async () => {
    const xml = strFromU8(unzipSync(await writeOnePager(sampleResult, sharedTable))['word/document.xml']!);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain(`<w:tblDescription w:val="${sharedTable.caption}"/>`);
  });

  test('has the map with words for those who do not see it', async () => {
    const bytes = await writeOnePager(sampleWithMap, sharedTable);
    const { html, complaints } = await read(bytes);
    expect(complaints).toEqual([]);
    expect(html).toMatch(
      /<img alt="Map of ICBs of 2024 and councils[^"]+3 shared units tinted and named[^"]*" src="data:image\/png/,
    );
    const picture = unzipSync(bytes)['word/media/map.png']!;
    expect([...picture.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  test('every part is well-formed, whatever names hold, and long tables are cut with a word on it', async () => {
    const names: Table = {
      name: 'names',
      caption: 'Names & <codes>',
      columns: [column('ltla_name', 'name'), column('people', 'people')],
      rows: Array.from({ length: 40 }, (_, i) => [`<w:p>"${i}" & \u0007 =1+1`, i]),
    };
    const bytes = await writeOnePager({ ...sampleResult, tables: [names] }, names);
    for (const [path, content] of Object.entries(unzipSync(bytes)))
      expectWellFormed(strFromU8(content), path);
    const { html } = await read(bytes);
    expect(html).toContain('&lt;w:p&gt;"0" &amp;');
    expect(html).toContain('And 28 more rows.');
  });
});
