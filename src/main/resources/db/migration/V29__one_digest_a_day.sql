-- A repeated job must not send a second digest of the same day.
alter table tyopolku.mail_wish add column last_digest_on date;
