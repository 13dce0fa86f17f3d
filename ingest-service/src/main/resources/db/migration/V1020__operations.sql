-- The engine that read a page, so that what another would read better can be read again.
alter table ingest_page add column engine varchar(200);
create index ingest_page_by_engine on ingest_page (engine) where engine is not null;

-- Stages that operators have paused; the services hear of it on cotejo.controls.
create table stage_control (
  stage      varchar(20)  primary key,
  paused     boolean      not null,
  changes    bigint       not null,
  changed_at timestamptz  not null,
  changed_by varchar(200) not null,
  reason     varchar(500) not null
);

-- Many documents processed again, a few at a time.
create table reprocessing (
  id          bigint generated always as identity primary key,
  languages   varchar(100),
  engine      varchar(200),
  collection  varchar(500),
  state       varchar(20)  not null check (state in ('running', 'completed', 'cancelled')),
  doc_state   varchar(20),
  from_day    date,
  to_day      date,
  total       bigint       not null,
  started     bigint       not null default 0,
  last_id     uuid,
  created_at  timestamptz  not null,
  created_by  varchar(200) not null,
  ended_at    timestamptz
);
create index ingest_by_reprocessing on ingest (cause) where cause like 'reprocessing %';
