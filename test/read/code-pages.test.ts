/** Code pages are what another library has. */
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { attributeDecoder } from '../../src/read/formats/dbf-encoding.js';
import { CODE_PAGES } from '../../src/read/formats/code-pages.js';

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
const header = new Uint8Array(64);

it.each(Object.keys(CODE_PAGES))('code page %s', (page) => {
  const decode = attributeDecoder(header, new TextEncoder().encode(page), 'names.dbf');
  expect(decode(every)).toBe(iconv.decode(Buffer.from(every), page));
});

it.each([
  '1250',
  '1251',
  '1252',
  '1253',
  '1254',
  '1257',
  '866',
  'ISO 8859-14',
  '88591',
  'koi8-r',
  'CP932',
  '936',
  '949',
  '950',
])('names that are plainly written in %s come out as they were', (page) => {
  const text: Record<string, string> = {
    '1251': 'Минск',
    '866': 'Минск',
    'koi8-r': 'Минск',
    '1253': 'Αθήνα',
    CP932: '東京',
    '936': '北京',
    '949': '서울',
    '950': '臺北',
  };
  const name = text[page] ?? 'Elm';
  const label =
    page === 'CP932' ? 'cp932' : page === '88591' ? 'iso-8859-1' : page.replace('ISO 8859', 'iso-8859');
  const decode = attributeDecoder(header, new TextEncoder().encode(page), 'names.dbf');
  expect(decode(new Uint8Array(iconv.encode(name, label)))).toBe(name);
});
