-- The running app asks whether the schema is the one it was built for; it may look, nothing more.
grant usage on schema migrations to service_role;
grant select on migrations.journal to service_role;
