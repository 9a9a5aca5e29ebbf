/** Node's flags for one app process: they keep it below 500 MB in all, as `npm run bench` measures (docs/performance.md). */
export const APP_MEMORY = ['--max-old-space-size=320', '--max-semi-space-size=16']

/** Node's flags for the worker. */
export const WORKER_MEMORY = ['--max-old-space-size=192']
