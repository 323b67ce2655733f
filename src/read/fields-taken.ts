/**
 * The fields of a file of boundaries, for the record of its reading: which was taken for what, and why.
 */
import type { FieldTaken } from '../trouble/reading-record.js';
import type { ChosenFields, FieldWishes } from './choose-fields.js';

/** The fields of codes, names and what is carried along, with why each was taken. */
export function fieldsTaken(fields: ChosenFields, wishes: FieldWishes): FieldTaken[] {
  const { code, name, ods, why, candidates } = fields;
  const beside = (use: 'name' | 'ods', field: string | null): FieldTaken[] =>
    field === null
      ? []
      : [
          {
            use,
            field,
            why: use === 'name' && wishes.name !== undefined ? 'named' : 'beside',
            candidates: [],
          },
        ];
  return [
    ...(code === '' ? [] : [{ use: 'code' as const, field: code, why, candidates }]),
    ...(name === code ? [] : beside('name', name)),
    ...beside('ods', ods),
    ...(wishes.keep ?? []).map((field): FieldTaken => ({ use: 'kept', field, why: 'named', candidates: [] })),
  ];
}
