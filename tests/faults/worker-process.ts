import { startWorker } from '@/lib/jobs/worker'

// A worker as a process of its own, to be killed.
await startWorker(undefined, { auditExportDir: process.argv[2] })
