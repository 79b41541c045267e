/** The words in front of a numbered list by which steps are told from what is only counted. */

/** Something that is done in order. */
export const leadsToSteps = /\b(?:steps?|procedures?|how to|workflow|in this order|sequence|runbook)\b/i;

/** Something that is numbered to be counted. */
export const leadsToLessons =
  /\b(?:practices?|lessons?|learned|takeaways?|principles?|benefits?|pitfalls?|mistakes?|reasons?|considerations?|insights?|next steps|examples?|options?|features?)\b/i;
