/** The columns of the audit trail: time, actor, action, object, before and after, and the expand icon. */
export const entryGrid =
  'grid items-center gap-x-3 px-4 sm:px-6 lg:grid-cols-[4.5rem_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,1.6fr)_1.25rem]'
