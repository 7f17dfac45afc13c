#!/bin/bash
# Run once, by the image, on a new data folder: a database for each service, and a role that owns it
# and may enter no other.
set -euo pipefail
for service in auth gateway webex calendar; do
  psql -v ON_ERROR_STOP=1 --no-psqlrc -v name="$service" \
    -v password="$(cat "/run/secrets/$service-database-password")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
