import { startWorker } from '@/lib/jobs/worker'

// A worker as a process of its own, to be killed. It starts when it is told where its database and its mail server are.
process.once('message', (settings: Record<string, string>) => {
  process.once('disconnect', () => process.exit())
  process.channel?.ref()
  Object.assign(process.env, settings)
  startWorker(undefined, { auditExportDir: process.argv[2] }).catch(() => process.exit(1))
})
process.send?.('ready')
