-- Lets one after the other pass who puts a case into a funding queue or tells the queue that money has come; without it
-- both could miss each other. A bucket stands for some municipalities and purposes.
create table tyopolku.funding_gate (
    bucket integer not null primary key
);

insert into tyopolku.funding_gate (bucket) values (0), (1), (2), (3), (4), (5), (6), (7);
