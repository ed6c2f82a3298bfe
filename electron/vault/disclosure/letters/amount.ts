const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']

/** Four figures in capitals: `1050` → `壹仟零伍拾`. */
const group = (figures: number): string => {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(figures / 10 ** place) % 10
    if (digit === 0) gap = words !== ''
    else {
      words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
      gap = false
    }
  }
  return words
}

const yuanOf = (yuan: number): string => {
  const [upper, lower] = [Math.floor(yuan / 10_000), yuan % 10_000]
  const zero = upper > 0 && lower > 0 && lower < 1000 ? '零' : ''
  return `${upper > 0 ? `${group(upper)}万` : ''}${zero}${group(lower)}元`
}

/** Money in capitals as a notice of payment has it: 123405 fen → `壹仟贰佰叁拾肆元零伍分`. Up to 9,999,999,999 fen. */
export const capitals = (fen: number): string => {
  const [yuan, jiao, rest] = [Math.floor(fen / 100), Math.floor(fen / 10) % 10, fen % 10]
  const whole = yuan > 0 ? yuanOf(yuan) : ''
  if (jiao === 0 && rest === 0) return `${whole}整`
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole ? '零' : ''
  return `${whole}${tenths}${rest > 0 ? `${DIGITS[rest]}分` : '整'}`
}
