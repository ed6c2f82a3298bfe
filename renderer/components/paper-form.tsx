/** 纸质签补录: the form of what was signed on paper, and the way to it from a signature on the spot. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { FieldValues, Path } from 'react-hook-form'
import { paperSignatureLabel } from '../../contract/terms.ts'
import { useQueryOf } from '../app/client.ts'
import { useSession } from '../app/session.tsx'
import { Dialog } from './dialog.tsx'
import { MinuteField } from './fields.tsx'
import { ActForm, type ActFormOf } from './form.tsx'

/** `<ByPaper begin={…} />` in place of a signature on the spot: who does not come to the screen has signed on paper. Nothing where the unit takes no signatures on paper. */
export const ByPaper = ({ begin }: { begin: () => void }) => {
  const settings = useQueryOf('office.settings', {})
  return settings.data?.paperSignatures ? <Button onClick={begin}>已在纸上签字</Button> : null
}

type FormProps<F extends FieldValues> = {
  title: string
  form: ActFormOf<F>
  /** Whose signature it is, in a word. */
  signer: string
  clause: string
  paper: string
  onClose: () => void
  children: ReactNode
}

/** The minute that stands on the paper, and what else does (`children`). */
export const PaperForm = <F extends FieldValues & { signedAt: string }>({ title, form, signer, clause, paper, onClose, children }: FormProps<F>) => {
  const { now } = useSession()
  return (
    <Dialog title={`${paperSignatureLabel}：${title}`}>
      <ActForm of={form} ok="补录" says={`补录由保密员签字，并列入待补签，直到${signer}本人补签（${clause}）`} onClose={onClose} over>
        <MinuteField
          form={form.fields}
          name={'signedAt' as Path<F>}
          label="纸上签字时间"
          day={now.slice(0, 10)}
          first
          required
          hint={`照${paper}上写的抄录，只打 0905 即今天`}
        />
        {children}
      </ActForm>
    </Dialog>
  )
}
