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
