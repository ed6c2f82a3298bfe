import type { IntakeRegister, Level } from '../../contract/terms.ts'
import { registerLabel } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { registerForm } from './register.tsx'
import { yearBookForm } from './year-book.tsx'

type Props = { year: number; register: IntakeRegister; level?: Level; bound?: boolean; onClose: () => void }

/** The 收文登记簿 of a year, on its pages; `bound`: as the book of a closed year. Opening it is a recorded print. */
const RegisterPaper = ({ year, register, level, bound = false, onClose }: Props) => (
  <Preview
    name={`${registerLabel[register]} ${year} 年`}
    ask={() => call('paper.register', { year, register, level, bound })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={(paper) => (paper.bound ? yearBookForm({ ...paper, bound: paper.bound, level }) : registerForm({ ...paper, level }))}
    onClose={onClose}
  />
)

export default RegisterPaper
