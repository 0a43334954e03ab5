-- Access: people, groups, folders, permissions, links. Times, sizes and enumerations as in 0001.
-- Somebody without a login is a contact: known, and perhaps granted something, but unable to sign in. Keys and skeleton of a login:
-- core/access/person.h; switches: names separated by spaces.
ALTER TABLE person ADD COLUMN login @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN login_key @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN login_skeleton @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN email @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN email_key @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN language @text@ NOT NULL DEFAULT ''
-- ;;
ALTER TABLE person ADD COLUMN is_blocked @bool@ NOT NULL DEFAULT 0
-- ;;
ALTER TABLE person ADD COLUMN admin_switches @text@ NOT NULL DEFAULT 'permissions'
-- ;;
CREATE UNIQUE INDEX person_by_login ON person (login_key) WHERE login_key <> ''
-- ;;
CREATE UNIQUE INDEX person_by_email ON person (email_key) WHERE email_key <> ''
-- ;;
-- The lists of people sorted by them, whoever has none behind all others: orderKey() of peoplepages.cpp to the letter.
CREATE INDEX person_in_login_order ON person ((CASE login_key WHEN '' THEN char(1114111) ELSE login_key END), id)
-- ;;
CREATE INDEX person_in_email_order ON person ((CASE email_key WHEN '' THEN char(1114111) ELSE email_key END), id)
-- ;;
CREATE INDEX person_by_login_skeleton ON person (login_skeleton) WHERE login_skeleton <> ''
-- ;;
CREATE TABLE person_group (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    name @text@ NOT NULL,            -- of a built-in one its name in the database; windows have their own words
    sort_key @text@ NOT NULL UNIQUE,
    built_in @text@                  -- NULL: made by people
) STRICT
-- ;;
CREATE UNIQUE INDEX person_group_built_in ON person_group (built_in) WHERE built_in IS NOT NULL
-- ;;
INSERT INTO person_group (id, uuid, name, sort_key, built_in) VALUES
    (1, 'administrators', 'administrators', 'administrators', 'administrators'),
    (2, 'limited-administrators', 'limited-administrators', 'limited-administrators', 'limited-administrators'),
    (3, 'moderators', 'moderators', 'moderators', 'moderators'),
    (4, 'viewers', 'viewers', 'viewers', 'viewers'),
    (5, 'authors', 'authors', 'authors', 'authors')
-- ;;
CREATE TABLE group_person (
    group_id @int64@ NOT NULL REFERENCES person_group(id) ON DELETE CASCADE,
    person_id @int64@ NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, person_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX group_person_by_person ON group_person (person_id)
-- ;;
CREATE TABLE group_group (
    group_id @int64@ NOT NULL REFERENCES person_group(id) ON DELETE CASCADE,
    member_id @int64@ NOT NULL REFERENCES person_group(id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, member_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX group_group_by_member ON group_group (member_id)
-- ;;
CREATE TABLE folder (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    parent_id @int64@ REFERENCES folder(id), -- NULL: a root
    name @text@ NOT NULL,
    sort_key @text@ NOT NULL,
    owner_id @int64@ REFERENCES person(id) ON DELETE SET NULL, -- of a personal folder
    has_own_list @bool@ NOT NULL,
    UNIQUE (parent_id, sort_key)
) STRICT
-- ;;
CREATE INDEX folder_by_owner ON folder (owner_id) WHERE owner_id IS NOT NULL
-- ;;
INSERT INTO folder (id, uuid, parent_id, name, sort_key, owner_id, has_own_list) VALUES
    (1, 'shared', NULL, '', '', NULL, 1),
    (2, 'people', NULL, '', '', NULL, 1)
-- ;;
-- Where a recording stands in the library, and what governs it: AccessScope of core/access/folder.h, 4 being the Shared folder.
ALTER TABLE recording ADD COLUMN folder_id @int64@ NOT NULL DEFAULT 1
-- ;;
ALTER TABLE recording ADD COLUMN access_scope @int64@ NOT NULL DEFAULT 4
-- ;;
CREATE INDEX recording_by_folder ON recording (folder_id, started_at_ms)
-- ;;
CREATE INDEX recording_by_scope ON recording (access_scope, started_at_ms)
-- ;;
CREATE INDEX recording_public ON recording (started_at_ms) WHERE access_scope & 1
-- ;;
-- The sort indexes carry the scope, so that a walk along one tells what a person may see without the rows; the id before it
-- keeps the order of the pages.
DROP INDEX recording_by_start
-- ;;
DROP INDEX IF EXISTS recording_by_title
-- ;;
DROP INDEX IF EXISTS recording_by_meeting
-- ;;
DROP INDEX recording_by_server
-- ;;
DROP INDEX IF EXISTS recording_by_duration
-- ;;
DROP INDEX IF EXISTS recording_by_participants
-- ;;
DROP INDEX recording_by_formats
-- ;;
DROP INDEX IF EXISTS recording_by_size
-- ;;
DROP INDEX recording_by_state
-- ;;
CREATE INDEX recording_by_start ON recording (started_at_ms, id, access_scope)
-- ;;
CREATE INDEX recording_by_title ON recording (title_key, id, access_scope)
-- ;;
CREATE INDEX recording_by_meeting ON recording (meeting_key, id, access_scope)
-- ;;
CREATE INDEX recording_by_server ON recording (server_id, started_at_ms, id, access_scope)
-- ;;
CREATE INDEX recording_by_duration ON recording (duration_ms, id, access_scope)
-- ;;
CREATE INDEX recording_by_participants ON recording (participant_count, id, access_scope)
-- ;;
CREATE INDEX recording_by_formats ON recording (formats, started_at_ms, id, access_scope)
-- ;;
CREATE INDEX recording_by_size ON recording (size_bytes, id, access_scope)
-- ;;
CREATE INDEX recording_by_state ON recording (state, started_at_ms, id, access_scope)
-- ;;
-- One line of a list; `scope` says whose list.
CREATE TABLE access_entry (
    scope @int64@ NOT NULL,
    principal_kind @text@ NOT NULL, -- person, group
    principal_id @int64@ NOT NULL,
    permission @text@ NOT NULL,
    until_ms @int64@ NOT NULL,      -- 0: without end
    granted_by @text@ NOT NULL,
    granted_at_ms @int64@ NOT NULL,
    PRIMARY KEY (scope, principal_kind, principal_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX access_entry_by_principal ON access_entry (principal_kind, principal_id)
-- ;;
-- Grows with every change of people, groups, folders or entries: what was computed under another number is stale.
CREATE TABLE access_version (
    id @int64@ PRIMARY KEY CHECK (id = 1),
    version @int64@ NOT NULL
) STRICT
-- ;;
INSERT INTO access_version VALUES (1, 1)
-- ;;
-- Where new recordings go: the first rule that fits.
CREATE TABLE filing_rule (
    id @id@,
    position @int64@ NOT NULL,
    folder_id @int64@ NOT NULL REFERENCES folder(id) ON DELETE CASCADE,
    conditions @text@ NOT NULL -- JSON, core/access/filingrule.h
) STRICT
-- ;;
-- A link opens one recording to whoever holds it. The secret itself is nowhere.
CREATE TABLE access_link (
    id @id@,
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    token_sha256 @blob@ NOT NULL UNIQUE,
    label @text@ NOT NULL,
    password_hash @text@ NOT NULL,  -- Argon2id as libsodium writes it; empty: none
    expires_at_ms @int64@ NOT NULL, -- 0: without end
    max_uses @int64@ NOT NULL,      -- 0: any number
    use_count @int64@ NOT NULL,
    last_used_at_ms @int64@ NOT NULL,
    allows_download @bool@ NOT NULL,
    created_by @text@ NOT NULL,
    created_at_ms @int64@ NOT NULL,
    revoked_by @text@ NOT NULL,
    revoked_at_ms @int64@ NOT NULL  -- 0: not revoked
) STRICT
-- ;;
CREATE INDEX access_link_by_recording ON access_link (recording_id)
-- ;;
-- Proposals from attendance that are settled: what somebody declined, or a sync granted and somebody may have taken back, comes
-- no more.
CREATE TABLE settled_proposal (
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    person_id @int64@ NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    decision @text@ NOT NULL, -- declined, granted
    PRIMARY KEY (recording_id, person_id)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX participant_moderator ON participant (external_user_id, recording_id) WHERE role = 'moderator' AND external_user_id <> ''
-- ;;
-- What holds for everybody who uses the catalog: the links' policy, what attendance proposes for each server.
CREATE TABLE catalog_setting (
    key @text@ NOT NULL PRIMARY KEY,
    value @text@ NOT NULL -- JSON
) STRICT, WITHOUT ROWID
