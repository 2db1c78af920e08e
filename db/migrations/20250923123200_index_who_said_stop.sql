-- The inbox lists them; they are few.
create index customer_channel_opt_in_stopped on public.customer_channel_opt_in (store_id, customer_id) where not is_opted_in;
