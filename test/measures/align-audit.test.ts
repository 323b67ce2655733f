/** The audit of a best-fit lookup against shapes. */
import { describe, expect, test } from 'vitest';
import { readLookup } from '../../src/layer/read-lookup.js';
import type { AuditRequest } from '../../src/measures/align/audit.js';
import { tableOf } from '../table-of.js';
import { alignDrawn, columnsOf, drawnLayer, drawnPeople, rowsOf } from './align-lattice.js';
import { sayNotes } from '../../src/trouble/say-notes.js';

const councils = drawnLayer('ltla', 'A A A B B B', 'ltla');
const wards = drawnLayer('ward', 'p q q q r r', 'ward');

function auditOf(rows: string, wishes: Partial<AuditRequest> = {}): AuditRequest {
  const table = tableOf(`ward_code,ltla_code\n${rows}`, 'lookup.csv');
  const lookup = readLookup(table, { member: 'ward_code', group: 'ltla_code' });
  return { lookup, recodes: [], least: 50, ...wishes };
}

const AUDIT = ['code', 'lookup_code', 'best_code', 'pct_in_lookup', 'pct_in_best', 'basis'];

describe('the audit', () => {
  test('lists the row that the shapes contradict, and nothing that they confirm', () => {
    const report = alignDrawn([councils, wards], [], { audit: auditOf('p,A\nq,B\nr,B') });
    const third = 100 / 3;
    expect(columnsOf(report, 'audit', AUDIT)).toEqual([['q', 'B', 'A', third, 2 * third, 'hectares']]);
    expect(report.summary.at(-1)).toBe(
      'Audit: of 3 wards in the lookup, 1 lies mostly elsewhere and 0 have a best fit that holds less than 50 % (table audit).',
    );
  });

  test('goes by people where people are given', () => {
    const audit = auditOf('p,A\nq,B\nr,B');
    const report = alignDrawn([councils, wards], [drawnPeople('1 1 1 8 1 1')], { audit });
    expect(rowsOf(report, 'audit')).toEqual([]);
  });

  test('lists a right fit that is weak', () => {
    const report = alignDrawn([councils, wards], [], { audit: auditOf('p,A\nq,A\nr,B', { least: 75 }) });
    expect(columnsOf(report, 'audit', ['code', 'lookup_code', 'best_code'])).toEqual([['q', 'A', 'A']]);
  });

  test('without a lookup lists the units whose main partner holds little of them', () => {
    const report = alignDrawn([councils, wards], [], { audit: { lookup: null, recodes: [], least: 75 } });
    expect(columnsOf(report, 'audit', ['code', 'lookup_code', 'best_code', 'pct_in_lookup'])).toEqual([
      ['q', null, 'A', null],
    ]);
  });

  test('follows codes that changed, and says so', () => {
    const recodes = [{ kind: 'ltla', oldCode: 'OLD', newCode: 'A', name: 'Aston', from: '2025' }];
    const report = alignDrawn([councils, wards], [], { audit: auditOf('p,OLD\nq,OLD\nr,B', { recodes }) });
    expect(rowsOf(report, 'audit')).toEqual([]);
    expect(sayNotes(report.notes)).toContain('audit: 1 code recoded: OLD → A Aston');
  });

  test('passes over rows whose group is in no layer, with a finding', () => {
    const report = alignDrawn([councils, wards], [], { audit: auditOf('p,A\nq,Z\nr,B') });
    expect(rowsOf(report, 'audit')).toEqual([]);
    expect(report.findings.map(({ finding, code }) => [finding, code])).toContainEqual([
      'lookup-code-unknown',
      'Z',
    ]);
  });

  test('refuses a lookup of other areas', () => {
    expect(() => alignDrawn([councils, wards], [], { audit: auditOf('x,A\ny,B') })).toThrow(
      '--audit FILE:MEMBER:GROUP',
    );
  });
});
