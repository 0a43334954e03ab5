-- Auto-deletion: holds, plans and where a recording is on its way out. Times, sizes and enumerations as in 0001.
-- Released ones stay, so that it can be told who held what, and why.
CREATE TABLE legal_hold (
    id @id@,
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    reason @text@ NOT NULL,
    set_by @text@ NOT NULL,
    set_at_ms @int64@ NOT NULL,
    released_by @text@ NOT NULL,
    released_at_ms @int64@ NOT NULL -- 0: it holds
) STRICT
-- ;;
CREATE INDEX legal_hold_in_force ON legal_hold (recording_id) WHERE released_at_ms = 0
-- ;;
-- In order: of the same nearness the first counts. Scope and rule: JSON, core/retention/retentionpolicy.h
CREATE TABLE retention_policy (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    position @int64@ NOT NULL,
    name @text@ NOT NULL,
    scope @text@ NOT NULL,
    rule @text@ NOT NULL,
    is_enabled @bool@ NOT NULL
) STRICT
-- ;;
-- What was said of one recording; without a row: as the policy says.
CREATE TABLE own_retention (
    recording_id @id@ REFERENCES recording(id),
    kind @text@ NOT NULL,
    day @text@ NOT NULL, -- ISO 8601; of onDate
    set_by @text@ NOT NULL,
    set_at_ms @int64@ NOT NULL
) STRICT
-- ;;
-- Off without a row. Parameters: JSON, core/retention/retentionanswers.h
CREATE TABLE server_retention (
    server_id @id@ REFERENCES server(id),
    is_on @bool@ NOT NULL,
    switched_by @text@ NOT NULL,
    switched_at_ms @int64@ NOT NULL,
    parameters @text@ NOT NULL
) STRICT
-- ;;
CREATE TABLE retention_notice (
    id @id@,
    server_id @int64@ NOT NULL REFERENCES server(id),
    stage_days @int64@ NOT NULL,
    made_at_ms @int64@ NOT NULL,
    item_count @int64@ NOT NULL,
    size_bytes @int64@ NOT NULL,
    first_due_at_ms @int64@ NOT NULL,
    last_due_at_ms @int64@ NOT NULL,
    dismissed_by @text@ NOT NULL, -- empty: by nobody
    dismissed_at_ms @int64@ NOT NULL
) STRICT
-- ;;
CREATE INDEX retention_notice_by_server ON retention_notice (server_id, stage_days, made_at_ms)
-- ;;
-- The last warning of a recording, and when the first for the same date was; it is not warned of again at the same stage for that.
CREATE TABLE retention_warning (
    recording_id @id@ REFERENCES recording(id),
    stage_days @int64@ NOT NULL,
    due_at_ms @int64@ NOT NULL,
    first_at_ms @int64@ NOT NULL,
    notice_id @int64@ NOT NULL
) STRICT
-- ;;
CREATE INDEX retention_warning_by_notice ON retention_warning (notice_id, due_at_ms)
-- ;;
-- core/retention/deletionplan.h
CREATE TABLE deletion_plan (
    id @id@,
    uuid @text@ NOT NULL UNIQUE,
    server_id @int64@ NOT NULL REFERENCES server(id),
    created_at_ms @int64@ NOT NULL,
    created_by @text@ NOT NULL,
    state @text@ NOT NULL,
    confirmed_by @text@ NOT NULL,
    approved_by @text@ NOT NULL,
    needs_confirmation @bool@ NOT NULL,
    needs_approval @bool@ NOT NULL,
    item_count @int64@ NOT NULL,
    size_bytes @int64@ NOT NULL
) STRICT
-- ;;
CREATE TABLE deletion_item (
    plan_id @int64@ NOT NULL REFERENCES deletion_plan(id) ON DELETE CASCADE,
    position @int64@ NOT NULL,
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    external_id @text@ NOT NULL,
    title @text@ NOT NULL,
    step @text@ NOT NULL,
    reason @text@ NOT NULL,        -- JSON, core/retention/deletionplan.h
    due_at_ms @int64@ NOT NULL,
    size_bytes @int64@ NOT NULL,
    last_viewed_at_ms @int64@ NOT NULL,
    basis @blob@ NOT NULL,
    state @text@ NOT NULL,
    refusal @text@ NOT NULL,
    problem @text@ NOT NULL,
    ended_at_ms @int64@ NOT NULL,
    freed_bytes @int64@ NOT NULL,
    certificate_sha256 @blob@ NOT NULL,
    PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX deletion_item_by_recording ON deletion_item (recording_id)
-- ;;
-- A recording on its way out. Rows of purged ones stay: they tell what happened.
CREATE TABLE recording_deletion (
    recording_id @id@ REFERENCES recording(id),
    stage @text@ NOT NULL,          -- unpublished, trashed, purged
    means @text@ NOT NULL,          -- of trashed: serverTree (the server's own deleted tree), unpublished
    was_published @bool@ NOT NULL,  -- what a restore goes back to
    since_ms @int64@ NOT NULL,
    purge_after_ms @int64@ NOT NULL, -- end of the grace period; 0: none
    by_login @text@ NOT NULL,
    plan_uuid @text@ NOT NULL
) STRICT
-- ;;
CREATE INDEX recording_deletion_by_stage ON recording_deletion (stage, purge_after_ms)
-- ;;
-- What a purge left behind and removed, as it was signed: JSON, core/retention/deletioncertificate.h
CREATE TABLE deletion_certificate (
    sha256 @blob@ NOT NULL PRIMARY KEY, -- of the content
    recording_id @int64@ NOT NULL REFERENCES recording(id),
    issued_at_ms @int64@ NOT NULL,
    audit_sequence @int64@ NOT NULL,    -- the event that names the certificate
    content @text@ NOT NULL
) STRICT, WITHOUT ROWID
-- ;;
CREATE INDEX deletion_certificate_by_recording ON deletion_certificate (recording_id)
-- ;;
-- What runs the script on a server's disk; a server without a row has the default of core/domain/server.h
CREATE TABLE server_deletion (
    server_id @id@ REFERENCES server(id),
    command @text@ NOT NULL
) STRICT
-- ;;
-- What an item that is being done must remember over a crash: JSON, core/jobs/deletionrun.cpp
CREATE TABLE deletion_work (
    plan_id @int64@ NOT NULL REFERENCES deletion_plan(id) ON DELETE CASCADE,
    position @int64@ NOT NULL,
    content @text@ NOT NULL,
    PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID
-- ;;
-- What the last comparison of a server with its disk and the catalog found: core/retention/realityfinding.h
CREATE TABLE reality_check (
    server_id @id@ REFERENCES server(id),
    at_ms @int64@ NOT NULL,
    source @text@ NOT NULL, -- of what is said of the disk: script, sftp, none
    listed @int64@ NOT NULL,
    on_disk @int64@ NOT NULL,
    in_catalog @int64@ NOT NULL
) STRICT
-- ;;
CREATE TABLE reality_finding (
    server_id @int64@ NOT NULL REFERENCES server(id),
    position @int64@ NOT NULL,
    kind @text@ NOT NULL,
    external_id @text@ NOT NULL,
    recording_id @int64@ NOT NULL, -- 0: the catalog has none
    detail @text@ NOT NULL,        -- trees, states
    size_bytes @int64@ NOT NULL,
    changed_at_ms @int64@ NOT NULL,
    PRIMARY KEY (server_id, position)
) STRICT, WITHOUT ROWID
