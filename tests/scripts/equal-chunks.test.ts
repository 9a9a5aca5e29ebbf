import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shareEqualChunks } from '@/scripts/start/equal-chunks'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chunks-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const chunk = (value: string) => `module.exports = [1, () => ${JSON.stringify(value.repeat(2000))}]\n`
const load = (name: string) => createRequire(import.meta.url)(join(folder, name))

test('equal chunks are loaded once, whichever name asks for them; others are their own', () => {
  const texts = { 'a b_[x].js': chunk('a'), 'b.js': chunk('b'), 'c.js': chunk('a'), 'd.js': chunk('a') }
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(folder, name), text)
  }
  expect(shareEqualChunks(folder)).toBe(2 * texts['c.js'].length)
  expect(load('c.js')).toBe(load('a b_[x].js'))
  expect(load('d.js')).toBe(load('a b_[x].js'))
  expect(load('b.js')[1]()).toBe('b'.repeat(2000))
  expect(statSync(join(folder, 'c.js')).size).toBeLessThan(100)
})

test('short chunks, other files and a second time change nothing', () => {
  const files = { 'a.js': 'module.exports=[]', 'b.js': 'module.exports=[]', 'c.json': chunk('c'), 'd.json': chunk('c') }
  for (const [name, text] of Object.entries({ ...files, 'e.js': chunk('e'), 'f.js': chunk('e') })) {
    writeFileSync(join(folder, name), text)
  }
  shareEqualChunks(folder)
  const now = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
  const once = now()
  expect(Object.fromEntries(once)).toMatchObject(files)
  expect(shareEqualChunks(folder)).toBe(0)
  expect(now()).toEqual(once)
})
