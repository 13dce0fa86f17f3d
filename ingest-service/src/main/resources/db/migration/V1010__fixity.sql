-- When the bytes of a stored file were last compared with the digest they came in under.
create table fixity_check (
  object_key   varchar(1024) primary key,
  digest       char(64)     not null,
  size_bytes   bigint       not null,
  state        varchar(20)  not null check (state in ('sound', 'missing', 'differs')),
  checked_at   timestamptz  not null,
  failed_since timestamptz,
  detail       varchar(500)
);
create index fixity_check_by_time on fixity_check (checked_at);
create index fixity_check_failed on fixity_check (failed_since) where failed_since is not null;
create index document_file_by_object on document_file (object_key);

-- One process at a time checks; who holds the turn renews it.
create table fixity_turn (
  id         integer primary key check (id = 1),
  held_until timestamptz not null
);
insert into fixity_turn (id, held_until) values (1, 'epoch');
