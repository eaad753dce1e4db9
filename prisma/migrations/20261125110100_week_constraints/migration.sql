ALTER TABLE "Location"
  ADD CONSTRAINT "Location_capacity_positive" CHECK ("capacity" >= 1);

-- An ONLINE class has nobody in a room.
ALTER TABLE "Class"
  ADD CONSTRAINT "Class_room_capacity_not_negative" CHECK ("roomCapacity" >= 0),
  ADD CONSTRAINT "Class_online_without_room" CHECK ("mode" <> 'ONLINE' OR ("roomCapacity" = 0 AND "locationId" IS NULL));

ALTER TABLE "Series"
  ADD CONSTRAINT "Series_minutes_positive" CHECK ("minutes" BETWEEN 1 AND 720);

ALTER TABLE "Absence"
  ADD CONSTRAINT "Absence_ends_after_start" CHECK ("endsAt" > "startsAt");

-- Deferrable: a whole series moves in one statement, in which one session takes the place that another one leaves.
ALTER TABLE "ClassSession"
  DROP CONSTRAINT "ClassSession_trainer_once",
  ADD CONSTRAINT "ClassSession_trainer_once" EXCLUDE USING gist (
    "trainerId" WITH =,
    tstzrange("startsAt", "endsAt", '[)') WITH &&
  ) WHERE ("status" IN ('scheduled', 'in_progress')) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT "ClassSession_location_once" EXCLUDE USING gist (
    "locationId" WITH =,
    tstzrange("startsAt", "endsAt", '[)') WITH &&
  ) WHERE ("locationId" IS NOT NULL AND "status" IN ('scheduled', 'in_progress')) DEFERRABLE INITIALLY IMMEDIATE,
  ADD CONSTRAINT "ClassSession_room_seats_within_capacity" CHECK ("roomSeatsTaken" BETWEEN 0 AND "roomCapacity");

-- What the clocks of a class's zone show at the start of sessions that were planned before this was kept.
UPDATE "ClassSession" session
SET "wallStart" = to_char(session."startsAt" AT TIME ZONE class."timeZone", 'YYYY-MM-DD"T"HH24:MI')
FROM "Class" class WHERE class."id" = session."classId";

-- Mails that have not gone out are looked for often and are few.
CREATE INDEX "Notice_mail_waiting" ON "Notice" ("createdAt") WHERE ("mail" = 'waiting');

-- Changes that were not told are looked for after a restart.
CREATE INDEX "Change_not_told" ON "Change" ("tellAt") WHERE ("toldAt" IS NULL AND "undoneAt" IS NULL);
