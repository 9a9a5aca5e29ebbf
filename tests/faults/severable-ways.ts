import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/**
 * All that a process has with the world: a way to its database and one to its mail server. They are cut at the very byte at
 * which the process has said so much, in the middle of a word if need be; from then on nothing passes, either way, and
 * nobody is let in.
 */
export class SeverableWays {
  private isCut = false
  /** Bytes that the process has said. */
  said = 0
  /** Called when the byte is there, before anything is cut. */
  beforeCut: () => void = () => undefined
  private readonly servers: Server[] = []
  private readonly sockets = new Set<Socket>()

  constructor(private lastByte = Number.POSITIVE_INFINITY) {}

  /** The same address, by a way that can be cut. */
  async to(address: string): Promise<string> {
    const way = new URL(address)
    const { port, hostname } = way
    const server = createServer((near) => this.join(near, connect(Number(port), hostname)))
    this.servers.push(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    way.hostname = '127.0.0.1'
    way.port = String((server.address() as AddressInfo).port)
    return way.href
  }

  /** From now on only so many bytes more are let through. */
  leave(bytes: number): void {
    this.lastByte = this.said + bytes
    if (bytes === 0) {
      this.sever()
    }
  }

  /** Cuts all at once. */
  sever(): void {
    if (this.isCut) {
      return
    }
    this.isCut = true
    this.beforeCut()
    for (const server of this.servers) {
      server.close()
    }
    for (const socket of this.sockets) {
      socket.destroy()
    }
  }

  private join(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.sockets.delete(socket)
        other.destroy()
      })
    }
    far.on('data', (bytes: Buffer) => {
      if (!this.isCut) near.write(bytes)
    })
    near.on('data', (bytes: Buffer) => this.pass(bytes, far))
  }

  private pass(bytes: Buffer, far: Socket): void {
    if (this.isCut) {
      return
    }
    const left = this.lastByte - this.said
    this.said += bytes.length
    if (bytes.length < left) {
      far.write(bytes)
      return
    }
    // The last bytes go out before the way ends.
    far.write(bytes.subarray(0, Math.max(0, left)), () => this.sever())
  }
}
