import type { z } from 'zod'

type Part = string | number

/** One field of an input as its own schema declares it: derived from the contract, never listed by hand. */
export type Field = {
  path: readonly Part[]
  /** `envelope.receivedAt`: what a refusal must name. */
  name: string
  /** The same with the branch of each union in it: `envelope|1.receivedAt`. */
  place: string
  kind: 'line' | 'text' | 'secret' | 'pattern' | 'day' | 'minute' | 'integer' | 'boolean' | 'choice' | 'list' | 'record'
  required: boolean
  /** A line of letters, digits and hyphens: no other character is taken. */
  plain: boolean
  /** null stands for “none”. */
  nullable: boolean
  /** Fewest and most: characters, items, or the number itself. */
  least: number
  most: number
}

type Node = z.core.$ZodType & { def: Record<string, unknown> }
type Check = { check: string; minimum?: number; maximum?: number; value?: number; inclusive?: boolean; params?: { code?: string }; format?: string }

const checksOf = (node: Node): Check[] => ((node.def.checks as { _zod: { def: Check } }[] | undefined) ?? []).map((each) => each._zod.def)

const boundsOf = (node: Node): { least: number; most: number } => {
  let least = node.def.type === 'number' ? Number.MIN_SAFE_INTEGER : 0
  let most = node.def.type === 'number' ? Number.MAX_SAFE_INTEGER : Number.POSITIVE_INFINITY
  for (const { check, minimum, maximum, value, inclusive } of checksOf(node)) {
    if (check === 'min_length') least = minimum as number
    if (check === 'max_length') most = maximum as number
    if (check === 'greater_than') least = (value as number) + (inclusive ? 0 : 1)
    if (check === 'less_than') most = (value as number) - (inclusive ? 0 : 1)
  }
  return { least, most }
}

const textKind = (node: Node): Field['kind'] => {
  const checks = checksOf(node)
  if (checks.some(({ check }) => check === 'string_format')) return 'pattern'
  if (checks.some(({ params }) => params?.code === 'input.date'))
    return (node as unknown as z.ZodType).safeParse('2026-03-10').success ? 'day' : 'minute'
  if (checks.some(({ check }) => check === 'overwrite')) return 'line'
  return (node as unknown as z.ZodType).safeParse('密\n密').success ? 'text' : 'secret'
}

const kinds: Record<string, Field['kind']> = {
  number: 'integer',
  boolean: 'boolean',
  enum: 'choice',
  literal: 'choice',
  array: 'list',
  object: 'record',
}

const isPlain = (node: Node, kind: Field['kind']) => kind === 'line' && !(node as unknown as z.ZodType).safeParse('密密密密').success

type Place = Pick<Field, 'path' | 'place' | 'required' | 'nullable'>

/** A union that only adds the empty line to a line is that line. */
const branchesOf = (node: Node): Node[] => (node.def.options as Node[]).filter((option) => option.def.type !== 'pipe')

const inside = (node: Node, at: Place): { node: Node; at: Place }[] => {
  const below = (part: Part, child: unknown): { node: Node; at: Place } => ({
    node: child as Node,
    at: { path: [...at.path, part], place: at.place === '' ? String(part) : `${at.place}.${part}`, required: true, nullable: false },
  })
  if (node.def.type === 'object') return Object.entries(node.def.shape as object).map(([name, child]) => below(name, child))
  return node.def.type === 'array' ? [below(0, node.def.element)] : []
}

/** Every field below a schema. `chosen` picks the branch of a union; left out, all of them are walked. */
const walk = (node: Node, at: Place, chosen: (branches: Node[], path: readonly Part[]) => Node[]): Field[] => {
  const { type } = node.def
  if (type === 'optional' || type === 'default') return walk(node.def.innerType as Node, { ...at, required: false }, chosen)
  if (type === 'nullable') return walk(node.def.innerType as Node, { ...at, nullable: true }, chosen)
  if (type === 'union') {
    const branches = branchesOf(node)
    if (branches.length === 1) return walk(branches[0] as Node, at, chosen)
    return chosen(branches, at.path).flatMap((branch) => walk(branch, { ...at, place: `${at.place}|${branches.indexOf(branch)}` }, chosen))
  }
  const kind = type === 'string' ? textKind(node) : kinds[type as string]
  if (!kind) throw new Error(`the walk does not know ${type} at ${at.place}`)
  const field: Field = { ...at, name: at.path.join('.'), kind, plain: isPlain(node, kind), ...boundsOf(node) }
  return [field, ...inside(node, at).flatMap((each) => walk(each.node, each.at, chosen))]
}

const root: Place = { path: [], place: '', required: true, nullable: false }

/** Every field of a schema, in every branch. The input itself is the first, with an empty path. */
export const allFields = (schema: z.ZodType): Field[] => walk(schema as unknown as Node, root, (branches) => branches)

export const valueAt = (input: unknown, path: readonly Part[]): unknown =>
  path.reduce<unknown>((value, part) => (value as Record<Part, unknown> | undefined)?.[part], input)

/** The fields that an input fills, in the branches that it takes. */
export const filledFields = (schema: z.ZodType, input: unknown): Field[] =>
  walk(schema as unknown as Node, root, (branches, path) =>
    branches.filter((branch) => (branch as unknown as z.ZodType).safeParse(valueAt(input, path)).success),
  ).filter(({ path }) => path.length === 0 || valueAt(input, path) !== undefined)

/** The same input with one field set, or left out. */
export const withField = (input: unknown, path: readonly Part[], value: unknown): unknown => {
  const [part, ...rest] = path
  if (part === undefined) return value
  const copy: Record<Part, unknown> | unknown[] = Array.isArray(input) ? [...input] : { ...(input as object) }
  Object.defineProperty(copy, part, {
    value: withField((input as Record<Part, unknown>)[part], rest, value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
  if (rest.length === 0 && value === undefined) delete (copy as Record<Part, unknown>)[part]
  return copy
}
