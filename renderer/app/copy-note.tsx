import { useCopyWords } from './copying.ts'

/** What became of a copying, at the foot of the page, over whatever is open. */
export const CopyNote = () => {
  const words = useCopyWords()
  return (
    <div className="copy-note" role="status">
      {words}
    </div>
  )
}
