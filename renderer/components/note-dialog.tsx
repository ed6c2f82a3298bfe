/** A dialog that only tells something, left by Esc or Enter: `<NoteDialog title="…" onClose={close}>…</NoteDialog>`. It stays until `over`. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import { RefusalNote } from './refusal.tsx'

type Props = { title: string; over?: boolean; onClose: () => void; children: ReactNode }

export const NoteDialog = ({ title, over = true, onClose, children }: Props) => {
  const close = () => over && onClose()
  return (
    <Dialog title={title} onEscape={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          close()
        }}
      >
        {children}
        <div className="form-foot">
          <span className="form-word" />
          <Button type="primary" htmlType="submit" disabled={!over}>
            返回 Esc
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** In the place of an act's dialog whose boxes need what could not be read: why it was not. Nothing while it is read. */
export const UnreadDialog = ({ title, refusal, onClose }: { title: string; refusal: unknown; onClose: () => void }) =>
  refusal ? (
    <NoteDialog title={title} onClose={onClose}>
      <RefusalNote of={refusal} />
    </NoteDialog>
  ) : null
