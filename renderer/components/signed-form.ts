import { useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import type { Input, Output } from '../../contract/index.ts'
import { begin, refusalOf, useAct } from '../app/client.ts'
import { type ActFormOf, boxOf, has } from './form.tsx'

export type Signed =
  | 'documents.reviewExpiry'
  | 'documents.reviewYear'
  | 'outgoing.decide'
  | 'lending.admit'
  | 'media.give'
  | 'review.opine'
  | 'review.examine'
  | 'review.decide'
  | 'disclosure.extend'
  | 'disclosure.reply'
  | 'disclosure.approve'
/** What is signed in place: the act as it was typed. */
export type Unsigned<N extends Signed> = Omit<Input<N>, 'ticket'>

type Options<N extends Signed, F extends FieldValues> = {
  start: DefaultValues<F>
  input: (typed: F) => Unsigned<N>
  done: (output: Output<N>) => void
  /** What the act holds its boxes under (`to.`): they are named without it. */
  under?: string
  /** Fields of the contract that share a box of another name; where that depends on what is typed, as it is typed. */
  boxes?: Record<string, string> | ((typed: F) => Record<string, string>)
}

/** A form that is filled first; then somebody signs for it in place. What the vault refuses of a box is told in that box, and signed for anew. */
export const useSignedForm = <N extends Signed, F extends FieldValues>(name: N, { start, input, done, under = '', boxes = {} }: Options<N, F>) => {
  const fields = useForm<F>({ defaultValues: start })
  const [signing, setSigning] = useState<Unsigned<N> | null>(null)
  const saved = useRef(false)
  const act = useAct(name)
  const tell = (caught: unknown) => {
    const { field, code, message } = refusalOf(caught)
    const held = typeof boxes === 'function' ? boxes(fields.getValues()) : boxes
    const box = field && boxOf(field.startsWith(under) ? field.slice(under.length) : field, held)
    if (!box || !has(fields.getValues(), box)) return
    setSigning(null)
    // Once the dialog of the signature is gone and has given the cursor back.
    setTimeout(() => fields.setError(box as Path<F>, { type: code, message }, { shouldFocus: true }), 0)
  }
  const sign = (ticket: string) =>
    act.mutate({ ...signing, ticket } as unknown as Input<N>, {
      onSuccess: (output) => {
        saved.current = true
        done(output)
      },
      onError: tell,
    })
  const submit = fields.handleSubmit((typed) => {
    act.reset()
    setSigning(input(typed))
  })
  const form: ActFormOf<F> = {
    fields,
    submit: () => begin(submit),
    busy: signing !== null,
    saved,
    refused: act.error && signing === null ? act.error.refusal : null,
    told: true,
  }
  return { form, signing, act, sign, goBack: () => setSigning(null) }
}
