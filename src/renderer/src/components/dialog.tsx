import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useGivenBackFocus } from './give-back-focus.ts'
import { Icon } from './icon.tsx'

type DialogProps = {
  title: ReactNode
  /** Called for Escape, the close button and, unless `role` is `alertdialog`, a press outside. Not called while `isBusy`. */
  onClose: () => void
  children: ReactNode
  /** Buttons at the foot, the one that acts first. */
  actions?: ReactNode
  size?: 'narrow' | 'medium' | 'wide'
  /** `alertdialog` for what cannot be undone: it is read out at once, and a press outside does not put it away. */
  role?: 'dialog' | 'alertdialog'
  isBusy?: boolean
}

/**
 * A dialog over the page, there for as long as it is drawn. Focus goes to its first field, else to the dialog itself, and back to what
 * opened it; `data-autofocus` on a control puts that one first.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  size = 'medium',
  role = 'dialog',
  isBusy = false,
}: DialogProps) {
  const body = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useGivenBackFocus(body)

  useEffect(() => {
    const field = body.current?.querySelector<HTMLElement>(
      '[data-autofocus], input:not([type=hidden]), textarea, select',
    )
    field?.focus()
    // Words alone may be longer than a small window: then they can be scrolled by keyboard.
    if (field == null && body.current !== null) body.current.tabIndex = 0
  }, [])

  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen
      isDismissable={role === 'dialog' && !isBusy}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={`dialog dialog--${size}`}>
        <AriaDialog className="dialog__frame" role={role} aria-labelledby={titleId}>
          <header className="dialog__heading">
            <Heading slot="title" id={titleId} level={2}>
              {title}
            </Heading>
            <button type="button" className="icon-button" aria-label="Close" disabled={isBusy} onClick={onClose}>
              <Icon name="close" size={12} />
            </button>
          </header>
          <div className="dialog__body" ref={body}>
            {children}
          </div>
          {actions !== undefined && <footer className="dialog__actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
