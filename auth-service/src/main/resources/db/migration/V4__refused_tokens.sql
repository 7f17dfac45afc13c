-- When a vendor last did not take an access token that should have been good.
alter table vendor_grant add column refused_at timestamptz;
