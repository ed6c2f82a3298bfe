import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { encode } from 'uqr'
import { barsOf } from '../../renderer/paper/codes.tsx'
import { digitsIn } from '../support/code128.ts'

const CODES = ['1000000000000015', '1048370000000142', '1999999999999999']

test('实施条例27 标签: the bars of a code are Code 128 set C, two digits to a sign, with the check sign', () => {
  for (const code of CODES) {
    const modules = barsOf(code).map(Number).join('')
    // Start, eight pairs, check sign of eleven modules each, and the stop of thirteen
    expect(modules).toHaveLength(10 * 11 + 13)
    expect(digitsIn(modules)).toBe(code)
  }
  // 1234 by the table of the standard: start C, 12, 34, check sign (105 + 12 + 2 × 34) mod 103 = 82, stop
  const signs = ['11010011100', '10110011100', '10001011000', '10010011110', '1100011101011']
  expect(barsOf('1234').map(Number).join('')).toBe(signs.join(''))
})

test('实施条例27 标签: the QR of a code is read back by a decoder that is not its encoder', () => {
  for (const code of CODES) {
    const { size, data } = encode(code, { ecc: 'M', border: 4 })
    const scale = 4
    const picture = new Uint8ClampedArray(size * size * scale * scale * 4)
    for (let y = 0; y < size * scale; y += 1)
      for (let x = 0; x < size * scale; x += 1) {
        const light = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255
        picture.set([light, light, light, 255], (y * size * scale + x) * 4)
      }
    expect(jsQR(picture, size * scale, size * scale)?.data).toBe(code)
  }
})
