import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By far the longest: two hundred workers that live one after the other, and for half of that time wait. */
const LONGEST = 'tests/faults/killed-worker.test.ts'

/** Starts with the file that takes longest, so that nothing is left waiting for it at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))]
  }
}
