import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Takes half of the time of all tests together, and most of that it waits. */
const LONGEST = 'tests/faults/killed-worker.test.ts'

/** Starts with the file that takes longest, so that nothing is left waiting for it at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}
