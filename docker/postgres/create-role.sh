#!/bin/bash
# Role of the module, which owns its database and nothing else. The postgres image runs this once, on an empty data directory.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v password="$MDM_ENROLLMENT_DB_PASSWORD" <<'SQL'
CREATE ROLE enrollment LOGIN PASSWORD :'password';
CREATE DATABASE enrollment OWNER enrollment;
REVOKE CONNECT ON DATABASE enrollment FROM PUBLIC;
SQL
