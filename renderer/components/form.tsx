/**
 * A form that fills one act. `const form = useActForm('people.add', { start, input: (typed) => …, done: (out) => … })`, then
 * `<ActForm of={form} ok="录入" onClose={…}> <TextField form={form.fields} name="name" label="姓名" /> … </ActForm>`.
 *
 * Name the fields as the contract's input names them (`period.years`): a refusal puts the cursor back to its field.
 * Enter goes on to the next empty box and, from the last, does the act; F9 does it from anywhere; Esc goes back.
 */
import { Button } from 'antd'
import { type ReactNode, type RefObject, useRef } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { begin, isActing, refusalOf, useAct } from '../app/client.ts'
import { goOnByEnter } from './going-on.ts'
import { useKeys } from './keys.ts'
import { useLeaving } from './leaving.ts'
import { RefusedText } from './refusal.tsx'

export type ActFormOf<F extends FieldValues> = {
  fields: UseFormReturn<F>
  submit: () => Promise<void>
  busy: boolean
  /** Set once the act is done. */
  saved: RefObject<boolean>
  /** What stands below the boxes: a refusal that no box shows, or one with a clause or a record to open. */
  refused: Refusal | null
  /** Its sentence stands under its box. */
  told: boolean
}

type Options<N extends ProcedureName, F extends FieldValues> = {
  start: DefaultValues<F>
  input: (typed: F) => Input<N>
  done?: (output: Output<N>, typed: F) => void
  /** Fields of the contract that share a box of another name; where that depends on what is typed, as it is typed. */
  boxes?: Record<string, Path<F>> | ((typed: F) => Record<string, Path<F>>)
}

const isRecord = (part: unknown): part is Record<string, unknown> => part !== null && typeof part === 'object'

/** Whether the form has a box of this name, be it still empty. */
export const has = (typed: unknown, path: string): boolean => {
  const [key = '', ...rest] = path.split('.')
  if (!isRecord(typed) || !(key in typed)) return false
  return rest.length === 0 || has(typed[key], rest.join('.'))
}

/** The box that a refused field stands in: itself, the list it is a member of, or the one box that holds several fields (`boxes`). */
export const boxOf = (field: string, boxes: Record<string, string>): string => {
  const held = Object.keys(boxes).find((name) => field === name || field.startsWith(`${name}.`))
  return (held && boxes[held]) ?? field.replace(/\.\d+(\..*)?$/, '')
}

export const useActForm = <N extends ProcedureName, F extends FieldValues>(
  name: N,
  { start, input, done, boxes = {} }: Options<N, F>,
): ActFormOf<F> => {
  const fields = useForm<F>({ defaultValues: start })
  const act = useAct(name)
  const saved = useRef(false)
  const boxIn = (field: string) => boxOf(field, typeof boxes === 'function' ? boxes(fields.getValues()) : boxes)
  const submit = fields.handleSubmit(async (typed) => {
    try {
      const output = await act.mutateAsync(input(typed))
      saved.current = true
      done?.(output, typed)
    } catch (caught) {
      const { field, code, message } = refusalOf(caught)
      const box = field && boxIn(field)
      if (box && has(fields.getValues(), box)) fields.setError(box as Path<F>, { type: code, message }, { shouldFocus: true })
    }
  })
  const refusal = act.error ? refusalOf(act.error) : null
  const box = refusal?.field === undefined ? '' : boxIn(refusal.field)
  const inBox = box !== '' && has(fields.getValues(), box)
  // Read at every render: the library tells what is wrong to those alone who have asked for it.
  const wrong = fields.getFieldState(box as Path<F>, fields.formState).error !== undefined
  const told = inBox && wrong
  // Once the box is typed in, what was refused of it no longer holds.
  const refused = inBox && !(told && (refusal?.clause || refusal?.link)) ? null : refusal
  return { fields, submit: () => begin(submit), busy: act.isPending, saved, refused, told }
}

/** The question in the foot of a form that is about to be left. */
export const Asks = () => (
  <span className="form-word form-asks" role="alert">
    所填还没有保存。放弃请再按一次，不放弃请接着填写。
  </span>
)

type Props<F extends FieldValues> = {
  of: ActFormOf<F>
  ok: string
  /** Said while the vault works. */
  busyWord?: string
  onClose?: () => void
  children: ReactNode
  /** Inside a dialog: its keys go before those of the desk. */
  over?: boolean
  closeWord?: string
  /** What should be known before the act, beside its button. */
  says?: string
  /** A second way out, beside the main one. */
  other?: ReactNode
}

export const ActForm = <F extends FieldValues>({
  of: form,
  ok,
  busyWord = '正在保存…',
  onClose,
  children,
  over = false,
  closeWord = '返回',
  says = '',
  other,
}: Props<F>) => {
  const act = () => {
    if (form.busy || isActing()) return
    // A box settles what is typed in it when it is left.
    const box = document.activeElement
    if (box instanceof HTMLInputElement) {
      box.blur()
      box.focus()
    }
    form.submit()
  }
  const { asked, leave, stay } = useLeaving({ typed: form.fields.formState.isDirty, busy: form.busy, saved: form.saved, onClose })
  useKeys([['F9', act], ...(onClose || asked ? [['Escape', leave] as const] : [])], true, over)
  return (
    <form
      className="act-form"
      data-unsaved={form.fields.formState.isDirty || undefined}
      noValidate
      onKeyDownCapture={(event) => {
        if (goOnByEnter(event)) act()
      }}
      onInput={stay}
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      {children}
      <div className="form-end">
        {form.refused && !form.busy && <RefusedText refusal={form.refused} told={form.told} />}
        <div className="form-foot">
          {asked ? (
            <Asks />
          ) : (
            <span className="quiet form-word" role="status">
              {form.busy ? busyWord : says}
            </span>
          )}
          {other}
          {(onClose || asked) && (
            <Button danger={asked} disabled={form.busy} onClick={leave}>
              {asked ? '放弃所填' : closeWord} Esc
            </Button>
          )}
          <Button type="primary" htmlType="submit" disabled={form.busy}>
            {ok} F9
          </Button>
        </div>
      </div>
    </form>
  )
}
