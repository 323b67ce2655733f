/**
 * Whether XML is well-formed, by a parser that stops at the first fault.
 */
import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'vitest';

/** Fails the test where the text is not well-formed XML; `what` names it. */
export function expectWellFormed(xml: string, what: string): void {
  const faults: string[] = [];
  const note = (message: string): void => void faults.push(message);
  new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(
    xml,
    'text/xml',
  );
  expect(faults, what).toEqual([]);
}
