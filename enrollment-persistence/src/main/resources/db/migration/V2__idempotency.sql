create table idempotency_record (
  organization_id text collate "C" not null,
  caller          text not null,
  key             text not null,
  body_hash       text not null, -- SHA-256 in hexadecimal digits
  batch_id        text,
  total           integer not null,
  success         integer not null,
  created_at      timestamptz not null,
  primary key (organization_id, caller, key)
);

create index idempotency_record_by_age on idempotency_record (created_at);
