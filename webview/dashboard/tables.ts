/** The gates and the folders. */
import type { DashboardReport, DashboardTexts } from '../../core/dashboardProtocol.ts';
import { link, meter, section, table } from './parts.ts';
import type { Shorten } from './parts.ts';
import { ratio } from './words.ts';

type Gate = DashboardReport['gates'][number];
type Folder = DashboardReport['folders'][number];

const passShare = ({ pass, fail }: Pick<Gate, 'pass' | 'fail'>): number | null =>
  pass + fail === 0 ? null : (100 * pass) / (pass + fail);

export function gatesSection(gates: readonly Gate[], texts: DashboardTexts): HTMLElement {
  const rows = gates.map((gate) => ({
    key: gate.id,
    cells: [
      gate.title,
      meter(passShare(gate)),
      String(gate.pass),
      gate.fail === 0
        ? '0'
        : link(
            String(gate.fail),
            `fail ${gate.id}`,
            { view: { gate: gate.id, text: '', first: 0 } },
            `${gate.title}: ${texts.fail}, ${gate.fail}`,
          ),
      String(gate.notApplicable),
    ],
  }));
  const columns = [
    { title: texts.gate },
    { title: texts.passed },
    { title: texts.pass, isNumber: true },
    { title: texts.fail, isNumber: true },
    { title: texts.notApplicable, isNumber: true, isLesser: true },
  ];
  return section(texts.gates, [table(texts.gates, columns, rows)]);
}

export function foldersSection(folders: readonly Folder[], texts: DashboardTexts, shorten: Shorten): HTMLElement {
  const { shown, more } = shorten('folders', folders);
  const rows = shown.map((folder) => ({
    key: folder.path,
    cells: [
      link(folder.path, `folder ${folder.path}`, {
        view: { gate: '', text: folder.path === '.' ? '' : `${folder.path}/`, first: 0 },
      }),
      meter(folder.score),
      String(folder.documents),
      String(folder.diagrams),
      String(folder.broken),
      ratio(folder.visualRatio),
      ratio(folder.threeAmRatio),
      ratio(folder.costRatio),
    ],
  }));
  const columns = [
    { title: texts.folder },
    { title: texts.score },
    { title: texts.pages, isNumber: true },
    { title: texts.diagrams, isNumber: true, isLesser: true },
    { title: texts.broken, isNumber: true },
    { title: texts.shown, isNumber: true, isLesser: true },
    { title: texts.threeAm, isNumber: true, isLesser: true },
    { title: texts.withCosts, isNumber: true, isLesser: true },
  ];
  return section(texts.folders, [table(texts.folders, columns, rows), ...more]);
}
