/** What the dashboard says, in one place; `translate` is VS Code's. */
import type { DashboardTexts } from '../../core/dashboardProtocol.ts';

export const dashboardTexts = (translate: (text: string) => string): DashboardTexts => ({
  title: translate('Diagram Gates Dashboard'),
  checkAgain: translate('Check Again'),
  exportAs: translate('Export as'),
  checking: translate('Checking {0} of {1} pages'),
  empty: translate('No page with a diagram is known yet. Pages appear as they are checked.'),
  pages: translate('Pages'),
  diagrams: translate('Diagrams'),
  broken: translate('Broken'),
  shown: translate('Shown, not told'),
  score: translate('Score'),
  threeAm: translate('Pass the 3 AM test'),
  gates: translate('Gates'),
  gate: translate('Gate'),
  pass: translate('Pass'),
  fail: translate('Fail'),
  notApplicable: translate('Does not apply'),
  passed: translate('Passed'),
  folders: translate('Folders'),
  folder: translate('Folder'),
  worst: translate('Worst pages'),
  page: translate('Page'),
  fails: translate('Fails'),
  errors: translate('Errors'),
  warnings: translate('Warnings'),
});
