-- CreateEnum
CREATE TYPE "CameraOutcome" AS ENUM ('works', 'missing', 'blocked', 'failed');

-- CreateEnum
CREATE TYPE "MicrophoneOutcome" AS ENUM ('heard', 'silent', 'missing', 'blocked', 'failed');

-- CreateEnum
CREATE TYPE "SpeakerOutcome" AS ENUM ('heard', 'silent');

-- CreateEnum
CREATE TYPE "WayOutcome" AS ENUM ('open', 'blocked', 'not_offered');

-- CreateTable
CREATE TABLE "DeviceCheck" (
    "userId" UUID NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "camera" "CameraOutcome" NOT NULL,
    "microphone" "MicrophoneOutcome" NOT NULL,
    "speaker" "SpeakerOutcome" NOT NULL,
    "udp" "WayOutcome" NOT NULL,
    "tcp" "WayOutcome" NOT NULL,
    "relay" "WayOutcome" NOT NULL,
    "roundTripMs" INTEGER,

    CONSTRAINT "DeviceCheck_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "DeviceCheck" ADD CONSTRAINT "DeviceCheck_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
