-- One row is one request: what was asked for, what has become of it, and, as long as it has not
-- ended, the outbox entry that the sweeper works from.
create table meeting (
  id              uuid        primary key, -- version 7: in order of acceptance
  client          text        not null,
  idempotency_key text,
  request_hash    text        not null,
  requested_by    jsonb       not null,
  host            text        not null,
  start_at        timestamptz not null,
  end_at          timestamptz not null,
  request         jsonb       not null,
  status          text        not null,
  progress        jsonb       not null,
  revision        integer     not null,
  accepted_at     timestamptz not null,
  updated_at      timestamptz not null,
  sweep_at        timestamptz,             -- null: it has ended
  sweeps          integer     not null
);

create unique index meeting_idempotency on meeting (client, idempotency_key)
  where idempotency_key is not null;

create index meeting_host on meeting (host, id);
create index meeting_start on meeting (start_at);
create index meeting_sweep on meeting (sweep_at) where sweep_at is not null;

-- What people look for by status is what did not go well; a meeting that does never enters here.
create index meeting_trouble on meeting (status, id)
  where status in ('DELAYED', 'FAILED', 'CANCELLED', 'NEEDS_ATTENTION');
