import type { DeadlineView } from '../../contract/deadlines.ts'
export const Deadline = ({ of }: { of: DeadlineView }) => <div>{of.due}</div>
