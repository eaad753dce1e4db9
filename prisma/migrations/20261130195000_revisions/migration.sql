-- How often each of them was changed, and to which of its revisions a change of the trail led.
ALTER TABLE "Class" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "User" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Location" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "AuditEvent" ADD COLUMN "revision" INTEGER;
