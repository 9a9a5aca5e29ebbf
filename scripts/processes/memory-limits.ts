/**
 * Node's flags for one app process: they keep it near 500 MB in all, as `npm run bench` measures (docs/performance.md).
 * Source maps of every page would cost 75 MB more; a stack in the log points into the bundles instead.
 */
export const APP_MEMORY = ['--no-enable-source-maps', '--max-old-space-size=320', '--max-semi-space-size=16']

/** Node's flags for the worker. */
export const WORKER_MEMORY = ['--max-old-space-size=192']
