-- Up to three products whose SKU or name comes near what a customer typed. Used by the dialogue only.
create function public.near_products(store uuid, typed text) returns setof public.products
    language sql stable
    set search_path = ''
as $$
    select p.* from public.products p
    where p.store_id = store and p.is_active
      and greatest(extensions.similarity(p.sku_key, upper(typed)), extensions.word_similarity(lower(typed), lower(p.name))) > 0.3
    order by greatest(extensions.similarity(p.sku_key, upper(typed)), extensions.word_similarity(lower(typed), lower(p.name))) desc, p.sku_key
    limit 3
$$;
grant execute on function public.near_products(uuid, text) to service_role;
