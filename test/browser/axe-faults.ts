/**
 * What axe finds on a page.
 */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Faults as short texts; of the page alone, since the report in its frame has a test of its own. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      iframes: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
