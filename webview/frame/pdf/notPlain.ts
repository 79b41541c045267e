/** Why a picture cannot be drawn with plain shapes and the fonts that every program has. */
export class NotPlain extends Error {}
