-- Industries and the skills they need: data that a manager keeps through the process industry.
create table tyopolku.industry (
    code varchar(40) not null primary key,
    name_fi varchar(120) not null,
    name_sv varchar(120) not null,
    name_en varchar(120) not null,
    active boolean not null
);

create table tyopolku.skill (
    code varchar(40) not null primary key,
    industry varchar(40) not null references tyopolku.industry (code),
    name_fi varchar(120) not null,
    name_sv varchar(120) not null,
    name_en varchar(120) not null,
    active boolean not null
);

insert into tyopolku.industry (code, name_fi, name_sv, name_en, active) values
    ('TOURISM', 'Matkailu ja ravitsemispalvelut', 'Turism och restaurangservice', 'Tourism and catering', true),
    ('HOME_SERVICES', 'Kotipalvelut', 'Hemservice', 'Home services', true),
    ('ICT', 'Tieto- ja viestintätekniikka', 'Informations- och kommunikationsteknik', 'Information and communications technology', true),
    ('METAL', 'Metalliala', 'Metallbranschen', 'Metal industry', true),
    ('CONSTRUCTION', 'Rakennusala', 'Byggbranschen', 'Construction', true),
    ('SOCIAL_AND_HEALTH', 'Sosiaali- ja terveysala', 'Social- och hälsovård', 'Social and health services', true),
    ('MECHANICAL_PRODUCTION', 'Kone- ja tuotantotekniikka', 'Maskin- och produktionsteknik', 'Mechanical and production technology', true),
    ('TRADE', 'Kaupan ala', 'Handel', 'Retail and wholesale trade', true),
    ('CLEANING_PROPERTY', 'Puhtaus- ja kiinteistöpalvelut', 'Rengörings- och fastighetsservice', 'Cleaning and property services', true),
    ('TRANSPORT', 'Kuljetus ja logistiikka', 'Transport och logistik', 'Transport and logistics', true),
    ('FORESTRY_FARMING', 'Metsä- ja maatalous', 'Skogs- och lantbruk', 'Forestry and farming', true);

insert into tyopolku.skill (code, industry, name_fi, name_sv, name_en, active) values
    ('CUSTOMER_SERVICE', 'TOURISM', 'Asiakaspalvelu', 'Kundservice', 'Customer service', true),
    ('CATERING', 'TOURISM', 'Ruoanvalmistus ja tarjoilu', 'Matlagning och servering', 'Cooking and serving', true),
    ('TOURISM_GUIDING', 'TOURISM', 'Matkailijoiden opastus', 'Guidning av turister', 'Guiding of tourists', true),
    ('HOME_HELP', 'HOME_SERVICES', 'Kodinhoito ja asiointiapu', 'Hemvård och hjälp med ärenden', 'Housework and errands', true),
    ('DIGITAL_TOOLS', 'ICT', 'Digitaaliset työvälineet', 'Digitala arbetsredskap', 'Digital tools', true),
    ('ICT_SUPPORT', 'ICT', 'Käyttäjätuki', 'Användarstöd', 'User support', true),
    ('WELDING', 'METAL', 'Hitsaus', 'Svetsning', 'Welding', true),
    ('SHEET_METAL', 'METAL', 'Levytyöt', 'Plåtarbeten', 'Sheet-metal work', true),
    ('CARPENTRY', 'CONSTRUCTION', 'Kirvesmiehen työt', 'Timmermansarbeten', 'Carpentry', true),
    ('SITE_SAFETY', 'CONSTRUCTION', 'Työmaan turvallisuus', 'Säkerhet på arbetsplatsen', 'Safety on the site', true),
    ('BASIC_CARE', 'SOCIAL_AND_HEALTH', 'Hoiva ja perushoito', 'Omsorg och grundvård', 'Basic care', true),
    ('MEDICATION', 'SOCIAL_AND_HEALTH', 'Lääkehoito', 'Läkemedelsbehandling', 'Medication', true),
    ('MENTAL_HEALTH_WORK', 'SOCIAL_AND_HEALTH', 'Mielenterveys- ja päihdetyö', 'Mentalvårds- och missbrukararbete', 'Mental health and substance abuse work', true),
    ('DISABILITY_SUPPORT', 'SOCIAL_AND_HEALTH', 'Vammaistyö', 'Funktionshinderarbete', 'Work with people with disabilities', true),
    ('CARE_RECORDS', 'SOCIAL_AND_HEALTH', 'Asiakastyön kirjaaminen', 'Dokumentation i klientarbetet', 'Records of care', true),
    ('CNC_MACHINING', 'MECHANICAL_PRODUCTION', 'CNC-koneistus', 'CNC-bearbetning', 'CNC machining', true),
    ('ASSEMBLY', 'MECHANICAL_PRODUCTION', 'Kokoonpano', 'Montering', 'Assembly', true),
    ('MAINTENANCE', 'MECHANICAL_PRODUCTION', 'Kunnossapito', 'Underhåll', 'Maintenance', true),
    ('SALES_WORK', 'TRADE', 'Myyntityö', 'Försäljning', 'Sales', true),
    ('CLEANING', 'CLEANING_PROPERTY', 'Siivous', 'Städning', 'Cleaning', true),
    ('PROPERTY_CARE', 'CLEANING_PROPERTY', 'Kiinteistönhoito', 'Fastighetsskötsel', 'Property maintenance', true),
    ('WAREHOUSE', 'TRANSPORT', 'Varastotyö ja trukki', 'Lagerarbete och truck', 'Warehouse work and forklift', true),
    ('DRIVING', 'TRANSPORT', 'Kuljettaminen', 'Förararbete', 'Driving', true),
    ('ANIMAL_CARE', 'FORESTRY_FARMING', 'Eläinten hoito', 'Djurskötsel', 'Animal care', true),
    ('FOREST_WORK', 'FORESTRY_FARMING', 'Metsätyöt', 'Skogsarbeten', 'Forest work', true);
