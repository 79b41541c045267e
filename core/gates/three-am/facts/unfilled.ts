/** Fields of inserted text that their author has yet to fill in: `[enter the threshold]`. */

export const isUnfilled = (text: string): boolean => /\[enter [^\]\n]{1,60}\]/.test(text);
