import type { NextConfig } from 'next'

const ONE_YEAR = 'max-age=31536000; includeSubDomains'

const isDevelopment = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  // What is for developers only is called page.dev.tsx or route.dev.ts: in a production build these are no routes at all.
  pageExtensions: isDevelopment ? ['tsx', 'ts', 'dev.tsx', 'dev.ts'] : ['tsx', 'ts'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // A form with a file: ten megabytes and what is around them. Our own server lets so much through for those forms only;
  // what the proxy reads beyond its limit it would cut off without a word.
  experimental: {
    serverActions: { bodySizeLimit: '13mb' },
    proxyClientMaxBodySize: '13mb',
    // Most builds are the first on their machine: writing down 170 MB for a next one takes a quarter of the time.
    turbopackFileSystemCacheForBuild: false,
    // A stack in the log points into the bundles (the app reads no maps): 119 MB that nobody opens, a sixth of the work.
    turbopackSourceMaps: isDevelopment,
  },
  serverExternalPackages: [
    '@node-rs/argon2',
    '@myriaddreamin/typst-ts-node-compiler',
    'pg',
    'pino',
    'nodemailer',
    'sharp',
    'file-type',
    'date-holidays',
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Strict-Transport-Security', value: ONE_YEAR },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
      ],
    },
    {
      // Answers that are no page: what shows in a browser all the same may load and frame nothing.
      source: '/api/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value: "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
        },
      ],
    },
    ...(isDevelopment
      ? [
          {
            // Mail has its styles in attributes.
            source: '/api/voorbeelden/:path*',
            headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; style-src 'unsafe-inline'" }],
          },
        ]
      : []),
    // A file that somebody brought in: whoever opens it here all the same, opens it outside this site and without scripts.
    ...['/api/gezinnen/:code/documenten/:id', '/api/:path*/foto'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: "sandbox; default-src 'none'; frame-ancestors 'none'" }],
    })),
    {
      source: '/((?!_next/static/).*)',
      headers: [{ key: 'Cache-Control', value: 'no-store' }],
    },
  ],
}

export default config
