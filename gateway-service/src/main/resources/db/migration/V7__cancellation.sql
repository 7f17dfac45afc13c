-- Who wants the meeting cancelled, since when, and what attendees are to be told. With the row it is
-- the outbox for the command; absent where nobody does.
alter table meeting add column cancellation jsonb;
