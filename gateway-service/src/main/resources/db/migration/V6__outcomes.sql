-- How many outcomes of a meeting there are for other systems: the number of the latest. What was
-- accepted before has none, until its state changes.
alter table meeting add column outcomes integer not null default 0;
