-- Links for guidance, each with the day by which somebody reads it again. profiles: codes joined by commas, empty for
-- everybody. fault: what was reported as wrong and waits for the review.
create table tyopolku.guidance_material (
    id varchar(40) not null primary key,
    municipality varchar(64) not null,
    kind varchar(40) not null,
    title_fi varchar(120) not null,
    title_sv varchar(120) not null,
    title_en varchar(120) not null,
    address varchar(500) not null,
    credits integer,
    profiles varchar(400) not null,
    review_on date not null,
    reviewed_on date,
    fault varchar(1000),
    retired_on date,
    constraint guidance_material_address check (address like 'https://%'),
    constraint guidance_material_credits check (credits is null or kind = 'ONLINE_COURSE')
);

create index guidance_material_of_municipality on tyopolku.guidance_material (municipality, kind);
