-- What an operator wants for a parked step and has not been done yet. Whoever tries the step next
-- does it, and takes the row away.
create table operator_wish (
  meeting_id text   primary key, -- as in scheduled_tasks.task_instance
  wish       text   not null,    -- RETRY, ABANDON or HANDLED_BY_HAND
  note       text   not null,
  action     bigint not null     -- the operator's action; of two, the later one holds
);

-- What operators have paused: this worker's provider, or a mailbox. A row that says "not paused"
-- stays, so that an older order that comes late changes nothing.
create table pause (
  target     text        primary key,
  paused     boolean     not null,
  action     bigint      not null,
  changed_at timestamptz not null
);
