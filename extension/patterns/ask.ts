/** Asks for the inputs of a pattern one after the other, each checked as it is typed; back is always possible. */
import * as vscode from 'vscode';
import { answerProblem, evaluate } from '../../core/patterns/formula.ts';
import type { Answers } from '../../core/patterns/formula.ts';
import type { ChoiceField, Field, Pattern } from '../../core/patterns/pattern.ts';

/** How a pattern is to be inserted: with what was answered, which may be nothing; undefined when the author gave up. */
export async function askHow(pattern: Pattern): Promise<Answers | undefined> {
  const count = pattern.inputs.length;
  if (count === 0) return {};
  const now = vscode.l10n.t('Insert now');
  const first =
    count === 1 ? vscode.l10n.t('Answer 1 question first') : vscode.l10n.t('Answer {0} questions first', count);
  const chosen = await vscode.window.showQuickPick(
    [
      { label: now, iconPath: new vscode.ThemeIcon('insert'), detail: vscode.l10n.t('Tab leads through the fields') },
      {
        label: first,
        iconPath: new vscode.ThemeIcon('question'),
        detail: vscode.l10n.t('Totals, shares and durations follow from the answers'),
      },
    ],
    { title: pattern.title, placeHolder: vscode.l10n.t('How is it filled in?') },
  );
  if (chosen === undefined) return undefined;
  return chosen.label === now ? {} : askInputs(pattern);
}

/** What was answered to each question; undefined when the author gave up. */
export async function askInputs({ title, inputs }: Pick<Pattern, 'title' | 'inputs'>): Promise<Answers | undefined> {
  const answers: Record<string, string> = {};
  let index = 0;
  while (index < inputs.length) {
    const field = inputs[index];
    if (field === undefined) break;
    const step: Step = { title, number: index + 1, of: inputs.length, before: answers[field.name] };
    const answer = await (field.kind === 'choice' ? askChoice(field, step) : askText(field, step));
    if (answer === undefined) return undefined;
    if (answer === back) index -= 1;
    else {
      answers[field.name] = answer;
      index += 1;
    }
  }
  return answers;
}

interface Step {
  readonly title: string;
  readonly number: number;
  readonly of: number;
  /** What was answered the first time. */
  readonly before: string | undefined;
}

const back = Symbol('back');
type Answer = string | typeof back | undefined;

function askText(field: Exclude<Field, ChoiceField>, step: Step): Promise<Answer> {
  const input = vscode.window.createInputBox();
  input.value = step.before ?? evaluate(field, {});
  input.valueSelection = [0, input.value.length];
  input.prompt = field.label;
  const check = (): boolean => {
    const problem = answerProblem(field, input.value);
    input.validationMessage = problem ?? '';
    return problem === undefined;
  };
  input.onDidChangeValue(check);
  return settle(input, step, () => (check() ? input.value : undefined));
}

function askChoice(field: ChoiceField, step: Step): Promise<Answer> {
  const list = vscode.window.createQuickPick();
  list.placeholder = field.label;
  list.items = field.options.map((label) => ({ label }));
  list.activeItems = list.items.filter(({ label }) => label === step.before);
  return settle(list, step, () => list.selectedItems[0]?.label);
}

type Asking = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/** Shows it and waits; `read` gives the answer, or undefined as long as it cannot be taken. */
function settle(asking: Asking, { title, number, of }: Step, read: () => string | undefined): Promise<Answer> {
  asking.title = title;
  asking.step = number;
  asking.totalSteps = of;
  asking.ignoreFocusOut = true;
  asking.buttons = number > 1 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    asking.onDidAccept(() => {
      const answer = read();
      if (answer === undefined) return;
      resolve(answer);
      asking.hide();
    });
    asking.onDidTriggerButton(() => {
      resolve(back);
      asking.hide();
    });
    asking.onDidHide(() => {
      asking.dispose();
      resolve(undefined);
    });
    asking.show();
  });
}
