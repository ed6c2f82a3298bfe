import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DefaultValues, FieldValues, Path, UseFormReturn } from 'react-hook-form'
import type { Input } from '../../contract/index.ts'
import { Countersign } from './countersign.tsx'
import { Dialog } from './dialog.tsx'
import { ActForm, useActForm } from './form.tsx'
import { type Signed, type Unsigned, useSignedForm } from './signed-form.ts'

type Props<N extends Signed, F extends FieldValues> = {
  call: N
  title: string
  /** The rule beside the act's button, and who signs, above the password. */
  rule: string
  signer: string
  /** The signed-in person has the duty: they sign at once. `other`: they may also call somebody else to their screen. */
  mine: boolean
  other: boolean
  start: DefaultValues<F>
  input: (typed: F) => Unsigned<N>
  boxes?: Record<string, Path<F>> | ((typed: F) => Record<string, Path<F>>)
  /** What it is about, above the boxes and above the password. */
  asked: ReactNode
  /** What is signed for, in words. */
  told: (input: Unsigned<N>) => ReactNode
  children: (form: UseFormReturn<F>) => ReactNode
  onDone: () => void
  onClose: () => void
}

const WIDTH = 760

/** Whoever is signed in themselves signs at once. */
const Myself = <N extends Signed, F extends FieldValues>({
  call,
  title,
  rule,
  start,
  input,
  boxes = {},
  asked,
  children,
  ...rest
}: Props<N, F> & { onOther: (() => void) | null }) => {
  const { onDone, onClose, onOther } = rest
  const form = useActForm<N, F>(call, { start, input: (typed) => input(typed) as unknown as Input<N>, done: onDone, boxes })
  return (
    <Dialog title={title} width={WIDTH}>
      <ActForm
        of={form}
        ok="签字"
        says={`${rule}　以本人签名为准`}
        onClose={onClose}
        over
        other={onOther ? <Button onClick={onOther}>由他人签字</Button> : null}
      >
        {asked}
        {children(form.fields)}
      </ActForm>
    </Dialog>
  )
}

/** At the officer's screen it is filled in first; then whoever has the duty signs on the spot. */
const InPlace = <N extends Signed, F extends FieldValues>({
  call,
  title,
  rule,
  signer,
  start,
  input,
  boxes = {},
  asked,
  told,
  children,
  onDone,
  onClose,
}: Props<N, F>) => {
  const { form, signing, act, sign, goBack } = useSignedForm<N, F>(call, { start, input, done: onDone, boxes })
  if (signing)
    return (
      <Countersign
        title={title}
        says={signer}
        ok="签字"
        error={act.error}
        busy={act.isPending}
        step={{ call, input: signing } as never}
        onTicket={sign}
        onClose={goBack}
      >
        {asked}
        {told(signing)}
      </Countersign>
    )
  return (
    <Dialog title={title} width={WIDTH}>
      <ActForm of={form} ok="请人签字" says={rule} onClose={onClose} over>
        {asked}
        {children(form.fields)}
      </ActForm>
    </Dialog>
  )
}

/**
 * A step that is filled in and signed, by whoever is signed in or in place: `<SignedStep<'review.decide', Typed> call="review.decide" … >{(form) => boxes}</SignedStep>`.
 */
export const SignedStep = <N extends Signed, F extends FieldValues>(props: Props<N, F>) => {
  const [inPlace, setInPlace] = useState(!props.mine)
  return inPlace ? <InPlace {...props} /> : <Myself {...props} onOther={props.other ? () => setInPlace(true) : null} />
}
