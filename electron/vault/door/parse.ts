import type { z } from 'zod'
import type { Refusal, RefusalCode } from '../../../contract/refusal.ts'
import { refuse } from './refuse.ts'

type Issue = z.core.$ZodIssue

const said = (issue: Issue): { code: RefusalCode; message: string } => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'input.missing', message: '此项必填。' }
        : { code: 'input.type', message: '此项的类型不对，请重新填写。' }
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'input.tooLong', message: `不得超过${issue.maximum}个字符。` }
        : { code: 'input.range', message: `不得大于${issue.maximum}${issue.origin === 'array' ? '项' : ''}。` }
    case 'too_small':
      return issue.origin === 'string'
        ? { code: 'input.missing', message: '此项必填。' }
        : { code: 'input.range', message: `不得小于${issue.minimum}${issue.origin === 'array' ? '项' : ''}。` }
    case 'unrecognized_keys':
      return { code: 'input.unknownField', message: '含有本步骤不接受的项目。' }
    case 'custom':
      return { code: ((issue.params as { code?: RefusalCode } | undefined)?.code ?? 'input.format') as RefusalCode, message: `${issue.message}。` }
    default:
      return { code: 'input.format', message: '此项的内容不在可选范围内，请重新选择。' }
  }
}

/** The innermost issue of a union: the branch that came furthest. */
const innermost = (issue: Issue): Issue => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const branches = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined)
  const deepest = branches.toSorted((a, b) => b.path.length - a.path.length)[0]
  return deepest ? innermost({ ...deepest, path: [...issue.path, ...deepest.path] }) : issue
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
