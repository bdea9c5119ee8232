-- For this transaction only: a session may belong to a pooler, which lends it to others.
set local search_path = enrollment;

-- Ids are 24 hexadecimal digits that grow with time; compared byte by byte, new rows stand at the end of every index.

create table enrollment_batch (
  id                text collate "C" primary key,
  organization_id   text collate "C" not null,
  win_enterprise_id text not null,
  created_at        timestamptz not null,
  created_by        text not null,
  settings          text not null, -- what the tokens share, as JSON
  language          text not null, -- of the organization at that time
  total             integer not null,
  success           integer not null,
  send_at           timestamptz, -- when its tokens begin to work and its mails leave; null: when it was created
  expire_at         timestamptz not null, -- of its tokens, but for those that were extended one by one
  last_expire_at    timestamptz not null, -- of all its tokens
  completed_at      timestamptz, -- when nothing of it was left to be mailed for the first time; null for a request for one token
  bulk              boolean not null, -- false: a request for one token, which no list of bulks shows
  paused            boolean not null default false, -- whether its invitations wait
  erased            boolean not null default false, -- whether names and rejected addresses are
  mailings          integer not null default 0, -- after the first
  -- what lists ask for, without what can be long
  list_settings     jsonb generated always as (settings::jsonb - array['emailText', 'tags']) stored,
  tags              jsonb generated always as (settings::jsonb -> 'tags') stored,
  check (success between 0 and total)
);

create index enrollment_batch_by_organization on enrollment_batch (organization_id, id);
create index enrollment_batch_in_lists on enrollment_batch (organization_id) where bulk;

-- Hourly query of the retention.
create index enrollment_batch_by_expiry on enrollment_batch (last_expire_at);
create index enrollment_batch_to_erase on enrollment_batch (last_expire_at) where not erased;

-- Columns of fixed size come first, then what counts and lists read, because PostgreSQL walks through all before the one it wants.
create table enrollment_token (
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  expire_at       timestamptz not null,
  starts_at       timestamptz, -- from when on it can be redeemed; null: since it was created
  batch_index     integer not null,
  generation      integer not null,
  organization_id text collate "C" not null,
  batch_id        text collate "C" not null,
  state           text not null check (state in ('PENDING', 'DONE', 'DELETED')),
  email           text, -- null: erased
  id              text collate "C" primary key,
  address_hash    bigint, -- of the address as it counts, by which its tokens are found
  mdm_user_id     text,
  name            text, -- of the person; null: none given, or erased
  language        text not null,
  key_id          text not null,
  salt            bytea not null,
  code_tries         smallint not null default 0, -- wrong codes in all
  code_tries_of_hour smallint not null default 0,
  code_hour_at       timestamptz, -- when the first of them was tried
  win_device_id   text,
  settings        text, -- of its own but for the mail's text, as JSON; null as long as they are the batch's
  -- since when it can no longer be used
  ended_at        timestamptz generated always as
                    (case state when 'PENDING' then expire_at else least(updated_at, expire_at) end) stored,
  list_settings   jsonb generated always as (settings::jsonb - array['emailText', 'tags']) stored,
  unique (organization_id, batch_id, batch_index),
  check ((state = 'DONE') = (win_device_id is not null))
);

create index enrollment_token_by_address_hash on enrollment_token (address_hash);

-- What has expired in the last seconds, and the hourly query of the retention; rows leave it when they are erased.
create index enrollment_token_by_end on enrollment_token (ended_at) where email is not null;

-- How far expired tokens have been announced, in one row: the tokens themselves need no mark.
create table expiry_watermark (
  taken_until timestamptz not null
);

insert into expiry_watermark (taken_until) values (now());

-- Live tokens are counted by every request under a quota, tokens of a state by every list. The tokens of a batch share both
-- columns, so the index stays small.
create index enrollment_token_by_state on enrollment_token (organization_id, state, expire_at);

-- Lists look into settings once per batch, and here for the few tokens that have their own.
create index enrollment_token_with_own_settings on enrollment_token (organization_id) where settings is not null;

-- Written in place of a token when a code is tried for an address that was not invited, so that both take the same time.
create table code_decoy (
  slot       integer primary key,
  code_tries bigint not null default 0
) with (fillfactor = 50);

insert into code_decoy (slot) select generate_series(0, 255);

create table enrollment_rejection (
  batch_id     text collate "C" not null,
  batch_index  integer not null,
  email        text check (length(email) <= 320), -- null: erased
  address_hash bigint,
  reason       text not null check (reason in ('INVALID', 'DUPLICATE', 'PENDING', 'QUOTA')),
  primary key (batch_id, batch_index)
);

-- One row per promised invitation. No foreign key to the token, which would make the insert half as slow again, and no index
-- on columns that change, so that marking a sent mail touches no index; the fill factor leaves room for the new row version.
create table invitation (
  batch_index     integer not null,
  mailing         integer not null default 0, -- 0: the invitation promised with the token; else a resend
  attempts        smallint not null,
  unconfirmed     smallint not null default 0, -- messages that may have left without a known outcome
  batch_id        text collate "C" not null,
  state           text not null check (state in ('QUEUED', 'DEFERRED', 'SENT', 'FAILED')),
  last_reply      smallint,
  sent_at         timestamptz,
  next_attempt_at timestamptz,
  queued_at       timestamptz,                -- null: when the batch was created
  primary key (batch_id, batch_index)
) with (fillfactor = 85);

-- Mailings of a batch after the first, which is the batch's own.
create table mailing (
  batch_id   text collate "C" not null,
  number     integer not null check (number > 0),
  kind       text not null check (kind in ('RESEND', 'REMINDER')),
  requested  boolean not null default true, -- by a caller; else a reminder whose time had come
  created_at timestamptz not null,
  total      integer not null, -- invitations that were promised in it
  note       text, -- in place of the batch's; null: the batch's, or erased
  primary key (batch_id, number)
);

-- Reminders that batches have asked for, each as often as tokens are extended.
create table reminder (
  batch_id       text collate "C" not null,
  before_expiry  integer not null, -- seconds
  due_at         timestamptz, -- null: no token is left to be reminded
  reminded_until timestamptz, -- tokens that expire by then have been reminded; null: none
  primary key (batch_id, before_expiry)
);

create index reminder_by_time on reminder (due_at);

-- Suppression list: recipients whose mailbox the relay rejected; later requests of the organization do not mail them.
create table suppression (
  organization_id text collate "C" not null,
  address_hash    bigint not null,
  reply           smallint not null,
  suppressed_at   timestamptz not null,
  primary key (organization_id, address_hash)
);

create index suppression_by_age on suppression (suppressed_at);

-- Hourly mail quota: mails of an organization by the minute, where a quota is configured, and test mails of a caller.
create table hourly_mail_quota (
  owner           text collate "C" not null, -- id of the organization; of a caller, that and a hash behind a slash
  minute          timestamptz not null,
  mails           integer not null,
  primary key (owner, minute)
) with (fillfactor = 50);

-- Counts one more mail and returns null, or returns the oldest minute that counts if the quota is used up. A function, so that
-- the check and the count are one transaction wherever it is called from; the lock admits one caller at a time.
create function take_hourly_mail_quota(of_owner text, quota integer, at timestamptz, since timestamptz)
returns timestamptz language plpgsql as $$
declare
  oldest timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('enrollment mails ' || of_owner, 0));
  select min(minute) into oldest from enrollment.hourly_mail_quota
    where owner = of_owner and minute > since and mails > 0
    having sum(mails) >= quota;
  if oldest is null then
    delete from enrollment.hourly_mail_quota where owner = of_owner and minute <= since;
    insert into enrollment.hourly_mail_quota (owner, minute, mails)
      values (of_owner, date_trunc('minute', at), 1)
      on conflict (owner, minute) do update set mails = hourly_mail_quota.mails + 1;
  end if;
  return oldest;
end $$;

-- Recipients of an organization's requests by the minute; rows are removed when they no longer count.
create table hourly_recipients (
  organization_id text collate "C" not null,
  minute          timestamptz not null,
  recipients      bigint not null,
  primary key (organization_id, minute)
) with (fillfactor = 50);

-- What counts of an organization, by the minute, and for how many seconds. Volatile, so that it sees what was committed before it;
-- plpgsql, because each call of a volatile function in sql plans it again.
create function hourly_recipients_of(organization text) returns table (recipients bigint, counts_for bigint)
language plpgsql as $$
begin
  return query select hourly.recipients, ceil(extract(epoch from minute + interval '61 minutes' - clock_timestamp()))::bigint
    from enrollment.hourly_recipients as hourly
    where organization_id = organization and minute > clock_timestamp() - interval '61 minutes' order by minute;
end $$;

-- Adds recipients as part of the running transaction, and tells what counts then. A function, so that it costs one round trip.
create function add_hourly_recipients(organization text, added integer)
returns table (recipients bigint, counts_for bigint) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('enrollment recipients ' || organization, 0));
  insert into enrollment.hourly_recipients (organization_id, minute, recipients)
    values (organization, date_trunc('minute', clock_timestamp()), added)
    on conflict on constraint hourly_recipients_pkey
    do update set recipients = hourly_recipients.recipients + added;
  return query select * from enrollment.hourly_recipients_of(organization);
end $$;

-- Wrong codes and links by client network: until when each network has less than all of its guesses. Rows are removed after
-- that time, and none lasts longer than ten minutes. Not logged: what a crash loses is not worth its writes.
create unlogged table network_guess (
  network_hash bigint primary key,
  restored_at  timestamptz not null
);

create index network_guess_by_time on network_guess (restored_at);

-- Audit trail: actor, action and time, without addresses. Written once: nobody changes it, and the first 90 days nobody deletes it.
create table enrollment_audit (
  id              text collate "C" primary key,
  organization_id text collate "C" not null,
  at              timestamptz not null,
  actor           text, -- the subject of the caller; null: the MDM server itself, in process
  action          text not null
                    check (action in ('CREATED', 'CHANGED', 'EXTENDED', 'REVOKED', 'PAUSED', 'RESUMED', 'SCHEDULED', 'RESENT', 'REMINDED',
                                      'REDEEMED', 'ERASED', 'WEBHOOK_PAUSED', 'WEBHOOK_REPLAYED')),
  batch_id        text,
  token_id        text, -- null: several
  tokens          integer not null,
  webhook_id      text
);

create index enrollment_audit_by_organization on enrollment_audit (organization_id, at);
create index enrollment_audit_by_batch on enrollment_audit (batch_id, at);
create index enrollment_audit_by_token on enrollment_audit (token_id, at) where token_id is not null;
create index enrollment_audit_by_age on enrollment_audit (at);

create function enrollment_audit_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '90 days' then
    return old;
  end if;
  raise exception 'the audit record is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger enrollment_audit_rows before update or delete on enrollment_audit
  for each row execute function enrollment_audit_is_kept();
create trigger enrollment_audit_whole before truncate on enrollment_audit
  for each statement execute function enrollment_audit_is_kept();

-- Receipts of requests with an idempotency key.
create table idempotency_record (
  organization_id text collate "C" not null,
  caller          text not null,
  key             text not null, -- SHA-256 in hexadecimal digits, as the next
  request_hash    text not null,
  receipt         text not null, -- JSON; nothing secret or personal
  created_at      timestamptz not null,
  primary key (organization_id, caller, key)
);

create index idempotency_record_by_age on idempotency_record (created_at);

-- Events for webhooks as transactions write them, until they get their places. An event that another one made possible has a
-- higher id, but not every one that is committed later.
create table webhook_outbox (
  id              bigint generated always as identity primary key,
  organization_id text collate "C" not null,
  batch_id        text collate "C" not null,
  type            text not null,
  at              timestamptz not null,
  token_ids       text[], -- what happened to several tokens of a batch at the same time; null: to the batch
  details         text -- JSON
);

-- The same in one order, for all webhooks.
create table webhook_event (
  position        bigint generated always as identity primary key,
  at              timestamptz not null,
  organization_id text collate "C" not null,
  batch_id        text collate "C" not null,
  type            text not null,
  token_ids       text[],
  data            jsonb not null -- but for the token's id
);

create index webhook_event_by_organization on webhook_event (organization_id, position);
create index webhook_event_by_time on webhook_event using brin (at);

-- How far the events of a webhook have been delivered.
create table webhook_progress (
  webhook_id      text collate "C" primary key,
  position        bigint not null, -- everything before that has been,
  tokens          integer not null default 0, -- and so many tokens of it
  end_position    bigint, -- the same after the request that was sent last and has not been accepted
  end_tokens      integer,
  failures        integer not null default 0,
  failing_since   timestamptz,
  last_failure    text,
  last_status     integer,
  next_attempt_at timestamptz,
  paused_at       timestamptz
);

-- db-scheduler's table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);

-- The same for webhooks, whose receivers can be slow: threads of their own, and none that mail waits for.
create table webhook_tasks (like scheduled_tasks including all);
