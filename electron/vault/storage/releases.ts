/** Each released version by the schema that it wrote: the number of its last migration. A fixture of its data lies in test/fixtures. */
export const releases: Readonly<Record<number, string>> = { 1: '0.1.0' }

/** What a schema version is called: the release that wrote it, or its own number where that is not released yet. */
export const releaseOf = (version: number): string => releases[version] ?? `库结构${version}`
