import { call } from '../app/client.ts'
import { evaluationForm } from './evaluation.tsx'
import { Preview } from './preview.tsx'

type Props = { year: number; half: number | null; onClose: () => void }

/** The 年度报告 of a year, or the 评估表 of a half, on its pages. Opening it is a recorded print. */
const EvaluationPaper = ({ year, half, onClose }: Props) => (
  <Preview
    name={half === null ? `政府信息公开工作年度报告 ${year} 年` : `信息公开工作半年评估 ${year} 年${half === 1 ? '上' : '下'}半年`}
    ask={() => call('paper.evaluation', half === null ? { year } : { year, half })}
    ticketOf={({ frame }) => frame.ticket}
    formOf={evaluationForm}
    onClose={onClose}
  />
)

export default EvaluationPaper
