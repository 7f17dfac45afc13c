-- Spring Authorization Server's own tables, as PostgreSQL wants them, with what they lack: keys to
-- find a row by, and room for settings.
create table oauth2_registered_client (
  id                            varchar(100)  primary key,
  client_id                     varchar(100)  not null unique,
  client_id_issued_at           timestamptz   not null,
  client_secret                 varchar(200), -- a bcrypt hash
  client_secret_expires_at      timestamptz,
  client_name                   varchar(200)  not null,
  client_authentication_methods varchar(1000) not null,
  authorization_grant_types     varchar(1000) not null,
  redirect_uris                 varchar(1000),
  post_logout_redirect_uris     varchar(1000),
  scopes                        varchar(1000) not null,
  client_settings               text          not null,
  token_settings                varchar(2000) not null
);

-- Every *_value is a hash of the token (see HashedTokens).
create table oauth2_authorization (
  id                            varchar(100)  primary key,
  registered_client_id          varchar(100)  not null references oauth2_registered_client,
  principal_name                varchar(200)  not null,
  authorization_grant_type      varchar(100)  not null,
  authorized_scopes             varchar(1000),
  attributes                    text,
  state                         varchar(500),
  authorization_code_value      text,
  authorization_code_issued_at  timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata   text,
  access_token_value            text,
  access_token_issued_at        timestamptz,
  access_token_expires_at       timestamptz,
  access_token_metadata         text,
  access_token_type             varchar(100),
  access_token_scopes           varchar(1000),
  oidc_id_token_value           text,
  oidc_id_token_issued_at       timestamptz,
  oidc_id_token_expires_at      timestamptz,
  oidc_id_token_metadata        text,
  refresh_token_value           text,
  refresh_token_issued_at       timestamptz,
  refresh_token_expires_at      timestamptz,
  refresh_token_metadata        text,
  user_code_value               text,
  user_code_issued_at           timestamptz,
  user_code_expires_at          timestamptz,
  user_code_metadata            text,
  device_code_value             text,
  device_code_issued_at         timestamptz,
  device_code_expires_at        timestamptz,
  device_code_metadata          text
);

-- A token of unknown kind is looked for in all of these columns at once.
create index authorization_state on oauth2_authorization (state) where state is not null;
create index authorization_code on oauth2_authorization (authorization_code_value)
  where authorization_code_value is not null;
create index authorization_access on oauth2_authorization (access_token_value)
  where access_token_value is not null;
create index authorization_id_token on oauth2_authorization (oidc_id_token_value)
  where oidc_id_token_value is not null;
create index authorization_refresh on oauth2_authorization (refresh_token_value)
  where refresh_token_value is not null;
create index authorization_user_code on oauth2_authorization (user_code_value)
  where user_code_value is not null;
create index authorization_device_code on oauth2_authorization (device_code_value)
  where device_code_value is not null;

create table oauth2_authorization_consent (
  registered_client_id varchar(100)  not null references oauth2_registered_client,
  principal_name       varchar(200)  not null,
  authorities          varchar(1000) not null,
  primary key (registered_client_id, principal_name)
);

-- Assertions that have proved a client once and must not do so again.
create table spent_assertion (
  client_id  varchar(100) not null,
  jti        varchar(255) not null,
  expires_at timestamptz  not null,
  primary key (client_id, jti)
);
create index spent_assertion_expiry on spent_assertion (expires_at);

create table signing_key (
  id         varchar(100) primary key,
  sealed_jwk text         not null, -- the whole key, sealed with the key-encryption keyset
  created_at timestamptz  not null,
  signs_from timestamptz  not null  -- published before that, so that everybody knows it by then
);
