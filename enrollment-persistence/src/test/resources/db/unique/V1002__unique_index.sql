-- It fails as long as two rows have the same value.
drop index concurrently if exists enrollment.suppression_once;
create unique index concurrently suppression_once on enrollment.suppression (reply);
