-- What two people at once could break is held here; the use cases turn a violation into a sentence.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "User"
  ADD CONSTRAINT "User_email_lower_case" CHECK ("email" = lower("email"));

ALTER TABLE "Class"
  ADD CONSTRAINT "Class_capacity_positive" CHECK ("capacity" >= 1);

ALTER TABLE "ClassSession"
  ADD CONSTRAINT "ClassSession_ends_after_start" CHECK ("endsAt" > "startsAt"),
  ADD CONSTRAINT "ClassSession_seats_within_capacity" CHECK ("seatsTaken" BETWEEN 0 AND "capacity"),
  ADD CONSTRAINT "ClassSession_capacity_positive" CHECK ("capacity" >= 1),
  ADD CONSTRAINT "ClassSession_trainer_once" EXCLUDE USING gist (
    "trainerId" WITH =,
    tstzrange("startsAt", "endsAt", '[)') WITH &&
  ) WHERE ("status" IN ('scheduled', 'in_progress'));

CREATE INDEX "ClassSession_in_progress" ON "ClassSession" ("startsAt") WHERE ("status" = 'in_progress');

CREATE INDEX "Stay_open" ON "Stay" ("sessionId") WHERE ("leftAt" IS NULL);
