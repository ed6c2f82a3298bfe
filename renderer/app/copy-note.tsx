import { useScanWords } from '../components/scanning.ts'
import { useCopyWords } from './copying.ts'

/** What became of a copying, or of a scan that was not gone on with, at the foot of the page, over whatever is open. */
export const CopyNote = () => {
  const copied = useCopyWords()
  const scanned = useScanWords()
  return (
    <div className="copy-note" role="status">
      {scanned ?? copied}
    </div>
  )
}
