-- Every policy asks this, several times in one query. A function in SQL is planned anew for each query that asks; one in PL/pgSQL
-- once for each connection. And few people have a thousand stores, which is what a planner assumes that is not told.
create or replace function public.my_stores(permission text) returns setof uuid
    language plpgsql stable security definer rows 3
    set search_path = ''
as $$
begin
    return query
        select m.store_id from public.store_members m
        where m.user_id = (select auth.uid()) and public.permitted(m.role, permission);
end;
$$;
