import { defineConfig } from 'prisma/config'

// Generating the client never runs the native engine; closed networks cannot download it (docs/decisions/0002).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
