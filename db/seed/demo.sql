-- The two demo stores. A store that is there already is left as its owner has it.
with wanted (email, slug, name, currency, country, time_zone) as (values
    ('NJERI@JIRANI.TEST',  'mama-njeri',   'Mama Njeri',   'KES', 'KE', 'Africa/Nairobi'),
    ('NAKATO@JIRANI.TEST', 'nakato-fresh', 'Nakato Fresh', 'UGX', 'UG', 'Africa/Kampala')
), opened as (
    insert into public.store_settings (user_id, store_slug, name, currency, country, time_zone)
    select u.id, w.slug, w.name, w.currency, w.country, w.time_zone
    from wanted w join identity.users u on u.normalized_email = w.email
    on conflict (store_slug) do nothing
    returning id, store_slug
), connected as (
    insert into public.business_channel_settings
        (store_id, channel_type, channel_identifier, wa_phone_number_id, webhook_verify_token, verified_at)
    select o.id, 'whatsapp', c.number, c.number_id, c.token, now()
    from opened o join (values
        ('mama-njeri',   '254700000001', '100000000000001', 'verify-mama-njeri'),
        ('nakato-fresh', '256700000002', '100000000000002', 'verify-nakato-fresh')
    ) c (slug, number, number_id, token) on c.slug = o.store_slug
)
insert into public.products (store_id, sku, name, category, price, stock_quantity)
select o.id, p.sku, p.name, p.category, p.price, 1000
from opened o join (values
    ('mama-njeri', 'SUGAR-1KG',  'Sugar 1 kg',               'Pantry',     180.00),
    ('mama-njeri', 'MILK-500ML', 'Fresh milk 500 ml',        'Dairy',       65.00),
    ('mama-njeri', 'BREAD-400G', 'White bread 400 g',        'Bakery',      70.00),
    ('mama-njeri', 'UNGA-2KG',   'Unga, maize flour 2 kg',   'Pantry',     210.00),
    ('mama-njeri', 'TEA-250G',   'Tea leaves 250 g',         'Pantry',     145.00),
    ('mama-njeri', 'RICE-1KG',   'Pishori rice 1 kg',        'Pantry',     220.00),
    ('mama-njeri', 'BEANS-1KG',  'Rosecoco beans 1 kg',      'Pantry',     190.00),
    ('mama-njeri', 'OIL-1L',     'Cooking oil 1 l',          'Pantry',     340.00),
    ('mama-njeri', 'SALT-500G',  'Salt 500 g',               'Pantry',      35.00),
    ('mama-njeri', 'EGGS-6',     'Eggs, half a dozen',       'Fresh',      110.00),
    ('mama-njeri', 'SOAP-800G',  'Washing soap bar 800 g',   'Household',  175.00),
    ('mama-njeri', 'CANDLES-8',  'Candles, pack of 8',       'Household',  120.00),
    ('nakato-fresh', 'MATOOKE',     'Matooke, one bunch',    'Staples',    15000),
    ('nakato-fresh', 'RICE-1KG',    'Super rice 1 kg',       'Staples',     4500),
    ('nakato-fresh', 'IRISH-1KG',   'Irish potatoes 1 kg',   'Staples',     3500),
    ('nakato-fresh', 'CASSAVA-1KG', 'Cassava 1 kg',          'Staples',     2500),
    ('nakato-fresh', 'GNUTS-1KG',   'Groundnuts 1 kg',       'Staples',     7500),
    ('nakato-fresh', 'TOMATO-1KG',  'Tomatoes 1 kg',         'Vegetables',  4000),
    ('nakato-fresh', 'ONION-1KG',   'Red onions 1 kg',       'Vegetables',  4500),
    ('nakato-fresh', 'DODO',        'Dodo greens, bundle',   'Vegetables',  1000),
    ('nakato-fresh', 'NAKATI',      'Nakati greens, bundle', 'Vegetables',  1000),
    ('nakato-fresh', 'PINEAPPLE',   'Pineapple, large',      'Fruit',       5000),
    ('nakato-fresh', 'MANGO-1KG',   'Mangoes 1 kg',          'Fruit',       4000),
    ('nakato-fresh', 'AVOCADO',     'Avocado, ripe',         'Fruit',       1500)
) p (slug, sku, name, category, price) on p.slug = o.store_slug;
