import { CircleAlert, Mail, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '#components/ui/icon-button.tsx'
import type { ParsedAddress } from './parse-email-addresses.ts'

type EmailAddressListProps = { addresses: ParsedAddress[]; onRemove: (address: ParsedAddress) => void }

/** The addresses found in the text with their faults; each can be removed. */
export function EmailAddressList({ addresses, onRemove }: EmailAddressListProps) {
  const t = useTranslations('invitations.drawer')
  if (addresses.length === 0) return null
  return (
    <ul aria-label={t('list')} className="-mt-2 flex max-h-60 flex-col overflow-y-auto">
      {addresses.map((address) => (
        <li key={address.email} className="flex items-center gap-2.5 border-b py-1 last:border-b-0">
          {address.valid ? (
            <Mail className="size-4 flex-none text-text-2" />
          ) : (
            <CircleAlert className="size-4 flex-none text-bad-text" />
          )}
          <span className="min-w-0 flex-1">
            <span className="block truncate text-sm">
              {address.name ? t('named', { name: address.name, email: address.email }) : address.email}
            </span>
            {address.valid ? null : <span className="block text-sm text-bad-text">{t('noAddress')}</span>}
          </span>
          <IconButton
            label={t('remove', { email: address.email })}
            icon={<X />}
            onClick={() => onRemove(address)}
          />
        </li>
      ))}
    </ul>
  )
}
