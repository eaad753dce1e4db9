import account from './en/account.json' with { type: 'json' }
import admin from './en/admin.json' with { type: 'json' }
import classes from './en/classes.json' with { type: 'json' }
import common from './en/common.json' with { type: 'json' }
import errors from './en/errors.json' with { type: 'json' }
import fields from './en/fields.json' with { type: 'json' }
import people from './en/people.json' with { type: 'json' }
import preview from './en/preview.json' with { type: 'json' }
import refusals from './en/refusals.json' with { type: 'json' }
import room from './en/room.json' with { type: 'json' }
import shell from './en/shell.json' with { type: 'json' }
import signIn from './en/signIn.json' with { type: 'json' }
import student from './en/student.json' with { type: 'json' }
import trainer from './en/trainer.json' with { type: 'json' }
import waiting from './en/waiting.json' with { type: 'json' }

/** The English catalogue, a file for each namespace. */
export const english = {
  account,
  admin,
  classes,
  common,
  errors,
  fields,
  people,
  preview,
  refusals,
  room,
  shell,
  signIn,
  student,
  trainer,
  waiting,
}
