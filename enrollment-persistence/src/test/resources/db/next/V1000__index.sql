-- As a later release may have it: alone in its file, because it is no transaction.
drop index concurrently if exists enrollment.suppression_by_reply;
create index concurrently suppression_by_reply on enrollment.suppression (reply);
