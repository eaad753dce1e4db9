import account from './en/account.json'
import admin from './en/admin.json'
import audit from './en/audit.json'
import classes from './en/classes.json'
import common from './en/common.json'
import errors from './en/errors.json'
import fields from './en/fields.json'
import people from './en/people.json'
import preview from './en/preview.json'
import refusals from './en/refusals.json'
import room from './en/room.json'
import schedule from './en/schedule.json'
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
  people,
  preview,
  refusals,
  room,
  schedule,
  shell,
  signIn,
  student,
  trainer,
  waiting,
}
