-- The numbers beside the filters of the inbox.
create index conversations_unread on public.conversations (store_id) where unread > 0;
create index orders_unpaid on public.orders (store_id, customer_id) where status = 'pending';
