import type { ReactNode } from 'react'

type StepProps = { name: string; said?: string; more?: ReactNode; children: ReactNode }

/** One signed step: what it came to, in words, above the signatures that stand under it. */
export const Step = ({ name, said, more, children }: StepProps) => (
  <li>
    <div>
      <strong>{name}</strong>
      {said && `　${said}`}
    </div>
    {more && <div className="quiet">{more}</div>}
    {children}
  </li>
)

export const Steps = ({ children }: { children: ReactNode }) => (
  <>
    <h3>签署</h3>
    <ol className="lending-steps">{children}</ol>
  </>
)
