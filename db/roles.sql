-- Roles, logins and the empty database. Runs as superuser, as often as one likes (it is run at every start):
-- psql -d postgres -v jirani_migrator_password=… (and the other four) -f db/roles.sql
-- What each role may touch is granted by the migrations, beside the tables.
\set ON_ERROR_STOP on
set client_min_messages = warning;

select format('create role %I', role)
from unnest(array[
    'service_role',
    'authenticated',
    'anon',
    'jirani_archivist',
    'jirani_migrator',
    'jirani_service',
    'jirani_dashboard',
    'jirani_public',
    'jirani_identity'
]) as wanted (role)
where not exists (select from pg_roles where rolname = role)
\gexec

alter role service_role    nologin;
alter role authenticated   nologin noinherit;
alter role anon            nologin noinherit;

-- Owns the few functions that may shorten the records (retention, erasure, merging); nobody logs in as it.
alter role jirani_archivist nologin noinherit bypassrls;

-- Without bypassrls a data migration under forced row-level security would silently touch no row.
alter role jirani_migrator  login bypassrls password :'jirani_migrator_password';
alter role jirani_service   login           password :'jirani_service_password';
alter role jirani_dashboard login noinherit password :'jirani_dashboard_password';
alter role jirani_public    login noinherit password :'jirani_public_password';
alter role jirani_identity  login           password :'jirani_identity_password';

grant service_role     to jirani_service;
grant authenticated    to jirani_dashboard;
grant anon             to jirani_public;
grant jirani_archivist to jirani_migrator;

select 'create database jirani owner jirani_migrator'
where not exists (select from pg_database where datname = 'jirani')
\gexec

alter database jirani owner to jirani_migrator;
revoke all on database jirani from public;
grant connect on database jirani
    to jirani_service, jirani_dashboard, jirani_public, jirani_identity;

\connect jirani
set client_min_messages = warning;

alter schema public owner to jirani_migrator;
revoke all on schema public from public;
grant usage on schema public to service_role, authenticated, anon;

-- Apart from public, so that no owner of a table there can put a function in front of the extension's.
create schema if not exists extensions;
revoke all on schema extensions from public;
grant usage on schema extensions to jirani_migrator with grant option;
grant usage on schema extensions to service_role, authenticated, anon;
create extension if not exists pg_trgm with schema extensions;
