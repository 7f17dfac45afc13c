-- Whose a meeting is, and its idempotency key: person:<sub> or system:<client id>. What was accepted
-- before there was a sign-in is nobody's. It is seen by its host and by operations.
alter table meeting rename column client to owner;

update meeting set owner = 'nobody',
  requested_by = requested_by || '{"client": "unknown", "mode": "application"}';

create index meeting_owner on meeting (owner, id);

-- Who an operator was, in words; a system has no mailbox.
alter table operator_action add column email text;
alter table pause add column email text;
