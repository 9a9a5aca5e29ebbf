import { startWorker } from '@/lib/jobs/worker'
import { runProcess } from '@/scripts/processes/child'

await runProcess(startWorker)
