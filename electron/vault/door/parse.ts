import type { z } from 'zod'
import type { Refusal, RefusalCode } from '../../../contract/refusal.ts'
import { refuse } from './refuse.ts'

type Issue = z.core.$ZodIssue
type Said = { code: RefusalCode; message: string }

const missing: Said = { code: 'input.missing', message: '此项必填。' }
const wrongType: Said = { code: 'input.type', message: '此项的类型不对，请重新填写。' }
const noChoice: Said = { code: 'input.format', message: '此项的内容不在可选范围内，请重新选择。' }

const outOfBounds = (issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): Said => {
  const big = issue.code === 'too_big'
  if (issue.origin === 'string') return big ? { code: 'input.tooLong', message: `不得超过${issue.maximum}个字符。` } : missing
  if (issue.origin === 'array') return { code: 'input.range', message: big ? `不得多于${issue.maximum}项。` : `不得少于${issue.minimum}项。` }
  const bound = big ? issue.maximum : issue.minimum
  if (Math.abs(Number(bound)) >= Number.MAX_SAFE_INTEGER) return { code: 'input.range', message: '数字超出范围，请核对。' }
  return { code: 'input.range', message: big ? `不得大于${bound}。` : `不得小于${bound}。` }
}

const said = (issue: Issue): Said => {
  const input = issue.code === 'invalid_union' && issue.discriminator ? (issue.input as Record<string, unknown>)[issue.discriminator] : issue.input
  if (input === undefined) return missing
  switch (issue.code) {
    case 'invalid_type':
      return wrongType
    case 'invalid_value':
      return typeof input === typeof issue.values[0] ? noChoice : wrongType
    case 'invalid_union':
      return typeof input === 'string' ? noChoice : wrongType
    case 'too_big':
    case 'too_small':
      return outOfBounds(issue)
    case 'unrecognized_keys':
      return { code: 'input.unknownField', message: '含有本步骤不接受的项目。' }
    case 'custom':
      // An empty day is no day that does not exist: it was not filled in.
      if (input === '') return missing
      return { code: ((issue.params as { code?: RefusalCode } | undefined)?.code ?? 'input.format') as RefusalCode, message: `${issue.message}。` }
    default:
      return { code: 'input.format', message: '此项的格式不对，请重新填写。' }
  }
}

/** The branch of a union that the input was meant for: one whose keys it has, and with the least wrong in it. */
const meant = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined => {
  const foreign = (issues: readonly Issue[]) => (issues.some(({ code }) => code === 'unrecognized_keys') ? 1 : 0)
  return branches.toSorted((a, b) => foreign(a) - foreign(b) || a.length - b.length)[0]
}

/** The innermost issue of a union. */
const innermost = (issue: Issue): Issue => {
  const first = issue.code === 'invalid_union' ? meant(issue.errors)?.[0] : undefined
  return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue
}

/** The first thing wrong with an input, as a refusal that names the field and repeats nothing that was typed. */
export const refusalOf = (error: z.ZodError): Refusal => {
  const issue = innermost(error.issues[0] as Issue)
  const field = issue.path.join('.')
  return { ...said(issue), ...(field && { field }) }
}

/** Parses an input by its schema, or refuses. */
export const parseInput = <T>(schema: z.ZodType<T>, input: unknown): T => {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return parsed.data
  const { code, message, ...more } = refusalOf(parsed.error)
  return refuse(code, message, more)
}
