/** What axe finds wrong with what the preview shows to people and to assistive technology. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Preview } from './preview.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A line a violation, with the elements it is about. */
export const axeViolations = (preview: Preview): Promise<readonly string[]> => axeViolationsOf(preview.page);

/** The same of any page. */
export async function axeViolationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as {
      run(
        context: unknown,
        options: unknown,
      ): Promise<{ violations: readonly { id: string; nodes: readonly { html: string; failureSummary: string }[] }[] }>;
    };
    // The isolated frame is hidden from people and from assistive technology alike.
    const { violations } = await axe.run({ exclude: ['.frames'] }, { iframes: false });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`,
    );
  });
}
