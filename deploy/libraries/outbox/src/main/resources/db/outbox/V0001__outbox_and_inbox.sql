-- Events that wait to be published, written in the same transaction as the change they tell of.
create table outbox_entry (
  id          bigint generated always as identity primary key,
  topic       varchar(200) not null,
  message_key varchar(200) not null,
  event       text         not null,
  created_at  timestamptz  not null
);

-- Events that have been handled, so that a second delivery changes nothing.
create table consumed_message (
  consumer    varchar(100) not null,
  event_id    varchar(200) not null,
  consumed_at timestamptz  not null,
  primary key (consumer, event_id)
);

create index consumed_message_by_age on consumed_message (consumed_at);
