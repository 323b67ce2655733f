/**
 * Holds a request against its schema.
 */
import { InputError } from '../trouble/input-error.js';
import { findFault } from './check-value.js';
import type { Request } from './request.js';
import { requestSchema } from './request-schema.js';

/** Throws InputError with the place and what is allowed there for a value that is no request. */
export function checkRequest(value: unknown): asserts value is Request {
  const fault = findFault(value, requestSchema, 'a request');
  if (fault === null) return;
  throw new InputError({ id: 'request-wrong', message: fault.message, hint: fault.hint });
}
