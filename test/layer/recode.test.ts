import { describe, expect, it } from 'vitest';
import { applyRecode, readRecodes } from '../../src/layer/recode.js';
import { tableOf } from '../table-of.js';
import { troubleOf } from '../trouble-of.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const { recodes } = readRecodes(
  tableOf(
    `kind,old_code,new_code,name,from
     ltla,E08000016,E08000038,Barnsley,2025
     ltla,E08000019,E08000039,Sheffield,2025
     cauth,E47000010,E47000014,North East,2024
     cauth,E47000011,E47000014,North East,2024
     icb,E54000001,E54000002,Twice,2022
     icb,E54000002,E54000003,Twice,2023`,
  ),
);

describe('recoding', () => {
  it('says every code it changed', () => {
    const recoded = applyRecode(['E08000019', 'E06000001', 'E08000016'], recodes);
    expect(recoded.codes).toEqual(['E08000039', 'E06000001', 'E08000038']);
    expect(sayNotes(recoded.notes)).toEqual([
      '2 codes recoded: E08000016 → E08000038 Barnsley, E08000019 → E08000039 Sheffield',
    ]);
  });

  it('says nothing where nothing changed', () => {
    expect(applyRecode(['E06000001'], recodes)).toEqual({ codes: ['E06000001'], used: [], notes: [] });
  });

  it('follows two changes in turn and makes one of two codes', () => {
    expect(applyRecode(['E54000001', 'E47000010', 'E47000011'], recodes).codes).toEqual([
      'E54000003',
      'E47000014',
      'E47000014',
    ]);
  });

  it('goes the way the other side of a join needs, backwards too', () => {
    const wanted = new Set(['E08000016', 'E54000002']);
    const recoded = applyRecode(['E08000038', 'E54000001', 'E08000019', 'E08000016'], recodes, { wanted });
    expect(recoded.codes).toEqual(['E08000016', 'E54000002', 'E08000019', 'E08000016']);
  });

  it('keeps to one kind of layer where asked', () => {
    expect(applyRecode(['E08000016', 'E47000010'], recodes, { kind: 'cauth' }).codes).toEqual([
      'E08000016',
      'E47000014',
    ]);
  });

  it('is refused where one old code has two new ones', () => {
    expect(troubleOf(() => readRecodes(tableOf('old_code,new_code\nA,B\nA,C')))).toMatchObject({
      id: 'recode-unclear',
      place: 'line 3',
    });
    expect(troubleOf(() => readRecodes(tableOf('a,b\nA,B'))).id).toBe('recode-columns-missing');
  });
});
