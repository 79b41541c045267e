/** Facts that several rules and a gate need are worked out once. */

/**
 * Remembers what `compute` said of each object for as long as the object lives. Facts of one diagram are shared by equal
 * texts and kept from edit to edit, so what is remembered of them costs an edit nothing.
 */
export function remember<Subject extends object, Fact>(
  compute: (subject: Subject) => Fact,
): (subject: Subject) => Fact {
  const known = new WeakMap<Subject, { readonly fact: Fact }>();
  return (subject) => {
    let entry = known.get(subject);
    if (entry === undefined) known.set(subject, (entry = { fact: compute(subject) }));
    return entry.fact;
  };
}

/** How many texts are remembered at least; those not asked for since twice as many others came are forgotten. */
const mostTexts = 4_000;
/** Reading a text that is shorter costs no more than looking it up, as a rule. */
const shortestText = 16;

/**
 * Remembers what `compute` said of texts that come again, as the paragraphs of a page do at every edit. What it says must
 * depend on the text alone. Texts of fewer than `shortest` UTF-16 units are read each time.
 */
export function rememberText<Fact>(compute: (text: string) => Fact, shortest = shortestText): (text: string) => Fact {
  let recent = new Map<string, { readonly fact: Fact }>();
  let older: typeof recent = new Map();
  return (text) => {
    if (text.length < shortest) return compute(text);
    let entry = recent.get(text);
    if (entry !== undefined) return entry.fact;
    entry = older.get(text);
    // A copy: a piece of a document's text would keep the whole of that version alive.
    const own = ` ${text}`.slice(1);
    entry ??= { fact: compute(own) };
    if (recent.size >= mostTexts) {
      older = recent;
      recent = new Map();
    }
    recent.set(own, entry);
    return entry.fact;
  };
}
