import { fail } from '@/scripts/processes/child'
import { buildIfChanged } from '@/scripts/start/production-build'

try {
  await buildIfChanged()
} catch (error) {
  fail(error)
}
