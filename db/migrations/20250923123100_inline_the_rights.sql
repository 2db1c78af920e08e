-- Each policy asks my_stores, twenty times for one look at the inbox. A function that sets its search_path is called each time with
-- all that setting and restoring; without it these three become part of the statement that asks. They run with the caller's rights
-- and name every schema, so there is nothing for a search_path to mislead. Measured: one call of my_stores from 112 to 34 µs.
alter function auth.claim(text) reset search_path;
alter function auth.uid() reset search_path;
alter function public.permitted(text, text) reset search_path;
