-- What people have granted. Both tokens of a grant are in `sealed`: encrypted with a key of the row's
-- own, which is wrapped by the key-encryption key that key_id names.
create table vendor_grant (
  person_id         uuid         not null references person,
  provider          varchar(20)  not null check (provider in ('microsoft', 'webex')),
  account           varchar(254) not null, -- as the vendor calls the person
  state             varchar(20)  not null check (state in ('connected', 'needs-reconnecting')),
  reason            varchar(100),          -- as the vendor put it
  sealed            text,                  -- null once the vendor has refused it
  key_id            varchar(40),
  access_expires_at timestamptz,
  renew_at          timestamptz,
  away_until        timestamptz,           -- the vendor is not asked again before that
  used_at           timestamptz,
  connected_at      timestamptz  not null,
  version           bigint       not null,
  lease_owner       uuid,                  -- who renews it now, and until when nobody else may
  lease_until       timestamptz,
  primary key (person_id, provider),
  check ((state = 'connected') = (sealed is not null))
);
create index vendor_grant_renewal on vendor_grant (renew_at) where state = 'connected';
create index vendor_grant_key on vendor_grant (key_id) where state = 'connected';

-- Each time that somebody's token was asked for: by whom, for whom, why, and what came of it.
create table vendor_token_handout (
  id           bigint generated always as identity primary key,
  at           timestamptz  not null,
  client_id    varchar(100) not null,
  subject_type varchar(20)  not null,
  subject      varchar(200) not null,
  provider     varchar(20)  not null,
  meeting      uuid,
  purpose      varchar(40),
  outcome      varchar(40)  not null
);
create index vendor_token_handout_at on vendor_token_handout (at);
create index vendor_token_handout_subject on vendor_token_handout (subject, at);
