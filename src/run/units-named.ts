/**
 * Units of a layer by what people type for them.
 */
import type { Layer } from '../layer/layer.js';
import { InputError } from '../trouble/input-error.js';
import { comparable } from '../trouble/order.js';

/** Numbers of units by code, ODS code or name. Throws InputError for one that the layer does not have. */
export function unitsNamed(layer: Layer, wanted: readonly string[]): Set<number> {
  return new Set(
    wanted.map((text) => {
      const name = text.trim();
      const key = comparable(name);
      const at = [layer.codes, layer.ods ?? [], layer.names].map((list) =>
        list.findIndex((other) => comparable(other) === key),
      );
      const unit = at.find((index) => index >= 0);
      if (unit !== undefined) return unit;
      throw new InputError({
        id: 'no-such-unit',
        unit: name,
        message: `${layer.id} has no unit of that code or name`,
        hint: `It has, for example, ${layer.codes.slice(0, 3).join(', ')}`,
      });
    }),
  );
}
