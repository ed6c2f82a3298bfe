import type { Picture } from './png.ts'

/** The widths of bars and spaces of each sign, by value (ISO/IEC 15417): 105 starts set C, the last one stops. */
const SIGNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122 123221 223211 221132 ' +
  '221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 ' +
  '231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 ' +
  '114131 311141 411131 211412 211214 211232'
).split(' ')
const START_C = 105
const STOP = '2331112'

/** The digits that the bars of set C mean; thrown where a sign is none, or the check sign is wrong. */
export const digitsIn = (modules: string): string => {
  const widths = (modules.replace(/^0+|0+$/g, '').match(/1+|0+/g) ?? []).map((run) => run.length).join('')
  if (!widths.endsWith(STOP)) throw new Error('no stop')
  const values = (widths.slice(0, -STOP.length).match(/.{6}/g) ?? []).map((sign) => SIGNS.indexOf(sign))
  const check = values.pop()
  const sum = values.reduce((total, value, place) => total + value * Math.max(1, place), 0)
  if (values[0] !== START_C || values.includes(-1) || check !== sum % 103) throw new Error('not Code 128 C')
  return values
    .slice(1)
    .map((value) => String(value).padStart(2, '0'))
    .join('')
}

/** The modules along the middle of a picture of bars, so many in all. */
export const modulesIn = ({ width, height, data }: Picture, modules: number): string =>
  Array.from({ length: modules }, (_, module) => {
    const x = Math.floor(((module + 0.5) * width) / modules)
    return (data[(Math.floor(height / 2) * width + x) * 4] as number) < 128 ? '1' : '0'
  }).join('')
