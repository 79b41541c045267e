/** Fetches what belongs to the extension itself; the page's policy lets it fetch nothing else. */

/** Longer than this nothing of the extension's own may take to come, in milliseconds. */
const longestFetch = 60_000;

export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(longestFetch) });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}
