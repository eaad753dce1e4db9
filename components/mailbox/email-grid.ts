/** The columns of the mailbox: recipient, e-mail, creation time, state, and the expand icon. */
export const emailGrid =
  'grid items-center gap-x-4 px-4 sm:px-6 lg:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_8.5rem_10rem_1.25rem]'
