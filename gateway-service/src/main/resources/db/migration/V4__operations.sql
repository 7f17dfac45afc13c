-- What waits for its next attempt or for an operator, derived from meeting.progress in the same
-- transaction: small, so that operations can filter and count it.
create table parked (
  meeting_id      uuid primary key,
  host            text not null,
  status          text not null,
  provider        text not null,
  step            text not null,
  reason_code     text not null,
  next_attempt_at timestamptz        -- null: it waits for an operator
);

-- What is parked already, as its latest event has it; its next event puts right what this misses.
insert into parked (meeting_id, host, status, provider, step, reason_code, next_attempt_at)
select id, host, status,
  case fact #>> '{step,name}' when 'send-invitation' then 'microsoft' else 'webex' end,
  upper(replace(coalesce(fact #>> '{step,name}', 'create-meeting'), '-', '_')),
  coalesce(fact #>> '{reason,code}', 'convene.unknown'),
  (fact ->> 'nextAttemptAt')::timestamptz
from (select id, host, status, progress -> 'facts' -> -1 as fact from meeting
      where status in ('DELAYED', 'NEEDS_ATTENTION')) as waiting;

-- What operators did: for ever. As long as it has messages, the row is the outbox for them.
create sequence operator_action_number;

create table operator_action (
  number   bigint      primary key,
  made_at  timestamptz not null,
  subject  text        not null,
  client   text,
  kind     text        not null,
  reason   text,
  targets  text[]      not null,
  messages jsonb,                    -- null: the workers have been told
  told_at  timestamptz
);

create index operator_action_untold on operator_action (number) where messages is not null;

-- What is paused, or was; the workers have their own copies.
create table pause (
  target  text        primary key,   -- a provider, or a mailbox
  paused  boolean     not null,
  action  bigint      not null,
  since   timestamptz not null,
  subject text        not null,
  client  text,
  reason  text
);

-- Dead letters that were sent again. They stay on their topic, as records do.
create table replayed_letter (
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  action        bigint      not null,
  subject       text        not null,
  asked_at      timestamptz not null,
  sent_at       timestamptz,         -- null: not known to have reached Kafka
  primary key (topic, partition, record_offset, action)
);
