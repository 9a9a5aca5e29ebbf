/**
 * Node's flags for one app process: they keep it near 500 MB in all, as `npm run bench` measures (docs/performance.md).
 * The pages have no source maps, and what stands around them needs none: a stack in the log points into the bundles.
 */
export const APP_MEMORY = ['--no-enable-source-maps', '--max-old-space-size=320', '--max-semi-space-size=32']

/** Node's flags for the worker. */
export const WORKER_MEMORY = ['--max-old-space-size=192']
