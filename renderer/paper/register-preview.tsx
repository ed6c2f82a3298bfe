import type { ReactNode } from 'react'
import type { RegisterPaper } from '../../contract/paper.ts'
import type { IntakeRegister, Level } from '../../contract/terms.ts'
import { registerLabel } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { registerForm, registerRows } from './register.tsx'
import { yearBookForm } from './year-book.tsx'

type Props = { year: number; register: IntakeRegister; level?: Level; bound?: boolean; onClose: () => void }

const formOf = ({ bound, ...paper }: RegisterPaper, rows: readonly ReactNode[], level?: Level) =>
  bound ? yearBookForm({ ...paper, bound, level }, rows) : registerForm({ ...paper, level }, rows)

/** The 收文登记簿 of a year, on its pages; `bound`: as the book of a closed year. Opening it is a recorded print. */
const RegisterPreview = ({ year, register, level, bound = false, onClose }: Props) => (
  <Preview
    name={`${registerLabel[register]} ${year} 年`}
    ask={() => call('paper.register', { year, register, level, bound })}
    ticketOf={({ frame }) => frame.ticket}
    formInTurns={async (paper) => formOf(paper, await registerRows(paper), level)}
    onClose={onClose}
  />
)

export default RegisterPreview
