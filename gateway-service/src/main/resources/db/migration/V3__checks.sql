-- When a meeting that was disturbed on its way is compared with what both vendors hold. One that
-- goes well never enters the index.
alter table meeting
  add column check_at timestamptz,
  add column checks   integer not null default 0;

create index meeting_check on meeting (check_at) where check_at is not null;

-- One row, so that all replicas together keep one pace: when the last turn was taken, and up to
-- which meeting those that went well have been walked through.
create table check_turn (
  taken_at timestamptz not null,
  walked   uuid        not null
);

insert into check_turn values ('-infinity', '00000000-0000-0000-0000-000000000000');
