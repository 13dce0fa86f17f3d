-- What ingest-service 0.1.0 says to its database: one statement of each kind, each ending with a semicolon at the end of its line.
-- :n is a number that no other run has.
insert into document (id, revision, state, title, collection, original_languages, access_level, access_until, record, record_digest, record_bytes, page_count, submitted_by, ingest_id, accepted_at, changed_at) values (cast(lpad(':n', 32, '0') as uuid), 1, 'in-flight', 'Informe', 'Puertos', 'es', 'public', null, '{}', repeat('a', 64), 2, 1, 'somebody', cast(lpad(':n', 32, '1') as uuid), now(), now());
insert into document_file (document_id, role, ordinal, file_name, digest, object_key, media_type, size_bytes, page_count, language, translator) values (cast(lpad(':n', 32, '0') as uuid), 'original', 1, 'memo.pdf', repeat('a', 64), 'originals/:n', 'application/pdf', 812, 1, null, null);
insert into ingest (id, document_id, revision, state, cause, page_count, accepted_at, started_at, surrogates_done_at, pages_done_at, aligned_at, published_at, ended_at, changes) values (cast(lpad(':n', 32, '1') as uuid), cast(lpad(':n', 32, '0') as uuid), 1, 'accepted', 'accession', 1, now(), null, null, null, null, null, null, 0);
insert into ingest_page (ingest_id, page, state, surrogate_at, ended_at, confidence, needs_review, reason, engine) values (cast(lpad(':n', 32, '1') as uuid), 1, 'waiting', null, null, null, null, null, null);
insert into ingest_failure (ingest_id, stage, page, code, message, failed_at) values (cast(lpad(':n', 32, '1') as uuid), 'recognition', 1, 'page.unreadable', 'It cannot be read.', now());
insert into idempotency_key values ('somebody', 'key-:n', repeat('a', 64), cast(lpad(':n', 32, '0') as uuid), cast(lpad(':n', 32, '1') as uuid), now()) on conflict do nothing;
insert into upload (id, file_name, size_bytes, digest, created_by, expires_at) values (cast(lpad(':n', 32, '2') as uuid), 'memo.pdf', 812, repeat('a', 64), 'somebody', now());
insert into audit_entry (document_id, at, who, action, details) values (cast(lpad(':n', 32, '0') as uuid), now(), 'somebody', 'accepted', 'Informe');
insert into dead_letter (topic, topic_partition, topic_offset, source_topic, source_partition, source_offset, consumer, message_key, message, document_id, revision, code, reason, stack_digest, failed_at, state, settled_at, settled_by) values ('cotejo.bitexts.search-service.dead', 0, :n, 'cotejo.bitexts', 0, :n, 'search-service', 'k', null, null, null, 'c', 'r', null, now(), 'open', null, null);
insert into fixity_check (object_key, digest, size_bytes, state, checked_at, failed_since, detail) values ('originals/:n', repeat('a', 64), 812, 'sound', now(), null, '');
insert into stage_control (stage, paused, changes, changed_at, changed_by, reason) values ('s:n', true, 1, now(), 'somebody', '');
insert into reprocessing (languages, engine, collection, state, doc_state, from_day, to_day, total, started, last_id, created_at, created_by, ended_at) values (null, null, 'Puertos', 'running', null, null, null, 1, 0, null, now(), 'somebody', null);
insert into outbox_entry (topic, message_key, event, created_at) values ('cotejo.documents', 'k', '{}', now());
insert into consumed_message (consumer, event_id, consumed_at) values ('ingest-service', 'event-:n', now()) on conflict do nothing;
update document set revision = 2, state = 'published', title = 'Informe sobre el puerto', collection = null, record = '{"a":1}', changed_at = now() where id = cast(lpad(':n', 32, '0') as uuid);
update ingest set state = 'completed', started_at = now(), surrogates_done_at = now(), pages_done_at = now(), aligned_at = now(), published_at = now(), ended_at = now(), changes = 4 where id = cast(lpad(':n', 32, '1') as uuid);
update ingest_page set state = 'transcribed', surrogate_at = now(), ended_at = now(), confidence = 0.9, needs_review = false, engine = 'e' where ingest_id = cast(lpad(':n', 32, '1') as uuid);
update fixity_check set state = 'differs', checked_at = now(), failed_since = now(), detail = 'd' where object_key = 'originals/:n';
update fixity_turn set held_until = now() where held_until < now() or held_until = now();
update dead_letter set state = 'discarded', settled_at = now(), settled_by = 'somebody' where topic_offset = :n;
update stage_control set paused = false, changes = 2 where stage = 's:n';
update reprocessing set state = 'completed', started = 1, last_id = cast(lpad(':n', 32, '0') as uuid), ended_at = now();
delete from upload where id = cast(lpad(':n', 32, '2') as uuid);
delete from outbox_entry where id in (select id from outbox_entry order by id limit 1);
delete from consumed_message where consumed_at < now() - interval '30 days';
