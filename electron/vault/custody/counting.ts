import type { Clause } from '../../../contract/clauses.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { itemNumberMeant, numberMeant } from './labels.ts'

/** What is counted back: `of` names it in a refusal, `clause` is the rule, `field` the input's when it is not `numbers`, `carriers` whether carriers may be among it. */
export type Counted = { of: string; clause: Clause; field?: string; carriers?: boolean }

/** What was given back against what went out, by numbers or labels: refuses foreign and doubled ones, gives what is present and what is missing. */
export const countBack = <C extends { number: string }>(
  read: Read,
  out: readonly C[],
  typed: readonly string[],
  { of, clause, field = 'numbers', carriers = false }: Counted,
): { present: C[]; missing: C[] } => {
  const numbers = typed.map((one) => (carriers ? itemNumberMeant : numberMeant)(read, one, field))
  const foreign = numbers.some((number) => !out.some((copy) => copy.number === number))
  if (foreign) refuse('rule.forbids', `清点的编号中有不属于${of}的，请取出后重新核对。`, { clause, field })
  const doubled = numbers.find((number, index) => numbers.indexOf(number) < index)
  if (doubled) refuse('input.duplicate', `${doubled}重复清点，请重新逐份核对。`, { clause, field })
  return { present: out.filter(({ number }) => numbers.includes(number)), missing: out.filter(({ number }) => !numbers.includes(number)) }
}
