-- CreateEnum
CREATE TYPE "SeatKind" AS ENUM ('online', 'room');

-- CreateEnum
CREATE TYPE "InvitationPurpose" AS ENUM ('invitation', 'reset');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('planned', 'changed', 'cancelled');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('none', 'waiting', 'sent', 'failed');

-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "locationId" UUID,
ADD COLUMN     "roomCapacity" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "shortTitle" TEXT,
ADD COLUMN     "studentsMaySwitch" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "switchUntilMinutes" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "trainerId" UUID;

-- AlterTable
ALTER TABLE "ClassSession" ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "locationId" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "roomCapacity" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "roomSeatsTaken" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "seriesId" UUID,
ADD COLUMN     "wallLater" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "wallStart" TEXT;

-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN     "kind" "SeatKind" NOT NULL DEFAULT 'online';

-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "kind" "SeatKind" NOT NULL DEFAULT 'online';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "feedSerial" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mutedByMail" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "mutedInApp" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" "InvitationPurpose" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Location" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "date" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "wallStart" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wait" (
    "sessionId" UUID NOT NULL,
    "studentId" UUID NOT NULL,
    "kind" "SeatKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Wait_pkey" PRIMARY KEY ("sessionId","studentId")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "trainerId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "id" UUID NOT NULL,
    "actorId" UUID,
    "kind" "ChangeKind" NOT NULL,
    "sessions" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tellAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "key" TEXT NOT NULL,
    "inApp" BOOLEAN NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mail" "MailState" NOT NULL DEFAULT 'none',
    "mailTries" INTEGER NOT NULL DEFAULT 0,
    "mailedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Invitation_userId_createdAt_idx" ON "Invitation"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Location_name_key" ON "Location"("name");

-- CreateIndex
CREATE INDEX "Series_classId_idx" ON "Series"("classId");

-- CreateIndex
CREATE INDEX "Wait_sessionId_kind_createdAt_studentId_idx" ON "Wait"("sessionId", "kind", "createdAt", "studentId");

-- CreateIndex
CREATE INDEX "Wait_studentId_idx" ON "Wait"("studentId");

-- CreateIndex
CREATE INDEX "Absence_trainerId_endsAt_idx" ON "Absence"("trainerId", "endsAt");

-- CreateIndex
CREATE INDEX "Absence_endsAt_idx" ON "Absence"("endsAt");

-- CreateIndex
CREATE INDEX "Change_createdAt_idx" ON "Change"("createdAt");

-- CreateIndex
CREATE INDEX "Notice_userId_createdAt_id_idx" ON "Notice"("userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notice_mail_createdAt_id_idx" ON "Notice"("mail", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notice_createdAt_idx" ON "Notice"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_key_key" ON "Notice"("userId", "key");

-- CreateIndex
CREATE INDEX "Class_trainerId_idx" ON "Class"("trainerId");

-- CreateIndex
CREATE INDEX "Class_locationId_idx" ON "Class"("locationId");

-- CreateIndex
CREATE INDEX "ClassSession_seriesId_startsAt_idx" ON "ClassSession"("seriesId", "startsAt");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Class" ADD CONSTRAINT "Class_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Class" ADD CONSTRAINT "Class_trainerId_fkey" FOREIGN KEY ("trainerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassSession" ADD CONSTRAINT "ClassSession_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "Location"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassSession" ADD CONSTRAINT "ClassSession_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wait" ADD CONSTRAINT "Wait_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ClassSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wait" ADD CONSTRAINT "Wait_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_trainerId_fkey" FOREIGN KEY ("trainerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
