/**
 * Whole numbers in sentences.
 */

/** A number rounded to a whole, with commas between thousands. */
export function wholeText(value: number): string {
  const digits = Math.round(Math.abs(value)).toString();
  return (value <= -0.5 ? '-' : '') + digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
