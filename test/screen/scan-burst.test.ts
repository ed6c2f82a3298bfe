import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelCode } from '../../electron/vault/custody/labels.ts'
import { listenForBurst } from '../../renderer/components/scan-burst.ts'

const ours = 'a-vault'
const code = labelCode(ours, 42)

/** What is heard of keys that come `every` so many milliseconds, after `typed` by a hand and a pause. */
const heard = (keys: readonly string[], every: (place: number) => number, { typed = '', pause = 400, held = false } = {}) => {
  const burst = listenForBurst<string>()
  let at = 1000
  let box = ''
  const press = (key: string, repeat = false) => {
    const found = burst.hear({ key, at, repeat, before: box })
    if (key.length === 1) box += key
    return found
  }
  for (const key of typed) {
    press(key)
    at += 180
  }
  at += pause
  let found: ReturnType<typeof press> = null
  for (const [place, key] of [...keys, 'Enter'].entries()) {
    found = press(key, held && place > 0) ?? found
    at += every(place)
  }
  return found
}

describe('F1(2)b 扫描: a label that a scanner types into a box of words is told from a hand', () => {
  it('sixteen digits that check out, within a second, of a copy and of a carrier', () => {
    for (const label of [code, labelCode(ours, 7, 'medium')])
      for (const every of [0, 2, 15, 40, 65]) expect(heard([...label], () => every)).toEqual({ code: label, before: '' })
  })

  it('what stood in the box before comes with it, also when a hand has just typed there', () => {
    expect(heard([...code], () => 10, { typed: '事由', pause: 0 })).toEqual({ code, before: '事由' })
    expect(heard([...code], () => 10, { typed: '第12', pause: 400 })).toEqual({ code, before: '第12' })
  })

  it('never a hand, however steady: the quickest typist needs a hundred milliseconds a key', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 90, max: 400 }), { minLength: 17, maxLength: 17 }), (gaps) => {
        expect(heard([...code], (place) => gaps[place] as number)).toBeNull()
      }),
    )
  })

  it('never a number that is no label: too short, too long, of another series, one digit wrong, with a letter in it', () => {
    const wrong = `${code.slice(0, 9)}${(Number(code[9]) + 1) % 10}${code.slice(10)}`
    for (const text of [code.slice(1), `${code}5`, `9${code}`, `3${code.slice(1)}`, wrong, `${code.slice(0, 8)}a${code.slice(8)}`])
      expect(
        heard([...text], () => 10),
        text,
      ).toBeNull()
  })

  it('never one number in two hundred that another scanner types: what no label has, is left where it was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{8,20}$/), (text) => {
        const label = /^[12]\d{15}$/.test(text) && Number(text) % 97 === 1
        expect(heard([...text], () => 10) !== null).toBe(label)
      }),
    )
  })

  it('never a key that is held down, nor two Enters for one scan', () => {
    expect(heard([...code], () => 10, { held: true })).toBeNull()
    const burst = listenForBurst<string>()
    for (const key of code) burst.hear({ key, at: 0, repeat: false, before: '' })
    expect(burst.hear({ key: 'Enter', at: 5, repeat: false, before: '' })).not.toBeNull()
    expect(burst.hear({ key: 'Enter', at: 6, repeat: false, before: '' })).toBeNull()
  })
})
