/** The processor time that the work takes, in milliseconds, all threads of this process together; a busy machine adds nothing. */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
