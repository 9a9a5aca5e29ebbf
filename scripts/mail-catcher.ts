import { freePort } from '@/scripts/database/free-port'
import { startMailCatcher } from '@/scripts/mail/catcher'
import { runProcess } from '@/scripts/processes/child'

const WEB_PORT = 8025
const SMTP_PORT = 1025

// On this computer a taken port is no reason to stop; in a container (HOST is set) the ports are promised to others.
await runProcess(async () => {
  const host = process.env.HOST ?? '127.0.0.1'
  const choose = async (port: number) => (process.env.HOST ? port : freePort(port))
  const { smtpUrl, webUrl, stop } = await startMailCatcher({
    host,
    smtpPort: await choose(SMTP_PORT),
    webPort: await choose(WEB_PORT),
  })
  return { report: { smtpUrl, webUrl }, stop }
})
