/** Digits with thousands apart, as people read them. */

/** `12500.5` becomes `12,500.5`. Takes what `Number.prototype.toFixed` or `String` writes; a sign stays in front. */
export function groupDigits(digits: string, separator = ','): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
