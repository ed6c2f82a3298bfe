/** How far long work over the whole of the data is: its stage in words, a number, and for work before a sign-in a bar. */
import { Progress } from 'antd'
import { useEffect } from 'react'
import { type BackupStage, backupStageLabel } from '../../contract/terms.ts'
import { queryClient, useQueryOf } from '../app/client.ts'

type Stage = { stage: BackupStage; done: number; total: number }

export const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`

/** The stage and its number, `复制 12.0 MB / 40.0 MB`. */
export const howFar = ({ stage, done, total }: Stage): string =>
  stage === 'settle'
    ? backupStageLabel.settle
    : `${backupStageLabel[stage]} ${stage === 'copy' ? `${megabytes(done)} / ${megabytes(total)}` : `${done} / ${total}`}`

const REFRESH_MS = 500

/** Beside a call of the sign-in page that may take long; nothing of one that is soon over. */
export const HowFar = () => {
  const { data } = useQueryOf('setup.progress', {}, { every: REFRESH_MS })
  // The next call begins at nothing.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['setup.progress'] }), [])
  if (!data?.running) return null
  const { done, total } = data.running
  return (
    <div role="status">
      <Progress percent={total > 0 ? Math.floor((done / total) * 100) : 0} showInfo={false} />
      <span className="quiet figures">{howFar(data.running)}</span>
    </div>
  )
}
