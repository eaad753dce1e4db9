-- Texts that people wrote are brought into the form in which they are written from now on (lib/kernel/clean-text.ts): NFC,
-- without characters that are not seen, names and titles in one line. The classes of characters are spelled out, because
-- PostgreSQL has no Unicode properties.
CREATE FUNCTION pg_temp.cleaned(written text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  emoji CONSTANT text := '\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff';
  joined CONSTANT text := '\u0600-\u0605\u0620-\u07fa\u0840-\u085b\u08a0-\u0dff\u0e80-\u109f\u1780-\u17b3\u17b6-\u180a\u1820-\u18aa\u1b00-\u1b7f\ua840-\ua877\ua980-\ua9df\U00010d00-\U00010d3f\U0001e900-\U0001e95f';
  ideograph CONSTANT text := '\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff';
  breaks CONSTANT text := '\r\n|[\n\u000b\u000c\r\u0085\u2028\u2029]';
  text_now text := regexp_replace(written, breaks, E'\n', 'g');
BEGIN
  text_now := regexp_replace(text_now, '[\u0001-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff]', '', 'g');
  IF text_now !~ '[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]' THEN
    text_now := regexp_replace(text_now, '[\u061c\u200e\u200f]', '', 'g');
  END IF;
  text_now := regexp_replace(text_now, format('(?<![%s%s\ufe0f])[\u200c\u200d]', emoji, joined), '', 'g');
  text_now := regexp_replace(text_now, format('(?<![\u09cd\u0d4d\u0dca])[\u200c\u200d](?![%s%s])', emoji, joined), '', 'g');
  text_now := regexp_replace(text_now, format('(?<![%s%s0-9#*])[\ufe00-\ufe0f]', emoji, ideograph), '', 'g');
  text_now := regexp_replace(text_now, format('(?<![%s])[\U000e0100-\U000e01ef]', ideograph), '', 'g');
  IF strpos(text_now, U&'\+01F3F4') = 0 THEN
    text_now := regexp_replace(text_now, '[\U000e0000-\U000e007f]', '', 'g');
  END IF;
  text_now := btrim(normalize(text_now, NFC), E' \t\n\u00a0\u3000');
  RETURN CASE WHEN replace(text_now, U&'\2800', '') ~ '\S' THEN text_now ELSE '' END;
END
$$;

CREATE FUNCTION pg_temp.cleaned_line(written text) RETURNS text LANGUAGE sql AS $$
  SELECT regexp_replace(pg_temp.cleaned(written), '\s*[\n\t]\s*|\s{2,}', ' ', 'g')
$$;

-- Plain texts stay as they are, so that only few rows are looked at.
CREATE FUNCTION pg_temp.is_plain(written text) RETURNS boolean LANGUAGE sql AS $$
  SELECT written ~ '^[!-~]([ -~]*[!-~])?$' AND written !~ '  '
$$;

-- Somebody whose name could not be seen is called as their address says.
UPDATE "User" SET "name" = coalesce(nullif(pg_temp.cleaned_line("name"), ''), split_part("email", '@', 1))
WHERE NOT pg_temp.is_plain("name") AND pg_temp.cleaned_line("name") <> "name";

UPDATE "Class" SET "title" = coalesce(nullif(pg_temp.cleaned_line("title"), ''), 'Class')
WHERE NOT pg_temp.is_plain("title") AND pg_temp.cleaned_line("title") <> "title";
UPDATE "Class" SET "shortTitle" = nullif(pg_temp.cleaned_line("shortTitle"), '')
WHERE NOT pg_temp.is_plain("shortTitle") AND pg_temp.cleaned_line("shortTitle") <> "shortTitle";

UPDATE "ClassSession" SET "title" = nullif(pg_temp.cleaned_line("title"), '')
WHERE NOT pg_temp.is_plain("title") AND pg_temp.cleaned_line("title") <> "title";
UPDATE "ClassSession" SET "cancelReason" = coalesce(nullif(pg_temp.cleaned("cancelReason"), ''), '–')
WHERE NOT pg_temp.is_plain("cancelReason") AND pg_temp.cleaned("cancelReason") <> "cancelReason";

UPDATE "Holiday" SET "name" = coalesce(nullif(pg_temp.cleaned_line("name"), ''), 'Holiday')
WHERE NOT pg_temp.is_plain("name") AND pg_temp.cleaned_line("name") <> "name";

-- Locations whose names become equal are told apart by the end of their id.
UPDATE "Location" SET "name" = renamed."name"
FROM (
  SELECT "id", CASE WHEN "number" = 1 THEN "clean" ELSE format('%s (%s)', "clean", right("id"::text, 6)) END AS "name"
  FROM (
    SELECT "id", "clean", row_number() OVER (PARTITION BY "clean" ORDER BY "name" <> "clean", "createdAt", "id") AS "number"
    FROM (SELECT "id", "name", "createdAt", coalesce(nullif(pg_temp.cleaned_line("name"), ''), 'Location') AS "clean" FROM "Location") cleaned
  ) numbered
) renamed
WHERE renamed."id" = "Location"."id" AND renamed."name" <> "Location"."name";

-- A message of characters that are not seen stays as it is: it cannot be empty, and nobody may say something else for its author.
UPDATE "Message" SET "text" = pg_temp.cleaned("text")
WHERE "text" !~ '^[\n -~]*$' AND pg_temp.cleaned("text") NOT IN ("text", '');

UPDATE "Removal" SET "reason" = nullif(pg_temp.cleaned("reason"), '')
WHERE NOT pg_temp.is_plain("reason") AND pg_temp.cleaned("reason") <> "reason";
