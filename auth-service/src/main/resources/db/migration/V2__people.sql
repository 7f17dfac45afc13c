-- Everybody who has ever signed in. The id is ours; tenant and oid are Microsoft's, and never change.
create table person (
  id           uuid         primary key,
  tenant       varchar(100) not null,
  oid          varchar(100) not null,
  email        varchar(254) not null,
  name         varchar(254) not null,
  created_at   timestamptz  not null,
  signed_in_at timestamptz  not null,
  unique (tenant, oid)
);

-- Refresh tokens that were used: who brings one again has stolen it, or was stolen from.
create table spent_refresh_token (
  token_hash       varchar(60)  primary key,
  authorization_id varchar(100) not null,
  expires_at       timestamptz  not null
);
create index spent_refresh_token_expiry on spent_refresh_token (expires_at);

-- What waits for somebody's consent has no token yet, and so no expiry.
alter table oauth2_authorization add column created_at timestamptz not null default now();

-- Spring Session's own tables. A browser's cookie holds the session's id sealed, so that whoever
-- reads an id here has no session.
create table spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval int      not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
