import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth-options'
import { appEnv } from '@/lib/env'

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  process.env.NEXTAUTH_URL = appEnv().APP_URL
  return NextAuth(request, context, authOptions())
}

export { handle as GET, handle as POST }
