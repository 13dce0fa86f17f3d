-- When a stored file was last taken from the second bucket.
alter table fixity_check add column repaired_at timestamptz;
