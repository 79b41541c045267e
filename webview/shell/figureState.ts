/** `drawn`: the picture is right; `drawing`: a new one is under way or waits; `broken`: the text has none. */
export type FigureState = 'drawn' | 'drawing' | 'broken';
