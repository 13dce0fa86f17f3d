-- What has served its time is looked for by its age.
create index idempotency_key_by_age on idempotency_key (created_at);
create index dead_letter_by_settlement on dead_letter (settled_at) where settled_at is not null;
