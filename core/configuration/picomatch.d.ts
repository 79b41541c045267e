/** What we use of picomatch, whose entry without a thought for Windows has no types of its own. */
declare module 'picomatch/posix.js' {
  export interface Options {
    /** Names that begin with a dot match as others do. */
    readonly dot?: boolean;
    readonly noextglob?: boolean;
    readonly nonegate?: boolean;
  }

  export default function picomatch(pattern: string, options?: Options): (path: string) => boolean;
}
