-- Rows of the trail come in unnumbered. At commit, and not before, each is numbered and chained to the last one:
-- so the lock on the end of the chain is the last one a transaction takes, it is held for a moment, and two people
-- who save at the same time can neither wait long for each other nor lock each other out.

CREATE FUNCTION access_trail_part(part text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN part IS NULL THEN '-,' ELSE length(part) || ':' || part || ',' END
$$;

CREATE FUNCTION access_trail_text(
    chain text, number bigint, previous bytea, id bigint, at timestamptz, user_id bigint, user_name text, what text,
    family_id bigint, subject text, detail jsonb, emergency boolean, path text
) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT access_trail_part(chain)
        || access_trail_part(number::text)
        || access_trail_part(encode(previous, 'hex'))
        || access_trail_part(id::text)
        || access_trail_part(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'))
        || access_trail_part(user_id::text)
        || access_trail_part(user_name)
        || access_trail_part(what)
        || access_trail_part(family_id::text)
        || access_trail_part(subject)
        || access_trail_part(detail::text)
        || access_trail_part(emergency::text)
        || access_trail_part(path)
$$;

-- The only change a row ever sees is its sealing, made by the trigger above; the end of a chain moves only with it.
CREATE FUNCTION access_trail_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() > 1 AND (TG_TABLE_NAME = 'access_chainhead' OR to_jsonb(OLD)->'number' = 'null') THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is a lasting record: its rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER access_chainhead_rows_stay BEFORE UPDATE OR DELETE ON access_chainhead
    FOR EACH ROW EXECUTE FUNCTION access_trail_refuse();
CREATE TRIGGER access_look_rows_stay BEFORE UPDATE OR DELETE ON access_look
    FOR EACH ROW EXECUTE FUNCTION access_trail_refuse();
CREATE TRIGGER access_change_rows_stay BEFORE UPDATE OR DELETE ON access_change
    FOR EACH ROW EXECUTE FUNCTION access_trail_refuse();

CREATE TRIGGER access_chainhead_all_stay BEFORE TRUNCATE ON access_chainhead
    FOR EACH STATEMENT EXECUTE FUNCTION access_trail_refuse();
CREATE TRIGGER access_look_all_stay BEFORE TRUNCATE ON access_look
    FOR EACH STATEMENT EXECUTE FUNCTION access_trail_refuse();
CREATE TRIGGER access_change_all_stay BEFORE TRUNCATE ON access_change
    FOR EACH STATEMENT EXECUTE FUNCTION access_trail_refuse();
