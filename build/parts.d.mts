import type { Plugin } from 'esbuild';
export declare const iconPackages: readonly string[];
export declare const zenumlSource: string;
export declare function iconFiles(folder: string): Plugin;
