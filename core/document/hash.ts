/** A fast hash of texts, for the keys of caches. It is not for secrets. */

/**
 * A key for `text`: 16 hexadecimal digits and the length in UTF-16 units, such as `9e3779b97f4a7c15-120`.
 *
 * Equal texts have equal keys on every machine. Two lanes of 32 bits (multiply, fold, final mixing) give about
 * 64 bits: among a million different texts of one length a collision has odds of about 3 in 100 million
 * (n² / 2⁶⁵). A collision would show one diagram the verdict of another; it can be provoked on purpose,
 * which gains nothing, since an author already chooses what the page says.
 */
export function hashText(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x9e3779b1);
    high = Math.imul(high ^ code, 0x5f356495);
    low ^= low >>> 15;
    high ^= high >>> 13;
  }
  // Each lane takes in the other; both steps can be undone, so no pair of lanes is lost.
  low = mix(low ^ Math.imul(high, 0x85ebca77));
  high = mix(high ^ Math.imul(low, 0xc2b2ae3d));
  return `${toHex(high)}${toHex(low)}-${text.length}`;
}

/** Spreads every bit of `value` over all 32 (MurmurHash3's finaliser). */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

const toHex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
