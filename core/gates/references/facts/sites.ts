/** The site generators that are known by a file at the top of what they publish. */
import { foldersAbove } from '../../../workspace/paths.ts';
import type { Places } from '../../../workspace/places.ts';

/**
 * What the links of a site count from: `file`, as they are written in Markdown and rewritten by the generator, or `url`,
 * the address that a page gets, which is not known here.
 */
type Base = 'file' | 'url';

const markers: readonly (readonly [RegExp, Base])[] = [
  [/^(?:mkdocs|zensical)\.(?:ya?ml|toml)$/, 'file'],
  [/^docusaurus\.config\.[cm]?[jt]s$/, 'file'],
  [/^sidebars\.[cm]?[jt]s$/, 'file'],
  [/^\.vitepress$/, 'file'],
  [/^\.vuepress$/, 'file'],
  [/^astro\.config\.[cm]?[jt]s$/, 'file'],
  [/^book\.toml$/, 'file'],
  [/^SUMMARY\.md$/, 'file'],
  [/^conf\.py$/, 'file'],
  [/^antora\.yml$/, 'file'],
  [/^_quarto\.yml$/, 'file'],
  [/^(?:hugo|config)\.(?:toml|ya?ml)$/, 'url'],
  [/^_config\.ya?ml$/, 'url'],
  [/^gatsby-config\.[cm]?[jt]s$/, 'url'],
  [/^\.?eleventy\.(?:config\.)?[cm]?js$/, 'url'],
  [/^next\.config\.[cm]?[jt]s$/, 'url'],
  [/^nuxt\.config\.[cm]?[jt]s$/, 'url'],
  [/^_sidebar\.md$/, 'url'],
];

/** Where a page is published, as far as files of its folder and those above tell. */
export interface Publishing {
  /** What the site's links count from; undefined where no generator is seen. */
  readonly site: Base | undefined;
  /** The page is read on GitHub and nowhere else that is known. */
  readonly isOnGitHub: boolean;
}

export function readPublishing(path: string, places: Places): Publishing {
  const names = foldersAbove(path).flatMap((folder) => {
    const content = places.contentOf(folder);
    return content === undefined || content === 'missing' ? [] : [...content.files, ...content.folders];
  });
  const bases = markers.filter(([marker]) => names.some((name) => marker.test(name))).map(([, base]) => base);
  const site = bases.includes('url') ? 'url' : bases[0];
  const top = places.contentOf('');
  const hasGitHub = typeof top === 'object' && top.folders.has('.github');
  return { site, isOnGitHub: site === undefined && hasGitHub };
}
