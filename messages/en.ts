import absences from './en/absences.json'
import account from './en/account.json'
import admin from './en/admin.json'
import audit from './en/audit.json'
import chat from './en/chat.json'
import chatReview from './en/chatReview.json'
import classes from './en/classes.json'
import classImport from './en/classImport.json'
import common from './en/common.json'
import companion from './en/companion.json'
import course from './en/course.json'
import deviceCheck from './en/deviceCheck.json'
import errors from './en/errors.json'
import feed from './en/feed.json'
import fields from './en/fields.json'
import invitations from './en/invitations.json'
import lobby from './en/lobby.json'
import locations from './en/locations.json'
import moderation from './en/moderation.json'
import network from './en/network.json'
import notices from './en/notices.json'
import passwordLinks from './en/passwordLinks.json'
import people from './en/people.json'
import preview from './en/preview.json'
import refusals from './en/refusals.json'
import room from './en/room.json'
import roomDisplay from './en/roomDisplay.json'
import rowFaults from './en/rowFaults.json'
import schedule from './en/schedule.json'
import seats from './en/seats.json'
import series from './en/series.json'
import shell from './en/shell.json'
import signIn from './en/signIn.json'
import student from './en/student.json'
import trainer from './en/trainer.json'

/** The English catalogue, a file for each namespace. */
export const english = {
  absences,
  account,
  admin,
  audit,
  chat,
  chatReview,
  classes,
  common,
  companion,
  course,
  deviceCheck,
  classImport,
  errors,
  feed,
  fields,
  seats,
  network,
  notices,
  moderation,
  roomDisplay,
  invitations,
  passwordLinks,
  locations,
  people,
  preview,
  refusals,
  room,
  series,
  rowFaults,
  schedule,
  shell,
  signIn,
  student,
  trainer,
  lobby,
}
