import { describe, expect, test } from 'vitest'
import {
  isAskedAbout,
  isAskedForScore,
  isAskedToAnswer,
  isScoredAtHome,
  kindOnceBorn,
  whyNotUnborn,
} from '@/lib/domain/household'

describe('who moved out', () => {
  test.each([
    ['a child at home', { isChild: true, isParent: false, hasMovedOut: false }, [true, false, true]],
    ['a child that moved out', { isChild: true, isParent: false, hasMovedOut: true }, [false, false, false]],
    ['a parent at home', { isChild: false, isParent: true, hasMovedOut: false }, [false, true, true]],
    ['a parent who moved out', { isChild: false, isParent: true, hasMovedOut: true }, [false, false, true]],
    ['a carer who moved out', { isChild: false, isParent: false, hasMovedOut: true }, [false, false, false]],
  ])('%s is scored, scores and answers as it should be', (_who, member, [isScored, scores, answers]) => {
    expect(isAskedAbout(member)).toBe(isScored)
    expect(isAskedForScore(member)).toBe(scores)
    expect(isAskedToAnswer(member)).toBe(answers)
  })

  test('is scored at home only where the case director put the child on the list', () => {
    const movedOut = { isChild: true, hasMovedOut: true }
    expect(isScoredAtHome({ ...movedOut, isAssessed: false })).toBe(false)
    expect(isScoredAtHome({ ...movedOut, isAssessed: true })).toBe(true)
    expect(isScoredAtHome({ isChild: true, isAssessed: false })).toBe(true)
    expect(isScoredAtHome({ isChild: false, isAssessed: true })).toBe(false)
  })
})

describe('a birth', () => {
  test('makes an unborn child with a birth date a child, and nobody else', () => {
    expect(kindOnceBorn({ kind: 'unborn', birthDate: '2026-03-02' })).toBe('child')
    expect(kindOnceBorn({ kind: 'unborn', birthDate: null })).toBe('unborn')
    expect(kindOnceBorn({ kind: 'parent', birthDate: '1990-03-02' })).toBe('parent')
  })

  test('is not taken back by the name alone', () => {
    expect(whyNotUnborn({ kind: 'unborn', birthDate: '2026-03-02' })).toContain('geboren op 2 maart 2026')
    expect(whyNotUnborn({ kind: 'unborn', birthDate: null })).toBeNull()
    expect(whyNotUnborn({ kind: 'child', birthDate: '2026-03-02' })).toBeNull()
  })
})
