/**
 * A property of a feature, whatever its name.
 */
import type { PropertyValue } from '../../layer/feature-table.js';

/** Sets a property of an object of its own; `__proto__` is a name like any other. */
export function setProperty(
  properties: Record<string, PropertyValue>,
  key: string,
  value: PropertyValue,
): void {
  if (key === '__proto__') {
    Object.defineProperty(properties, key, { value, enumerable: true, configurable: true, writable: true });
  } else properties[key] = value;
}
