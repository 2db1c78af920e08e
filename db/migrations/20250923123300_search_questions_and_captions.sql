-- What was asked with buttons, what was tapped and what stands under a photo are words of a message too.
create or replace function public.message_words(store uuid, payload jsonb) returns tsvector
    language plpgsql immutable cost 200
as $$
begin
    return to_tsvector('simple'::regconfig, regexp_replace(
        coalesce(
            payload #>> '{text,body}',
            payload #>> '{interactive,body,text}',
            payload #>> '{interactive,button_reply,title}',
            payload #>> '{interactive,list_reply,title}',
            payload #>> '{image,caption}',
            payload #>> '{video,caption}',
            payload #>> '{document,caption}',
            ''),
        '(\w+)', "left"(store::text, 8) || '\1', 'g'));
end;
$$;
reindex index public.messaging_log_by_words;
