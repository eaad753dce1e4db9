import account from './en/account.json'
import admin from './en/admin.json'
import audit from './en/audit.json'
import classes from './en/classes.json'
import common from './en/common.json'
import errors from './en/errors.json'
import fields from './en/fields.json'
import invitations from './en/invitations.json'
import passwordLinks from './en/passwordLinks.json'
import people from './en/people.json'
import preview from './en/preview.json'
import refusals from './en/refusals.json'
import room from './en/room.json'
import shell from './en/shell.json'
import signIn from './en/signIn.json'
import student from './en/student.json'
import trainer from './en/trainer.json'
import waiting from './en/waiting.json'

/** The English catalogue, a file for each namespace. */
export const english = {
  account,
  admin,
  audit,
  classes,
  common,
  errors,
  fields,
  invitations,
  passwordLinks,
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
