-- Every instance closes the event streams of a sign-in as soon as its row is deleted, however that happens. The channel
-- and the shape of the payload are those of lib/news/bulletin.ts. PostgreSQL refuses payloads over 8000 bytes, so that
-- 100 ids go into each. A sign-in that has run out is refused already, and the hourly deletion of these stays silent.
CREATE FUNCTION tell_ended_sign_ins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('caravan_news', json_build_object('kind', 'signed-out', 'signInIds', json_agg("id"))::text)
  FROM (SELECT "id", (row_number() OVER () - 1) / 100 AS "lot" FROM "gone" WHERE "expiresAt" > now()) "ended"
  GROUP BY "lot";
  RETURN NULL;
END
$$;

CREATE TRIGGER "SignIn_tells_its_end" AFTER DELETE ON "SignIn"
  REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION tell_ended_sign_ins();
