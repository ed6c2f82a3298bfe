import { Dialog } from '../../components/dialog.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import type { ActProps } from './acts.tsx'
import { ReviewField } from './review-field.tsx'

/** F6 关联保密审查: which review decides on the text (B1). */
export const Link = ({ of: entry, onDone, onClose }: ActProps) => {
  const form = useActForm<'publication.link', { review: number | undefined }>('publication.link', {
    start: { review: undefined },
    input: ({ review }) => ({ publication: entry.id, review: review as number }),
    done: onDone,
  })
  return (
    <Dialog title={`关联保密审查　${entry.number}`} width={640}>
      <ActForm of={form} ok="关联" says="确定为可公开的那一文本才能发布（B1）" onClose={onClose} over>
        <p>{entry.title}</p>
        {entry.review && <p className="quiet">现关联 {entry.review.number}</p>}
        <ReviewField form={form.fields} name="review" first required />
      </ActForm>
    </Dialog>
  )
}
