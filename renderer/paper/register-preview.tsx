import type { IntakeRegister, Level } from '../../contract/terms.ts'
import { registerLabel } from '../../contract/terms.ts'
import { call } from '../app/client.ts'
import { Preview } from './preview.tsx'
import { registerForm } from './register.tsx'

type Props = { year: number; register: IntakeRegister; level?: Level; onClose: () => void }

/** The 收文登记簿 of a year, on its pages. Opening it is a recorded print. */
const RegisterPaper = ({ year, register, level, onClose }: Props) => (
  <Preview
    name={`${registerLabel[register]} ${year} 年`}
    ask={() => call('paper.register', { year, register, level })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={(paper) => registerForm({ ...paper, level })}
    onClose={onClose}
  />
)

export default RegisterPaper
