/** The preview among the frames of a workbench. */
import type { Frame } from 'playwright-core';

/** Whether a frame is the preview's page, the one with the toolbar, and shows a picture; Mermaid draws in a frame below it. */
export const hasPicture = async (frame: Frame): Promise<boolean> =>
  (await frame.locator('[role=toolbar]').count()) > 0 && (await frame.locator('svg .node').count()) > 0;
