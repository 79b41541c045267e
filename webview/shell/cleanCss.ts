/** Takes out of style sheets and style attributes all that could load something; counts what it took. */

/** Rules that may hold other rules, and animations. Anything else with `@` goes. */
const isAllowedRule = (rule: CSSRule): boolean =>
  rule instanceof CSSStyleRule || rule instanceof CSSGroupingRule || rule instanceof CSSKeyframesRule;

/** A function that loads, other than a reference into the same picture. Values come escaped as the browser writes them. */
const loads = /(?:url\(\s*(?!["']?#))|image-set\(|(?:^|[^-\w])(?:image|src|paint|element|cross-fade)\(/i;

/** A custom property keeps its text as written, so an escape could hide what it becomes where it is used. */
const hides = /\\|url|image/i;

/** Counts what was removed, so that the author can be told. */
export interface Removals {
  count: number;
}

/** Cleans a style attribute's declarations in place. */
export function cleanDeclarations(style: CSSStyleDeclaration, removals: Removals): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    if (loads.test(value) || (name.startsWith('--') && hides.test(value))) {
      style.removeProperty(name);
      removals.count += 1;
    }
  }
}

/** The style sheet without rules and declarations that load; `@import` is dropped by the parser itself. */
export function cleanSheet(css: string, removals: Removals): string {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  if (/@import/i.test(css)) removals.count += 1;
  return [...sheet.cssRules].map((rule) => cleanRule(rule, removals)).join('\n');
}

function cleanRule(rule: CSSRule, removals: Removals): string {
  if (!isAllowedRule(rule)) {
    removals.count += 1;
    return '';
  }
  cleanInPlace(rule, removals);
  return rule.cssText;
}

function cleanInPlace(rule: CSSRule, removals: Removals): void {
  const style: unknown = Reflect.get(rule, 'style');
  if (style instanceof CSSStyleDeclaration) cleanDeclarations(style, removals);
  const inner: unknown = Reflect.get(rule, 'cssRules');
  if (!(inner instanceof CSSRuleList)) return;
  for (let index = inner.length - 1; index >= 0; index -= 1) {
    const child = inner[index];
    if (child === undefined) continue;
    const isKept = child instanceof CSSKeyframeRule || isAllowedRule(child) || 'style' in child;
    if (isKept) cleanInPlace(child, removals);
    else if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) {
      rule.deleteRule(index);
      removals.count += 1;
    }
  }
}
